package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.harica.HaricaCaller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enterprises and their domains looked up late or double. */
class HaricaLookUpsTest {

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private HaricaCaller harica;
    private String enterprise;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        world = new FaultyWorld(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneEnterprise() {
        sandbox.delete("/api/world");
        harica = HaricaCaller.network(sandbox);
        enterprise = harica.enterprise("Network School", "nsol.example");
    }

    @Test
    void newOnesAreSeenLateInLists() {
        world.on("harica", "{'fault':'lateLookUp','seconds':3600}");

        assertThat(groups()).isEmpty();
        assertThat(harica.<List<String>>read("GetOrganizations", "$[*].groupId"))
                .isEmpty();
        assertThat(world.lastCall("harica").fault()).isEqualTo("lateLookUp");
    }

    @Test
    void onlyOneHasATwinThatNobodyMade() {
        world.on("harica", "{'fault':'twoObjects'}");

        assertThat(groups()).hasSize(2).contains(enterprise).doesNotHaveDuplicates();
        assertThat(harica.<List<String>>read("GetOrganizations", "$[*].groupId"))
                .hasSize(2)
                .contains(enterprise)
                .doesNotHaveDuplicates();
        assertThat(world.effects("harica")).containsExactly("enterprise created", "domain added");
    }

    private List<String> groups() {
        return harica.read("SearchGroups", "$[*].id");
    }
}
