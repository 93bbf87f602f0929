package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DigiCert is never asked to revoke (D5), whichever way a move goes: its ledger has reads alone. */
@ProcessTest
class NothingIsRevokedTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds domains;

    @Autowired
    FormerCertificateRounds rounds;

    @Autowired
    FormerCertificates certificates;

    @Autowired
    CustomersTurn turn;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    TestClock clock;

    private String customer;
    private Domain domain;
    private long callsBefore;

    @BeforeEach
    void customerAtDigiCert() {
        customer = register.university("nl");
        domain = new Domain(customer.toLowerCase(Locale.ROOT) + ".example");
        digicert.organisation(customer, List.of(domain));
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        callsBefore = calls("%");
    }

    @AfterEach
    void ledgerHasReadsAlone() {
        clock.putBack();
        assertThat(calls("%")).as("calls there are").isGreaterThan(callsBefore);
        assertThat(calls("%")).isEqualTo(calls("GET %"));
        assertThat(effects("certificate revoked")).isZero();
    }

    @Test
    void customerIsMovedAndItsCertificateFollowedToItsEnd() {
        String file = migrate();
        sectigo.validate(customer);
        organisations.look(file);
        domains.look(file);
        publish(domains.of(file).get(0));
        turn.published(file, List.of(0));
        desk.runJobs(file);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            domains.look(file);
            assertThat(domains.of(file).get(0).state()).isEqualTo(CertificateDomain.State.WILDCARD_AWAITED);
        });
        turn.declineWildcards(file, List.of(0));
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(only().state()).isEqualTo(State.IN_USE);
        assertThat(only().certificate().names())
                .containsExactly(domain.wildcard().name());
        LocalDate last = only().certificate().expiresOn();

        for (LocalDate day = last.minusDays(32); !day.isAfter(last.plusDays(1)); day = day.plusDays(4)) {
            look(day);
        }
        look(last.plusDays(1));
        assertThat(only().state()).isEqualTo(State.EXPIRED);
        assertThat(correspondence.of(file))
                .filteredOn(mail -> mail.template().equals("former-certificates"))
                .hasSizeBetween(2, 3)
                .extracting(SentMail::subject)
                .allMatch(subject -> subject.contains("vervallen binnenkort"));
    }

    @Test
    void moveThatIsLeftTakesNothingAwayAtDigiCert() {
        String file = migrate();
        process.cancel(file, "the customer stays");
        desk.runJobs(file);

        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(only().state()).isEqualTo(State.IN_USE);
        look(clock.today().plusDays(190));
        assertThat(correspondence.of(file)).extracting(SentMail::template).doesNotContain("former-certificates");
    }

    private String migrate() {
        return desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo"));
    }

    private void publish(CertificateDomain known) {
        var record = (Challenge.DnsRecord) known.challenge();
        partners.have(
                "/api/dns/records",
                "{\"name\":\"%s\",\"type\":\"CNAME\",\"ttl\":300,\"value\":\"%s\"}"
                        .formatted(record.name(), record.value()));
    }

    private void look(LocalDate day) {
        clock.to(day.atTime(8, 0).atZone(BRUSSELS).toInstant());
        for (int round = 0; round < 50 && certificates.due(10_000).contains(customer); round++) {
            rounds.look();
        }
    }

    private FollowedCertificate only() {
        assertThat(certificates.of(customer)).hasSize(1);
        return certificates.of(customer).get(0);
    }

    private static long calls(String like) {
        return TestWorld.sandboxTables()
                .sql("select count(*) from ledger_call where partner = 'digicert' and call like ?")
                .param(like)
                .query(Long.class)
                .single();
    }

    private static long effects(String kind) {
        return TestWorld.sandboxTables()
                .sql("select count(*) from ledger_effect where partner = 'digicert' and kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
