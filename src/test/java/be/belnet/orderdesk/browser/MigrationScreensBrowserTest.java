package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What staff see of migrations that need them, in four languages; one of the customers has forty domains. For whoever
 * changes these screens: it looks only where {@code -Dorderdesk.screens=true} says so.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "orderdesk.screens", matches = "true")
class MigrationScreensBrowserTest {
    private static final int DOMAINS = 40;
    private static final int REFUSED = 3;

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    RuntimeService processes;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    Partners partners;

    private final List<String> begun = new ArrayList<>();
    private Readers readers;

    MigrationScreensBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void readersCome() {
        readers = new Readers(browser, address());
    }

    @AfterEach
    void allEnds() {
        partners.heal();
        readers.close();
        begun.stream()
                .filter(file -> orders.get(file).state() == OrderState.OPEN)
                .forEach(file -> process.cancel(file, "Seen"));
    }

    @Test
    void customerWithManyDomainsIsReadInAFewLines() {
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"path\":\"start/domain/\",\"times\":%d}".formatted(REFUSED));
        String customer = customerWithManyDomains();
        String file = migrate(customer);
        validate(customer);
        await(() ->
                count(file, "userTask_decideOnDomain") == REFUSED && count(file, "receiveTask_recordPublished") > 0);
        await(() -> count(file, "receiveTask_recordPublished") == DOMAINS - REFUSED);
        takeUp(file);

        for (String language : List.of("nl-BE", "fr-BE", "en-GB", "de-BE")) {
            try (Person manager = new Person(browser, address(), language, "manager1")) {
                Page page = manager.page();
                page.navigate("/orders/" + file);
                assertThat(page.locator("h1")).containsText(file);
                Person.wholePicture(page, "71-forty-domains-" + language.substring(0, 2));
                Locator standings = page.locator(".standings > li");
                assertThat(standings.filter(new Locator.FilterOptions().setHasText(REFUSED + "\u00a0×")))
                        .hasCount(1);
                assertThat(standings.count()).isLessThan(8);
            }
        }
        try (Person operator = person("operations1")) {
            operator.work(file, "Decide on domain").mark("domainDecision", 1);
            readers.read(operator, "72-decide-on-domain");
        }
        try (Person manager = person("relations1")) {
            manager.work(file, "Take up with customer");
            readers.read(manager, "73-take-up-with-customer");
        }
    }

    @Test
    void customerThatTheFormerAuthorityDoesNotKnowIsAskedAbout() {
        String file = migrate(subscriber());
        try (Person operator = person("operations1")) {
            operator.work(file, "Choose former organisation")
                    .mark("formerOrganisationDecision", 0)
                    .write("formerOrganisation", "500010");
            readers.read(operator, "74-choose-former-organisation");
        }
    }

    @Test
    void campaignIsSteered() {
        String customer = subscriber();
        for (String language : List.of("fr-BE", "en-GB", "de-BE")) {
            try (Person manager = new Person(browser, address(), language, "manager1").atTasklist()) {
                manager.startForm("DCS migration campaign");
                manager.picture("75-campaign-requested-" + language.substring(0, 2));
            }
        }
        try (Person manager = person("manager1")) {
            manager.startForm("DCS migration campaign")
                    .choose("formerAuthority", "DigiCert")
                    .choose("authority", "Sectigo")
                    .date("stopDate", LocalDate.now().plusDays(30).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")))
                    .write("customersADay", "5")
                    .write("customers", customer);
            manager.picture("75-campaign-requested-nl");
            manager.started();
            String campaign = onlyCampaign();
            begun.add(campaign);
            manager.work(campaign, "Steer campaign").mark("campaignDecision", 0);
            manager.picture("76-steer-campaign");
            readers.read(manager, "76-steer-campaign");
        }
        orders.openOrders(customer, "DCS", "migration").stream()
                .map(Order::number)
                .forEach(begun::add);
    }

    private String subscriber() {
        String customer = register.university("nl");
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        return customer;
    }

    private String customerWithManyDomains() {
        String customer = subscriber();
        String name = customer.toLowerCase(Locale.ROOT);
        digicert.organisation(
                customer,
                IntStream.rangeClosed(1, DOMAINS)
                        .mapToObj(number -> new Domain("faculty-%d-%s.example".formatted(number, name)))
                        .toList());
        return customer;
    }

    private String migrate(String customer) {
        try (Person manager = person("manager1")) {
            manager.startForm("DCS migration")
                    .write("acronym", customer)
                    .choose("formerAuthority", "DigiCert")
                    .choose("authority", "Sectigo");
            manager.started();
        }
        String file = orders.openOrders(customer, "DCS", "migration").get(0).number();
        begun.add(file);
        return file;
    }

    private void validate(String customer) {
        String name = customers.find(customer).orElseThrow().legalName();
        await(() -> partners.count(name, "organisation created") == 1);
        partners.have("/api/sectigo/validated-organisations", "{\"name\":\"%s\"}".formatted(name));
    }

    /** As after weeks of silence. */
    private void takeUp(String file) {
        String domains = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file)
                .processDefinitionKey("dcs-domains")
                .singleResult()
                .getId();
        processes
                .createProcessInstanceModification(domains)
                .startBeforeActivity("userTask_takeUpWithCustomer")
                .execute();
    }

    private String onlyCampaign() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey("dcs-migration-campaign")
                .singleResult()
                .getBusinessKey();
    }

    private static void await(Callable<Boolean> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(wanted);
    }

    private Person person(String user) {
        return new Person(browser, address(), "nl-BE", user).atTasklist();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private long count(String file, String activity) {
        return processes
                .createExecutionQuery()
                .processInstanceBusinessKey(file)
                .activityId(activity)
                .count();
    }
}
