package be.belnet.orderdesk.dcs.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;

/** A customer that moves to another CA by nothing but its mail and its page. */
@ProcessTest
class MigrationByPageTest {
    private static final Pattern LINK = Pattern.compile("https?://[^/]+(/domains/[A-Za-z0-9_-]+)");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    DomainRounds rounds;

    @Autowired
    CertificateDomains domains;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    private Visitor visitor;
    private String file;
    private String link;

    @BeforeEach
    void customerIsTold() {
        visitor = new Visitor(port);
        String customer = register.university("en");
        String name = customer.toLowerCase(Locale.ROOT);
        digicert.organisation(
                customer, List.of(new Domain(name + ".example"), new Domain("campus-" + name + ".example")));
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        file = desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo"));
        sectigo.validate(customer);
        organisations.look(file);
        rounds.look(file);
        link = link(lastMail());
    }

    @Test
    void zoneFileAndTwoClicksAreEnough() throws IOException {
        assertThat(lastMail().attachments()).containsExactly("records.csv", "records.zone");
        publish(visitor.get(link + "/records.zone").body());
        assertThat(visitor.act(link + "/published"))
                .contains("is published as it should be", "Sectigo is checking", "do not stand in the way of Sectigo");
        desk.runJobs(file);
        await().untilAsserted(() -> {
            rounds.look(file);
            assertThat(states()).containsOnly(State.WILDCARD_AWAITED);
        });
        assertThat(visitor.get(link).body()).contains("Now add *.");
        visitor.act(link + "/wildcards", "place", "0");
        visitor.act(link + "/wildcards", "place", "1");
        desk.runJobs(file);

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(orders.events(file))
                .filteredOn(event -> event.kind().equals("wildcardDeclined"))
                .hasSize(2)
                .allMatch(event -> event.actor().equals("customer"));
        assertThat(visitor.get(link).body())
                .contains("2 of 2 domains done", "All domains are done", "without *.")
                .doesNotContain("<form");
        assertThat(lastMail().template()).isEqualTo("customer-migrated");
    }

    @Test
    void mailIsChosenForOneDomainAndItsAddressToo() {
        visitor.act(link + "/method", "place", "1", "method", "EMAIL");
        desk.runJobs(file);
        String address = "postmaster@" + domains.get(file, 1).domain();
        assertThat(visitor.get(link).body()).contains("Choose the address", "value=\"" + address);
        assertThat(visitor.act(link + "/method", "place", "1", "method", "EMAIL", "address", "me@other.example"))
                .contains("Nothing has changed");
        visitor.act(link + "/method", "place", "1", "method", "EMAIL", "address", address);
        desk.runJobs(file);

        assertThat(states()).containsExactly(State.RECORD_AWAITED, State.SUBMITTED);
        assertThat(domains.get(file, 1).mailAddress()).isEqualTo(address);
        assertThat(visitor.get(link).body()).contains("Sectigo writes to " + address);
    }

    @Test
    void textRecordTakesThePlaceOfTheAlias() {
        assertThat(visitor.act(link + "/method", "method", "TXT")).contains("Sectigo is being asked");
        desk.runJobs(file);

        assertThat(domains.of(file)).extracting(CertificateDomain::method).containsOnly(ValidationMethod.TXT);
        assertThat(visitor.get(link).body()).contains("_pki-validation.", "All in one piece");
        assertThat(visitor.get(link + "/records.zone").body()).contains(" IN TXT \"");
    }

    private List<State> states() {
        return domains.of(file).stream().map(CertificateDomain::state).toList();
    }

    private static void publish(String zone) throws IOException {
        try (var lines =
                new Master(new ByteArrayInputStream(zone.getBytes(StandardCharsets.US_ASCII)), Name.root, 60)) {
            for (var record = lines.nextRecord(); record != null; record = lines.nextRecord()) {
                var alias = (CNAMERecord) record;
                CustomersDns.publish(
                        alias.getName().toString(true),
                        "CNAME",
                        alias.getTTL(),
                        alias.getTarget().toString());
            }
        }
    }

    private static String link(SentMail mail) {
        var link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private SentMail lastMail() {
        return correspondence.of(file).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
