package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.sectigo.SectigoCaller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organisations and domains looked up late or double. */
class SectigoLookUpsTest {

    private static final String LATE = "{'fault':'lateLookUp','seconds':3600}";
    private static final String DOUBLE = "{'fault':'twoObjects'}";

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private SectigoCaller scm;
    private int organisation;
    private int domain;

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
    void oneDomain() {
        sandbox.delete("/api/world");
        scm = SectigoCaller.network(sandbox);
        organisation = scm.organisation("Network School");
        domain = scm.domain("nsol.example", organisation);
    }

    @Test
    void newOnesAreSeenLateInLists() {
        world.on("sectigo", LATE);

        assertThat(organisations()).isEmpty();
        assertThat(domains()).isEmpty();
        assertThat(scm.get("domain/v1").headers().firstValue("X-Total-Count")).contains("0");
        assertThat(world.lastCall("sectigo").fault()).isEqualTo("lateLookUp");
    }

    @Test
    void whoKnowsItsIdSeesItAtOnce() {
        world.on("sectigo", LATE);

        assertThat(scm.get("organization/v1/" + organisation).statusCode()).isEqualTo(200);
        assertThat(scm.get("domain/v1/" + domain).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyOneHasATwinThatNobodyMade() {
        world.on("sectigo", DOUBLE);

        assertThat(organisations()).hasSize(2).contains(organisation).doesNotHaveDuplicates();
        assertThat(domains()).hasSize(2).contains(domain).doesNotHaveDuplicates();
        assertThat(world.effects("sectigo"))
                .containsExactly("organisation created", "domain created", "delegation made");
    }

    private List<Integer> organisations() {
        return scm.read("organization/v1", "$[*].id");
    }

    private List<Integer> domains() {
        return scm.read("domain/v1?name=nsol.example", "$[*].id");
    }
}
