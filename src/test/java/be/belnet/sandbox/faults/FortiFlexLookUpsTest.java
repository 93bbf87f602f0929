package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.fortinet.FortinetCaller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licences looked up late or double. */
class FortiFlexLookUpsTest {

    private static final String LATE = "{'fault':'lateLookUp','seconds':3600}";
    private static final String DOUBLE = "{'fault':'twoObjects'}";

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private FortinetCaller flex;
    private String licence;

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
    void oneLicence() {
        sandbox.delete("/api/world");
        flex = FortinetCaller.fortiFlex(sandbox);
        licence = flex.newLicence(flex.newConfig("BAMS 2 base"), "BAMS-2026-00042");
    }

    @Test
    void newLicenceIsSeenOnceItIsOldEnough() {
        world.on("fortiflex", LATE);

        assertThat(found("serialNumber")).isEmpty();
        assertThat(world.lastCall("fortiflex").fault()).isEqualTo("lateLookUp");
        twoHoursPass();
        assertThat(found("serialNumber")).containsExactly(licence);
        assertThat(world.lastCall("fortiflex").fault()).isNull();
    }

    @Test
    void oldLicenceIsSeenBesideANewOne() {
        world.on("fortiflex", LATE);
        twoHoursPass();
        flex.newLicence(flex.newConfig("BAMS 4 base"), "BAMS-2026-00042");

        assertThat(found("serialNumber")).containsExactly(licence);
    }

    @Test
    void twinHasANumberAndATokenOfItsOwn() {
        world.on("fortiflex", DOUBLE);

        assertThat(found("serialNumber")).hasSize(2).contains(licence).doesNotHaveDuplicates();
        assertThat(found("token")).hasSize(2).doesNotHaveDuplicates();
        assertThat(found("description")).containsOnly("BAMS-2026-00042");
        assertThat(world.effects("fortiflex")).containsOnlyOnce("licence created");
        assertThat(world.lastCall("fortiflex").fault()).isEqualTo("twoObjects");
    }

    @Test
    void lookUpThatFindsNothingUsesNoTime() {
        world.on("fortiflex", "{'fault':'twoObjects','times':1}");

        assertThat(found("BAMS-2026-00043", "serialNumber")).isEmpty();
        assertThat(found("serialNumber")).hasSize(2);
        assertThat(found("serialNumber")).hasSize(1);
    }

    @Test
    void lookUpElsewhereIsNotHit() {
        world.on("fortiflex", "{'fault':'twoObjects','path':'configs'}");

        assertThat(found("serialNumber")).hasSize(1);
    }

    @Test
    void otherCallsSeeIt() {
        world.on("fortiflex", LATE);

        assertThat(flex.call("entitlements/stop", "{'serialNumber':'%s'}".formatted(licence))
                        .statusCode())
                .isEqualTo(200);
    }

    private List<String> found(String field) {
        return found("BAMS-2026-00042", field);
    }

    private List<String> found(String description, String field) {
        return flex.read(
                "entitlements/list", """
                {'accountId':12345,'programSerialNumber':'%s','description':'%s'}""".formatted(FortinetCaller.PROGRAM, description), "$.entitlements[*]." + field);
    }

    private static void twoHoursPass() {
        sandbox.bean(JdbcClient.class)
                .sql("update fortiflex_entitlement set made_at = dateadd(hour, -2, made_at)")
                .update();
    }
}
