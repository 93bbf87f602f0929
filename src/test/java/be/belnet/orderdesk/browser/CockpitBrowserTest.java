package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.browser.Axe.Barrier;
import be.belnet.orderdesk.figures.Figures;
import be.belnet.orderdesk.figures.OrderSeed;
import be.belnet.orderdesk.figures.Standing;
import be.belnet.orderdesk.order.Turn;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The weekly meeting at Cockpit: two hundred orders at a glance, a process's steps, an order's file. */
@BrowserTest
class CockpitBrowserTest {
    private static final int ORDERS = 200;
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

    private static final List<List<Object>> PLACES = List.of(
            List.of("bams-order", "userTask_introduceAccountManager", Turn.BELNET),
            List.of("bams-order", "userTask_discussWishes", Turn.BELNET),
            List.of("bams-order", "userTask_determineNeeds", Turn.BELNET),
            List.of("contract-signature", "userTask_registerSignedCopies", Turn.CUSTOMER),
            List.of("contract-signature", "userTask_registerSignedCopies", Turn.CUSTOMER),
            List.of("bams-order", "receiveTask_applianceReady", Turn.SUPPLIER),
            List.of("bams-order", "userTask_handOverAppliance", Turn.BELNET),
            List.of("bams-order", "userTask_countersignContract", Turn.BELNET));

    private final Browser browser;
    private final Axe axe = new Axe();

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    Partners partners;

    @Autowired
    Figures figures;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService processes;

    @Autowired
    JdbcClient jdbc;

    private OrderSeed seed;

    CockpitBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void twoHundredOrders() {
        seed = new OrderSeed(jdbc);
        IntStream.range(0, ORDERS).forEach(this::open);
        IntStream.range(0, 40).forEach(this::finished);
        await().until(() ->
                figures.standings().stream().mapToInt(Standing::orders).sum() >= ORDERS);
    }

    @AfterEach
    void forget() {
        partners.heal();
        seed.forget();
    }

    @Test
    void managerSeesTwoHundredOrdersFindsOneAndHasFailedStepsTriedAgain() {
        String failed = samples.failedAtThePartner();
        try (Person manager = person("en-GB")) {
            Page page = manager.atCockpit().page();
            Locator first = firstPage(page);
            assertThat(first.locator(".tiles li").first()).hasText(Pattern.compile("2\\d\\dOpen orders"));
            assertThat(section(first, "Stuck orders").locator("tbody tr")).hasCount(10);
            section(first, "Stuck orders").getByText("Next").press("Enter");
            assertThat(section(first, "Stuck orders").getByText("Page 2")).isVisible();
            assertThat(section(first, "Open orders by service")
                            .locator("tr.sum td")
                            .last())
                    .not()
                    .hasText("0");
            assertThat(section(first, "Time to deliver").locator("tbody tr").first())
                    .containsText("%");
            assertThat(section(first, "Time to deliver")
                            .locator("tbody tr", within("DCS"))
                            .first()
                            .locator("td")
                            .last())
                    .hasText("–");

            find(first, seed.beginning() + "-00201");
            assertThat(first.locator("tbody tr", within("Completed")).locator("a"))
                    .hasAttribute("href", "/orders/" + seed.beginning() + "-00201");

            partners.heal();
            section(first, "Failed steps").getByText("Try all again").first().press("Enter");
            assertThat(first.locator("p.message")).hasText("Steps that are tried again: 1");
            await().atMost(Duration.ofSeconds(30)).until(() -> partners.count(failed, "licence created") == 1);
            noBarriers(page, "[data-plugin-id=orderdesk-first-page]");
            wholePicture(page, "22-cockpit-first-page");
            seeSteps(page);
            seeOrderFile(page, failed);
        }
        pictures();
    }

    @Test
    void whatOrderdeskCannotAnswerLeavesCockpitStanding() {
        try (Person manager = person("nl-BE")) {
            Page page = manager.page();
            page.route("**/desk/figures*", route -> route.fulfill(new FulfillOptions().setStatus(500)));
            manager.atCockpit();
            Locator sorry = page.locator("[data-plugin-id=orderdesk-first-page]");
            assertThat(sorry)
                    .containsText("Orderdesk kan dit nu niet tonen", new ContainsTextOptions().setTimeout(30_000));
            assertThat(page.locator(".dashboard .actual")).isVisible();
            page.unroute("**/desk/figures*");
            page.route("**/first-page.js*", route -> route.fulfill(new FulfillOptions().setStatus(404)));
            page.reload();
            assertThat(sorry)
                    .containsText("Orderdesk kan dit nu niet tonen", new ContainsTextOptions().setTimeout(30_000));
            assertThat(page.locator(".dashboard .actual")).isVisible();
        }
    }

    private void seeSteps(Page page) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("bams-order")
                .latestVersion()
                .singleResult()
                .getId();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        assertThat(page.locator(".orderdesk-legend select")).isVisible(PATIENTLY);
        Person.picture(page, "23-cockpit-steps");
        Locator badge = page.locator(".djs-overlays[data-container-id=userTask_discussWishes] .orderdesk-badge.belnet");
        assertThat(badge).isVisible(PATIENTLY);
        assertThat(badge).containsText("×");
        assertThat(badge).hasAttribute("title", Pattern.compile("Belnet: \\d+ ×, half within .*"));
        assertThat(page.locator(".orderdesk-heat").first()).isAttached();
        page.locator(".nav-tabs a").getByText("Durations of steps").click();
        Locator steps = page.locator("[role=region]").locator("tbody tr", within("Discuss wishes"));
        assertThat(steps.first()).isVisible();
        page.locator(".orderdesk-legend select").selectOption("week");
        assertThat(page.locator("select#orderdesk-period")).hasValue("week");
        assertThat(badge).isVisible();
        page.locator(".orderdesk-legend input").uncheck();
        assertThat(page.locator(".orderdesk-badge")).hasCount(0);
        page.locator(".orderdesk-legend input").check();
        assertThat(badge).isVisible();
        noBarriers(page, ".orderdesk-legend");
        Person.picture(page, "23-cockpit-steps");
    }

    private void seeOrderFile(Page page, String order) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .list()
                .forEach(instance -> {
                    page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance.getId() + "/runtime");
                    page.locator(".nav-tabs a").getByText("Order file").click();
                    assertThat(page.locator(".orderdesk-order-file h1"))
                            .containsText(order, new ContainsTextOptions().setTimeout(30_000));
                    assertThat(page.locator(".orderdesk-order-file form")).hasCount(0);
                    assertThat(page.locator(".orderdesk-order-file a:not([target=_blank])"))
                            .hasCount(0);
                });
        Person.picture(page, "24-cockpit-order-file");
    }

    /** In each language, wide and narrow; only when asked for. */
    private void pictures() {
        if (!Boolean.getBoolean("orderdesk.screens")) {
            return;
        }
        for (String language : List.of("en-GB", "nl-BE", "fr-BE", "de-BE")) {
            try (Person manager = person(language)) {
                Page page = manager.atCockpit().page();
                assertThat(firstPage(page)).not().containsText("figures.");
                wholePicture(page, "22-cockpit-first-page-" + language.substring(0, 2));
                page.setViewportSize(480, 900);
                wholePicture(page, "22-cockpit-first-page-narrow-" + language.substring(0, 2));
                page.setViewportSize(1400, 900);
                seePicturesOf(page, language.substring(0, 2));
            }
        }
    }

    private void seePicturesOf(Page page, String language) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("bams-order")
                .latestVersion()
                .singleResult()
                .getId();
        page.navigate("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        assertThat(page.locator(".orderdesk-badge").first()).isVisible(PATIENTLY);
        page.locator(".nav-tabs a").nth(3).click();
        assertThat(page.locator("select#orderdesk-period")).isVisible();
        Person.picture(page, "23-cockpit-steps-" + language);
    }

    private static void wholePicture(Page page, String name) {
        int width = page.viewportSize().width;
        page.setViewportSize(width, 3200);
        Person.picture(page, name);
        page.setViewportSize(width, 900);
    }

    private static Locator firstPage(Page page) {
        Locator first = page.locator("[data-plugin-id=orderdesk-first-page] .room");
        assertThat(first.locator(".tiles")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        return first;
    }

    private static Locator section(Locator first, String name) {
        return first.locator(
                        "section",
                        new Locator.LocatorOptions()
                                .setHas(first.page().locator("h3", new Page.LocatorOptions().setHasText(name))))
                .last();
    }

    private static Locator.LocatorOptions within(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    private static void find(Locator first, String words) {
        first.locator("input[type=search]").fill(words);
        first.locator("input[type=search]").press("Enter");
    }

    private void noBarriers(Page page, String part) {
        assertThat(axe.look(page, part).stream().filter(Barrier::isGrave)).isEmpty();
    }

    private void open(int at) {
        List<Object> place = PLACES.get(at % PLACES.size());
        Instant since = Instant.now().minus(Duration.ofHours(7L * (at % 60)));
        String order = seed.open(
                at % 3 == 0 ? "DCS" : "BAMS", "order", "CUSTOMER" + at % 40, since.minus(Duration.ofDays(20)));
        seed.step(
                order,
                "bams-order",
                "userTask_discussWishes",
                Turn.BELNET,
                since.minus(Duration.ofHours(50L + at)),
                since);
        seed.step(order, (String) place.get(0), (String) place.get(1), (Turn) place.get(2), since, null);
    }

    private void finished(int at) {
        LocalDate day = LocalDate.now().minusDays(at * 5L);
        seed.delivered(at % 3 == 0 ? "DCS" : "BAMS", day, 1440L * 2 + 240L * at);
    }

    private Person person(String language) {
        return new Person(browser, "http://localhost:" + port, language, "manager1");
    }
}
