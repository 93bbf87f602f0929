package be.belnet.orderdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.Challenge;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff do on the board for a customer that moves comes about, and stands in the order file in their name. */
@ProcessTest
class DomainActsTest {
    @LocalServerPort
    int port;

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
    DomainRounds rounds;

    @Autowired
    CustomersTurn turn;

    @Autowired
    OrderFile orders;

    @Test
    void domainIsGivenUpAndTheWildcardOfTheOtherIsAdded() {
        String customer = register.university("nl");
        String name = customer.toLowerCase(Locale.ROOT);
        Domain kept = new Domain(name + ".example");
        digicert.organisation(customer, List.of(kept, new Domain("sold-" + name + ".example")));
        String file = awaitingRecords(customer);

        assertThat(act(find(file, State.RECORD_AWAITED, "sold-"), "giving-up")).isEqualTo(302);
        desk.runJobs(file);
        assertThat(find(file, State.GIVEN_UP, "sold-").state()).isEqualTo(State.GIVEN_UP);
        assertThat(orders.events(file)).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo("domainGivenUp");
            assertThat(event.actor()).isEqualTo("operations1");
            assertThat(event.facts()).containsEntry("reason", "Sold");
        });

        publish(find(file, State.RECORD_AWAITED, name));
        turn.published(file, List.of(0, 1));
        desk.runJobs(file);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            rounds.look(file);
            assertThat(find(file, State.WILDCARD_AWAITED, name).validUntil()).isNotNull();
        });
        assertThat(act(find(file, State.WILDCARD_AWAITED, name), "wildcard")).isEqualTo(302);
        desk.runJobs(file);
        assertThat(find(file, State.VALIDATED, name).wildcard()).isEqualTo(Wildcard.ADDED);
        assertThat(sectigo.holder(kept.wildcard())).contains(sectigo.legalName(customer));
    }

    private String awaitingRecords(String customer) {
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        String file = desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo"));
        sectigo.validate(customer);
        organisations.look(file);
        return file;
    }

    private int act(CertificateDomain domain, String act) {
        return new ApiCaller(port, "operations1", "en")
                .postForm("/dcs/domains/%d/%s".formatted(domain.id(), act), Map.of("reason", "Sold"))
                .statusCode();
    }

    /** The file's one domain that stands so and begins so. */
    private CertificateDomain find(String file, State state, String beginning) {
        List<CertificateDomain> found = rounds.of(file).stream()
                .filter(domain ->
                        domain.state() == state && domain.domain().name().startsWith(beginning))
                .toList();
        assertThat(found).as("%s %s in %s", state, beginning, rounds.of(file)).hasSize(1);
        return found.get(0);
    }

    private void publish(CertificateDomain domain) {
        var record = (Challenge.DnsRecord) domain.challenge();
        partners.have(
                "/api/dns/records",
                "{\"name\":\"%s\",\"type\":\"CNAME\",\"ttl\":300,\"value\":\"%s\"}"
                        .formatted(record.name(), record.value()));
    }
}
