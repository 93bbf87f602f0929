package be.belnet.orderdesk.fortinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.bams.Appliance.State;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.bams.ProtectedDomain;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FortiMailGatewayTest {
    private static final String ORDER = "BAMS-2026-00042";
    private static final ProtectedDomain KBR = new ProtectedDomain("kbr.example", "mx1.kbr.example");
    private static final ProtectedDomain MUSEUM = new ProtectedDomain("museum.example", "203.0.113.25");

    private static PartnerWorld world;

    private MailGateway gateway;
    private Licence licence;
    private String address;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void anApplianceIsReady() {
        world.sandbox().delete("/api/world");
        gateway = world.bean(MailGateway.class);
        address = build(world);
    }

    @Test
    void freshApplianceRunsOnTheLicenceOrderedForIt() {
        assertThat(gateway.answers(address)).isTrue();
        assertThat(gateway.serialNumber(address)).isEqualTo(licence.serialNumber());
        assertThat(gateway.protectedDomains(address)).isEmpty();
    }

    @Test
    void domainsAreProtectedAndReadBack() {
        gateway.protect(address, List.of(KBR, MUSEUM));

        assertThat(gateway.protectedDomains(address)).containsExactlyInAnyOrder(KBR, MUSEUM);
    }

    @Test
    void protectedTwiceChangesNothing() {
        gateway.protect(address, List.of(KBR));
        gateway.protect(address, List.of(KBR));

        assertThat(effects()).containsOnlyOnce("domain created").doesNotContain("domain changed");
    }

    @Test
    void newMailHostReplacesTheOld() {
        gateway.protect(address, List.of(KBR, MUSEUM));
        var moved = new ProtectedDomain("kbr.example", "mx2.kbr.example");

        gateway.protect(address, List.of(moved));

        assertThat(gateway.protectedDomains(address)).containsExactlyInAnyOrder(moved, MUSEUM);
    }

    @Test
    void domainTheApplianceRefusesNeedsAPerson() {
        assertThatThrownBy(() -> gateway.protect(address, List.of(new ProtectedDomain("no domain", "mx1.kbr.example"))))
                .isInstanceOf(PartnerRefusedException.class);
    }

    @Test
    void endedSessionIsReplacedOnTheWay() {
        gateway.protect(address, List.of(KBR));
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("delete from fortimail_session")
                .update();

        assertThat(gateway.protectedDomains(address)).containsExactly(KBR);
    }

    @Test
    void wrongPasswordIsNoAnswerAndNeedsAPerson() {
        var stranger =
                world.seenWith("--orderdesk.fortinet.mail.admin-password=wrong").bean(MailGateway.class);

        assertThat(stranger.answers(address)).isFalse();
        assertThatThrownBy(() -> stranger.protect(address, List.of(KBR))).isInstanceOf(PartnerRefusedException.class);
    }

    @Test
    void nobodyAnswersAtAnAddressWithoutMachine() {
        assertThat(gateway.answers("198.51.100.200")).isFalse();
        assertThatThrownBy(() -> gateway.serialNumber("198.51.100.200"))
                .isInstanceOf(PartnerUnavailableException.class);
        assertThatThrownBy(() -> gateway.serialNumber("127.0.0.1:8080/x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bannerIsAcceptedOnTheWay() {
        try (var formal = PartnerWorld.start("--sandbox.fortimail.login-banner=true")) {
            var there = build(formal);
            formal.bean(MailGateway.class).protect(there, List.of(KBR));

            assertThat(formal.bean(MailGateway.class).protectedDomains(there)).containsExactly(KBR);
        }
    }

    private String build(PartnerWorld where) {
        var licences = where.bean(LicenceSupplier.class);
        var host = where.bean(ApplianceHost.class);
        licence = licences.order(ORDER, new LicenceRequest("KBR", 2, "base", Set.of()));
        var slot = "LICENSE-TOKEN:" + licences.activationCode(licence);
        var built = host.create(ORDER, new ApplianceRequest(2, "kbr.mx.belnet.example", slot));
        return await().pollInterval(Duration.ofMillis(50))
                .until(() -> host.look(built.id()).orElseThrow(), now -> now.state() == State.READY)
                .address();
    }

    private List<String> effects() {
        return world.sandbox().bean(Ledger.class).effects("fortimail", ORDER).stream()
                .map(Effect::kind)
                .toList();
    }
}
