package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The first day of somebody at the Service Desk who reads no English: a task, and where an order is. */
@BrowserTest
class ServiceDeskBrowserTest {
    private static final String INTRODUCE = "Introduce account manager";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    ServiceDeskBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr"})
    void firstTaskIsDoneAndTheOrderFoundWithoutEnglish(String language) {
        var labels = new Labels("tasklist", language);
        String customer = register.university("nl");
        try (Person desk = person("desk1", language).atTasklist()) {
            Page page = desk.page();
            desk.startForm("BAMS order");
            labels.assertSpoken(page, "start form");
            new Form(page)
                    .write("acronym", customer)
                    .write("contactName", "Mail administrator")
                    .write("contactEmail", "mail-admin@customer.example");
            desk.started();
            String order = orders.openOrders(customer, "BAMS", "order").stream()
                    .map(Order::number)
                    .findFirst()
                    .orElseThrow();

            Form form = desk.work(order, INTRODUCE);
            labels.assertSpoken(page, "form");
            desk.picture("40-inbox-" + language);
            for (String tab : new String[] {"HISTORY", "DIAGRAM", "DESCRIPTION"}) {
                open(page, labels.of(tab));
                labels.assertSpoken(page, tab);
            }
            open(page, "Dossier");
            Locator file = page.locator(".orderdesk-order-file");
            assertThat(file.locator("h1")).containsText(order);
            assertThat(file.locator(".timeline li").first()).isVisible();
            desk.picture("41-order-tab-" + language);
            labels.assertSpoken(page, "order tab");

            open(page, labels.of("FORM"));
            assertThat(form.root()).isVisible();
            desk.done();
            findsWhereItIs(desk, order, customer, labels);
            desk.picture("42-order-found-" + language);
        }
    }

    /** The first visit: later ones find the labels of the last. */
    @Test
    void labelsThatComeLateAreWaitedFor() {
        try (Person desk = person("desk1", "nl")) {
            desk.page().route("**/tasklist/locales/nl.json*", labels -> {
                desk.page().waitForTimeout(4000);
                labels.resume();
            });
            desk.atTasklist();
            new Labels("tasklist", "nl").assertSpoken(desk.page(), "lists");
        }
    }

    /** By the keyboard alone, whatever else is open. */
    private void findsWhereItIs(Person desk, String order, String customer, Labels labels) {
        Page page = desk.page();
        page.keyboard().press("Control+Alt+o");
        page.keyboard().type(customer);
        Locator found = page.locator("#orderdesk-results [role=option]");
        assertThat(found).hasCount(1);
        assertThat(found).containsText(order);
        assertThat(found).hasAttribute("aria-selected", "true");
        labels.assertSpoken(page, "search");
        page.keyboard().press("Enter");
        Locator dialog = page.locator("dialog.orderdesk-dialog");
        assertThat(dialog.locator("h1")).containsText(order);
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".orderdesk-search input")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.orderdesk-dialog h1")).containsText(order);
    }

    @Test
    void listsHaveNamesAndCounts() {
        try (Person desk = person("desk1", "de").atTasklist()) {
            Locator lists = desk.page().locator(".task-filters .task-filter h4");
            assertThat(lists).hasCount(6);
            assertThat(lists.first()).containsText("Aufgaben meiner Gruppe");
            assertThat(lists.first().locator(".orderdesk-count")).hasText(java.util.regex.Pattern.compile("\\d+"));
        }
    }

    @ParameterizedTest
    @CsvSource({"nl", "fr"})
    void otherWebappsSpeakTheReadersLanguage(String language) {
        try (Person admin = person("admin", language)) {
            walk(admin, language, "welcome", "#!/welcome");
            walk(
                    admin,
                    language,
                    "cockpit",
                    "#/dashboard",
                    "#/processes",
                    "#/tasks",
                    "#/decisions",
                    "#/repository",
                    "#/batch");
            walk(
                    admin,
                    language,
                    "admin",
                    "#/",
                    "#/users",
                    "#/user-create",
                    "#/users/desk1?tab=profile",
                    "#/groups",
                    "#/tenants",
                    "#/authorization?resource=0",
                    "#/system?section=system-settings-general");
        }
    }

    private void walk(Person person, String language, String app, String... places) {
        var labels = new Labels(app, language);
        Page page = person.page();
        for (String place : places) {
            page.navigate("/camunda/app/%s/default/%s".formatted(app, place));
            assertThat(page.locator(".navbar-brand")).isVisible();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            person.picture("43-%s-%s-%s".formatted(app, place.replaceAll("[^a-z]+", "-"), language));
            labels.assertSpoken(page, app + " " + place);
        }
    }

    private static void open(Page page, String tab) {
        page.locator(".tabbed-content .nav-tabs a:text-is('%s')".formatted(tab)).click();
    }

    private Person person(String user, String language) {
        return new Person(browser, "http://localhost:" + port, language + "-BE", user);
    }
}
