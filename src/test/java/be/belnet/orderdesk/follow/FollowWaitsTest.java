package be.belnet.orderdesk.follow;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.page.Visitor;
import be.belnet.orderdesk.dcs.process.DomainRounds;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.order.OrderFile;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page of a file says while it waits for records, for a letter or for a last day. */
@OrderdeskTest
class FollowWaitsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final Pattern DOMAINS = Pattern.compile("href=\"https?://[^/]+(/domains/[A-Za-z0-9_-]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

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
    CustomerRegister customers;

    @Autowired
    Correspondence correspondence;

    @Autowired
    FollowLinks links;

    @Autowired
    TestClock clock;

    private Visitor visitor;
    private String customer;

    @BeforeEach
    void visitorOfACustomer() {
        visitor = new Visitor(port);
        customer = register.university("en");
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void whoHasTheMailsAboutDomainsIsLedToTheirPage() {
        String file = toldCustomer();
        domains.refuse(domains.get(file, 0), "Not now.");
        String page = visitor.get(Follower.page(lastMail(file))).body();

        assertThat(page)
                .contains("We are waiting for you.", "Domains wait for you.", "To the page of your domains")
                .doesNotContain("answer our last mail", "Belnet is working on it");
        var link = DOMAINS.matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(visitor.get(link.group(1)).body()).contains(file);
    }

    @Test
    void otherContactsReadWhichMailHasTheLink() {
        String file = toldCustomer();
        String subject = lastMail(file).subject().replaceFirst("^\\[[^]]*] ", "");

        assertThat(visitor.get(signatorysPage(file) + "?lang=en").body())
                .contains("Domains wait for your organisation.", "our mail “" + subject + "”")
                .doesNotContain("answer our last mail", "/domains/");
    }

    @Test
    void nothingIsAskedWhereNoDomainIsTheCustomers() {
        String file = toldCustomer();
        domains.of(file).forEach(domain -> domains.enter(domain, State.VALIDATED));

        assertThat(visitor.get(Follower.page(lastMail(file))).body()).doesNotContain("Domains wait", "/domains/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | de laatste dag is 31 december 2027. | Tot dan niemand | Niets: uw dienst loopt tot en met 31 december 2027 | Wij wachten op u",
                "fr | le dernier jour est le 31 décembre 2027. | Personne d’ici là | votre service court jusqu’au 31 décembre 2027 inclus | Nous vous attendons",
                "en | the last day is 31 December 2027. | Nobody until then | Nothing: your service runs up to and including 31 December 2027 | We are waiting for you",
                "de | Der letzte Tag ist der 31. Dezember 2027. | Bis dahin niemand | Nichts: Ihr Dienst läuft bis einschließlich 31. Dezember 2027 | Wir warten auf Sie"
            })
    void nothingIsToBeDoneUntilTheLastDay(String language, String standing, String turn, String next, String wait) {
        notices.spring();
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());

        assertThat(visitor.get(Follower.page(lastMail(file)) + "?lang=" + language)
                        .body())
                .contains(standing, turn, next)
                .doesNotContain(wait, "??", "{0}");
    }

    @Test
    void letterIsToBePosted() {
        notices.spring();
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of("channel", "mail"));

        assertThat(visitor.get(Follower.page(lastMail(file)) + "?lang=en").body())
                .contains("We are waiting for you.", "Post the registered letter", "30 September 2027")
                .contains("the last day of your service is 31 December 2027")
                .doesNotContain("answer our last mail");
    }

    /** Number of the file of a customer that moves and was told what to publish. */
    private String toldCustomer() {
        String name = customer.toLowerCase(Locale.ROOT);
        digicert.organisation(
                customer, List.of(new Domain(name + ".example"), new Domain("campus-" + name + ".example")));
        subscribers.certificatesOnPaper(customer, LONG_AGO);
        String file = desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customer, "formerAuthority", "digicert", "authority", "sectigo"));
        sectigo.validate(customer);
        organisations.look(file);
        rounds.look(file);
        return file;
    }

    private String signatorysPage(String file) {
        String email =
                customers.contact(customer, ContactRole.SIGNATORY).orElseThrow().email();
        var signatory = new Recipient("signatory", "Signatory", email, "en");
        return URI.create(links.to(orders.get(file), signatory).orElseThrow().address())
                .getPath();
    }

    private SentMail lastMail(String file) {
        return correspondence.of(file).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
