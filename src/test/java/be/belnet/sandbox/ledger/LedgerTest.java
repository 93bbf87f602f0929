package be.belnet.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.sandbox.SandboxRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static SandboxRunner sandbox;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        assertThat(sandbox.delete("/api/world").statusCode()).isEqualTo(204);
    }

    @Test
    void effectsAreFoundByPartnerAndReference() {
        var ledger = sandbox.bean(Ledger.class);
        ledger.effect("fortiflex", "licence created", "BAMS-2026-00042", "FEVMMLTM00000001");
        ledger.effect("openstack", "server created", "BAMS-2026-00042", "a1");
        ledger.effect("fortiflex", "licence created", "BAMS-2026-00043", "FEVMMLTM00000002");

        assertThat(ledger.effects("fortiflex", "BAMS-2026-00042"))
                .extracting(Effect::objectId)
                .containsExactly("FEVMMLTM00000001");
        assertThat(sandbox.get("/api/ledger?reference=BAMS-2026-00042").body())
                .contains("\"kind\":\"server created\"")
                .doesNotContain("BAMS-2026-00043");
    }

    @Test
    void everyPartnerCallIsEnteredEvenARefusedOne() {
        var status = sandbox.get("/forticare/api/nowhere").statusCode();

        assertThat(sandbox.bean(Ledger.class).calls("forticare", null))
                .extracting(Call::call, Call::status)
                .containsExactly(tuple("GET /api/nowhere", status));
    }

    @Test
    void lookingAtTheWorldIsNoCall() {
        sandbox.get("/api/ledger");

        assertThat(sandbox.bean(Ledger.class).countCalls()).isZero();
    }
}
