package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers that move from DigiCert to Sectigo, domain by domain. */
@ProcessTest
class DcsMigrationProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds rounds;

    @Autowired
    CustomersTurn turn;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    private String customer;
    private Domain domain;
    private Domain campus;

    @BeforeEach
    void customerAtDigiCert() {
        customer = register.university("nl");
        String name = customer.toLowerCase(Locale.ROOT);
        domain = new Domain(name + ".example");
        campus = new Domain("campus-" + name + ".example");
        digicert.organisation(customer, List.of(domain, campus));
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
    }

    @Test
    void customerThatPublishesAllIsMigrated() throws Exception {
        String file = migrate();
        assertThat(sectigo.holder(domain)).contains(sectigo.legalName(customer));
        assertThat(templates(file))
                .as("nothing to do before the organisation is ready")
                .isEmpty();
        sectigo.validate(customer);
        organisations.look(file);
        assertThat(rounds.of(file))
                .extracting(CertificateDomain::state)
                .containsExactly(State.RECORD_AWAITED, State.RECORD_AWAITED);
        rounds.look(file);
        assertThat(templates(file)).containsExactly("domains-to-validate");
        assertThat(orders.get(file).turn()).isEqualTo(Turn.CUSTOMER);

        rounds.of(file).forEach(this::publish);
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        assertThat(rounds.of(file)).extracting(CertificateDomain::state).containsOnly(State.SUBMITTED);
        await().untilAsserted(() -> {
            rounds.look(file);
            assertThat(rounds.of(file)).extracting(CertificateDomain::state).containsOnly(State.WILDCARD_AWAITED);
        });
        assertThat(rounds.of(file)).allMatch(known -> known.validUntil() != null);

        turn.addWildcard(file, 0);
        turn.declineWildcards(file, List.of(1));
        desk.runJobs(file);
        assertThat(rounds.of(file)).extracting(CertificateDomain::state).containsOnly(State.VALIDATED);
        assertThat(rounds.of(file))
                .extracting(CertificateDomain::wildcard)
                .containsExactly(Wildcard.ADDED, Wildcard.DECLINED);
        assertThat(sectigo.holder(domain.wildcard())).contains(sectigo.legalName(customer));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(templates(file)).endsWith("customer-migrated");
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

    private List<String> templates(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }
}
