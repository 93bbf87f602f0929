package be.belnet.orderdesk.dns;

import static be.belnet.orderdesk.dns.FindingKind.CAA_FORBIDS;
import static be.belnet.orderdesk.dns.FindingKind.CNAME_CHAIN;
import static be.belnet.orderdesk.dns.FindingKind.DNSSEC_FAILURE;
import static be.belnet.orderdesk.dns.FindingKind.LONG_TTL;
import static be.belnet.orderdesk.dns.FindingKind.MISSING;
import static be.belnet.orderdesk.dns.FindingKind.NO_ANSWER;
import static be.belnet.orderdesk.dns.FindingKind.PUBLISHED;
import static be.belnet.orderdesk.dns.FindingKind.WRONG_NAME;
import static be.belnet.orderdesk.dns.FindingKind.WRONG_VALUE;
import static be.belnet.orderdesk.dns.LookWorld.TARGET;
import static be.belnet.orderdesk.dns.LookWorld.cname;
import static be.belnet.orderdesk.dns.LookWorld.txt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding about a record, as the sandbox's customers bring it about. */
class RecordLookUpTest {
    private static LookWorld world;

    @BeforeAll
    static void start() {
        world = LookWorld.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void newWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void recordIsPublished() {
        world.publish("_ab12.nsol.example", "CNAME", 300, TARGET);

        assertFound(world.look(cname("nsol.example")), true, PUBLISHED);
    }

    @Test
    void aliasIsTheSameInAnyCaseAndWithOrWithoutItsDot() {
        world.publish("_AB12.nsol.example", "CNAME", 300, TARGET.toUpperCase().replaceFirst("\\.$", ""));

        assertFound(world.look(cname("NSOL.example.")), true, PUBLISHED);
    }

    @Test
    void textCountsToTheLetterAndAmongOthers() {
        world.publish("_pki-validation.nsol.example", "TXT", 300, "another");
        world.publish("_pki-validation.nsol.example", "TXT", 300, "a|b`c\\\\d" + "x".repeat(260));

        assertFound(world.look(txt("nsol.example", "a|b`c\\d" + "x".repeat(260))), true, PUBLISHED);
        assertFound(world.look(txt("nsol.example", "A|b`c\\d" + "x".repeat(260))), false, WRONG_VALUE);
    }

    @Test
    void recordIsMissing() {
        var report = world.look(cname("nsol.example"));

        assertFound(report, false, MISSING);
        assertThat(report.findings().get(0)).isEqualTo(new Finding(MISSING, "_ab12.nsol.example", "", TARGET));
        assertFound(world.look(cname("nxdomain.example")), false, MISSING);
    }

    @Test
    void valueIsWrong() {
        world.publish("_ab12.nsol.example", "CNAME", 300, "other.sectigo.com.");
        var report = world.look(cname("nsol.example"));

        assertFound(report, false, WRONG_VALUE);
        assertThat(report.findings().get(0).seen()).isEqualTo("other.sectigo.com");
    }

    @Test
    void timeToLiveIsTooLong() {
        world.publish("_ab12.long-ttl.example", "CNAME", 300, TARGET);
        var report = world.look(cname("long-ttl.example"));

        assertFound(report, true, PUBLISHED, LONG_TTL);
        assertThat(report.findings().get(1).seen()).isEqualTo("604800");
    }

    @Test
    void timeToLiveOfAWrongValueIsToldToo() {
        world.publish("_ab12.nsol.example", "CNAME", 3601, "other.sectigo.com.");

        assertFound(world.look(cname("nsol.example")), false, WRONG_VALUE, LONG_TTL);
        world.sandbox().delete("/api/world");
        world.publish("_ab12.nsol.example", "CNAME", 3600, "other.sectigo.com.");
        assertFound(world.look(cname("nsol.example")), false, WRONG_VALUE);
    }

    @Test
    void providerHasDoubledTheName() {
        world.publish("_ab12.doubled-name.example", "CNAME", 300, TARGET);
        var report = world.look(cname("doubled-name.example"));

        assertFound(report, false, WRONG_NAME);
        assertThat(report.findings().get(0).seen()).isEqualTo("_ab12.doubled-name.example.doubled-name.example");
    }

    @ParameterizedTest
    @CsvSource({
        "_pki-validation.sub.nsol.example.nsol.example",
        "_pki-validation.sub.nsol.example.sub.nsol.example",
        "sub.nsol.example",
        "pki-validation.sub.nsol.example"
    })
    void recordStandsAtAnotherName(String name) {
        world.publish(name, "TXT", 300, "token");
        var report = world.look(txt("sub.nsol.example", "token"));

        assertFound(report, false, WRONG_NAME);
        assertThat(report.findings().get(0).seen()).isEqualTo(name);
    }

    @Test
    void asteriskDoesNotHideThatTheNameIsWrong() {
        world.publish("*.nsol.example", "CNAME", 300, "web.nsol.example.");
        assertFound(world.look(cname("nsol.example")), false, WRONG_VALUE);

        world.publish("_ab12.nsol.example.nsol.example", "CNAME", 300, TARGET);
        assertFound(world.look(cname("nsol.example")), false, WRONG_NAME);
    }

    @Test
    void textBehindAliasesIsFoundWithAHint() {
        world.publish("_pki-validation.cname-chain.example", "TXT", 300, "token");
        var report = world.look(txt("cname-chain.example", "token"));

        assertFound(report, true, PUBLISHED, CNAME_CHAIN);
        assertThat(report.findings().get(1).seen()).isEqualTo("alias-2._pki-validation.cname-chain.example");
    }

    @Test
    void aliasBehindAliasesIsFoundWithAHint() {
        world.publish("_ab12.nsol.example", "CNAME", 300, "dcv.provider.example.");
        world.publish("dcv.provider.example", "CNAME", 300, "dcv2.provider.example.");
        world.publish("dcv2.provider.example", "CNAME", 300, TARGET);

        assertFound(world.look(cname("nsol.example")), true, PUBLISHED, CNAME_CHAIN);
    }

    @Test
    void aliasesThatGoRoundEnd() {
        world.publish("_ab12.nsol.example", "CNAME", 300, "_cd34.nsol.example.");
        world.publish("_cd34.nsol.example", "CNAME", 300, "_ab12.nsol.example.");

        assertFound(world.look(cname("nsol.example")), false, WRONG_VALUE);
    }

    @Test
    void signaturesAreWrong() {
        world.publish("_ab12.dnssec-failure.example", "CNAME", 300, TARGET);
        var report = world.look(cname("dnssec-failure.example"));

        assertFound(report, false, DNSSEC_FAILURE);
        assertThat(report.findings().get(0).at()).isEqualTo("_ab12.dnssec-failure.example");
    }

    @Test
    void serversFail() {
        assertFound(world.look(cname("server-failure.example")), false, NO_ANSWER);
    }

    @Test
    void silenceEndsWithOurPatience() {
        var begun = Instant.now();
        var report = world.lookUp(Duration.ofSeconds(1)).look(cname("silent.example"), LookWorld.CA, false);

        assertFound(report, false, NO_ANSWER);
        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofMillis(600), Duration.ofSeconds(3));
    }

    @Test
    void nextResolverIsAskedWhenOneIsSilent() {
        world.publish("_ab12.nsol.example", "CNAME", 300, TARGET);
        var lookUp = world.lookUp(Duration.ofSeconds(8), "127.0.0.1:9," + world.resolver(), world.web(true));

        assertFound(lookUp.look(cname("nsol.example"), LookWorld.CA, false), true, PUBLISHED);
    }

    @Test
    void datagramThatGetsLostIsSentAgain() throws IOException {
        world.publish("_ab12.nsol.example", "CNAME", 300, TARGET);
        try (var lossy = new LossyLine(world.resolver())) {
            var lookUp = world.lookUp(Duration.ofSeconds(8), lossy.address(), world.web(true));

            assertFound(lookUp.look(cname("nsol.example"), LookWorld.CA, false), true, PUBLISHED);
            assertThat(lossy.lost()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0 issue \\\"harica.gr\\\", false, false",
        "0 issue \\\"harica.gr\\\", true, false",
        "0 issue \\\"Sectigo.com; validationmethods=dns-01\\\", true, true",
        "0 issue \\\";\\\", false, false",
        "0 issuewild \\\"harica.gr\\\", false, true",
        "0 issuewild \\\"harica.gr\\\", true, false",
        "0 iodef \\\"mailto:security@nsol.example\\\", true, true",
        "128 unheardof \\\"x\\\", false, false"
    })
    void caaDecidesWhoMayIssue(String caa, boolean wildcard, boolean allowed) {
        world.publish("_ab12.nsol.example", "CNAME", 300, TARGET);
        world.publish("nsol.example", "CAA", 300, caa);
        var report = world.lookUp(Duration.ofSeconds(8)).look(cname("nsol.example"), LookWorld.CA, wildcard);

        if (allowed) {
            assertFound(report, true, PUBLISHED);
        } else {
            assertFound(report, false, CAA_FORBIDS, PUBLISHED);
            assertThat(report.findings().get(0).expected()).isEqualTo(LookWorld.CA);
        }
    }

    @Test
    void nearestCaaDecides() {
        world.publish("_ab12.buoys.nsol.example", "CNAME", 300, TARGET);
        world.publish("nsol.example", "CAA", 300, "0 issue \\\"harica.gr\\\"");
        var forbidden = world.look(cname("buoys.nsol.example"));
        assertFound(forbidden, false, CAA_FORBIDS, PUBLISHED);
        assertThat(forbidden.findings().get(0).at()).isEqualTo("nsol.example");

        var harica = world.lookUp(Duration.ofSeconds(8)).look(cname("buoys.nsol.example"), "harica.gr", false);
        assertFound(harica, true, PUBLISHED);

        world.publish("buoys.nsol.example", "CAA", 300, "0 issue \\\"sectigo.com\\\"");
        assertFound(world.look(cname("buoys.nsol.example")), true, PUBLISHED);
    }

    private static void assertFound(DcvReport report, boolean ready, FindingKind... kinds) {
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(kinds);
        assertThat(report.ready()).isEqualTo(ready);
    }
}
