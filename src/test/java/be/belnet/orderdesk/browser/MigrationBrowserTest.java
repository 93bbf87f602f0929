package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer that moves from DigiCert to Sectigo, from the manager's form to the mail that all is done. */
@BrowserTest
class MigrationBrowserTest {
    /** One of the sample customers, with two domains. */
    private static final String CUSTOMER = "DEMERHS";

    private static final String NAME = "Hogeschool Demervallei";
    private static final String CONTACT = "mail-admin@demervallei.example";
    private static final String DOMAIN = "demervallei.example";
    private static final String EVENTS = "events-demervallei.example";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Subscribers subscribers;

    private String file;

    MigrationBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void customerMovesWithTwoRecordsAndItsPage() {
        subscribers.certificatesOnPaper(CUSTOMER, LocalDate.of(2024, 3, 1), DOMAIN);
        managerBeginsTheMigration();
        sectigoValidatesTheOrganisation();
        try (var profile = browser.newContext()) {
            Page page = profile.newPage();
            customerOpensTheLinkInItsMail(page);
            List<DnsRecord> asked = recordsOf(page);
            assertThat(asked).extracting(DnsRecord::domain).containsExactly(DOMAIN, EVENTS);
            publish(asked);
            customerSaysSo(page);
            customerAddsOneWildcardAndDoesWithoutTheOther(page);
            customerIsTold(page);
        }
        orderFileTellsTheStory();
    }

    private void managerBeginsTheMigration() {
        try (Person manager = person("manager1").atTasklist()) {
            manager.startForm("DCS migration")
                    .write("acronym", CUSTOMER)
                    .choose("formerAuthority", "DigiCert")
                    .choose("authority", "Sectigo");
            manager.picture("60-migration-requested");
            manager.started();
        }
        file = orders.openOrders(CUSTOMER, "DCS", "migration").stream()
                .map(Order::number)
                .findFirst()
                .orElseThrow();
    }

    private void sectigoValidatesTheOrganisation() {
        try (var profile = browser.newContext()) {
            Page world = profile.newPage();
            await(() -> {
                world.navigate(sandbox("/"));
                return world.locator("section:has(h2:has-text('Organisations (Sectigo)')) tr:has-text('%s')"
                                        .formatted(NAME))
                                .count()
                        == 1;
            });
            APIResponse validated = world.request()
                    .post(
                            sandbox("/api/sectigo/validated-organisations"),
                            RequestOptions.create().setData(Map.of("name", NAME)));
            assertThat(validated).isOK();
        }
    }

    private void customerOpensTheLinkInItsMail(Page page) {
        Journey.openMail(page, CONTACT, "wat alleen u kunt doen", 1);
        Person.wholePicture(page, "61-mail");
        String link = page.frameLocator("iframe")
                .locator("a[href*='/domains/']")
                .first()
                .getAttribute("href");
        page.navigate(address() + URI.create(link).getPath());
        assertThat(page.locator("h1")).containsText("Sectigo");
        Person.wholePicture(page, "62-page");
    }

    private record DnsRecord(String domain, String type, String name, String value) {}

    /** As they stand on the customer's page. */
    private static List<DnsRecord> recordsOf(Page page) {
        return page.locator("details.domain").all().stream()
                .map(domain -> {
                    List<String> fields =
                            domain.locator("dl.record > dd > code").allTextContents();
                    return new DnsRecord(
                            domain.locator("h3.name").textContent(), fields.get(0), fields.get(1), fields.get(2));
                })
                .toList();
    }

    private void publish(List<DnsRecord> records) {
        try (var profile = browser.newContext()) {
            Page dns = profile.newPage();
            for (DnsRecord record : records) {
                dns.navigate(sandbox("/dns"));
                Locator form = dns.locator("#records form.fields");
                form.locator("[name=name]").fill(record.name());
                form.locator("[name=type]").selectOption(record.type());
                form.locator("[name=ttl]").fill("300");
                form.locator("[name=value]").fill(record.value());
                form.locator("button").click();
                assertThat(dns.locator("#records tr:has-text('%s')".formatted(record.name())))
                        .hasCount(1);
            }
        }
    }

    private void customerSaysSo(Page page) {
        page.locator("section[aria-labelledby=all] form[action*='/published'] button")
                .click();
        assertThat(page.locator(".message[role=status]")).isVisible();
        Person.wholePicture(page, "63-page-published");
        await(() -> {
            page.reload();
            return page.locator("form[action*='/wildcards']").count() == 2;
        });
        Person.wholePicture(page, "64-page-wildcards");
    }

    /** The one it adds as its own people would, at Sectigo. */
    private void customerAddsOneWildcardAndDoesWithoutTheOther(Page page) {
        addAtSectigo(page, "*." + DOMAIN);
        Locator declined = page.locator("details.domain").filter(new Locator.FilterOptions().setHasText(EVENTS));
        declined.locator("details:has(form[action*='/wildcards']) > summary").click();
        declined.locator("form[action*='/wildcards'] button").click();
        await(() -> orders.get(file).state() == OrderState.COMPLETED);
        page.navigate(page.url());
        assertThat(page.locator("details.domain")).hasCount(0);
        Person.wholePicture(page, "65-page-done");
    }

    private static void addAtSectigo(Page page, String domain) {
        var organisations = page.request().get(sandbox("/sectigo/api/organization/v1"), asAdministrator());
        int organisation = idOf(organisations.text());
        APIResponse added = page.request()
                .post(
                        sandbox("/sectigo/api/domain/v1"),
                        asAdministrator()
                                .setData(Map.of(
                                        "name",
                                        domain,
                                        "delegations",
                                        List.of(Map.of("orgId", organisation, "certTypes", List.of("SSL"))))));
        assertThat(added).isOK();
    }

    private static int idOf(String organisations) {
        try {
            for (JsonNode one : new ObjectMapper().readTree(organisations)) {
                if (one.path("name").asText().equals(NAME)) {
                    return one.path("id").asInt();
                }
            }
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(organisations, unreadable);
        }
        throw new AssertionError(organisations);
    }

    private static RequestOptions asAdministrator() {
        return RequestOptions.create()
                .setHeader("login", "rao")
                .setHeader("password", "p")
                .setHeader("customerUri", "belnet")
                .setHeader("Content-Type", "application/json;charset=utf-8");
    }

    private void customerIsTold(Page page) {
        Journey.openMail(page, CONTACT, "komen nu van", 1);
        Person.wholePicture(page, "66-mail-migrated");
        assertThat(page.frameLocator("iframe").locator("body")).containsText(DOMAIN);
    }

    private void orderFileTellsTheStory() {
        try (Person manager = person("manager1")) {
            manager.page().navigate("/orders/" + file);
            assertThat(manager.page().locator("h1")).containsText(file);
            assertThat(manager.page().locator(".head .tag").last()).hasText("Voltooid");
            assertThat(manager.page().locator(".timeline")).containsText("De klant is gemigreerd");
            Person.wholePicture(manager.page(), "67-order-page");
        }
    }

    private Person person(String user) {
        return new Person(browser, address(), "nl-BE", user);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static String sandbox(String path) {
        return "http://127.0.0.1:%d%s".formatted(TestWorld.sandboxPort(), path);
    }

    private static void await(Callable<Boolean> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(wanted);
    }
}
