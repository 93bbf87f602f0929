package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the pictures of docs/screens.md anew: every page of {@link PageVisits} by itself, and what else is named here. A
 * new picture wants a row in the table.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "orderdesk.screens", matches = "docs")
class ScreensBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    OrderDocuments documents;

    @Autowired
    RepositoryService models;

    ScreensBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void thereIsSomethingToSee() {
        samples.at(port);
    }

    @AfterEach
    void othersGoOn() {
        samples.goOn();
    }

    @Test
    void pages() {
        Set<String> seen = new HashSet<>();
        try (Window window = window("en-GB", ColorScheme.LIGHT)) {
            for (PageVisit visit : PageVisits.all(samples)) {
                if (seen.add(visit.mapping())) {
                    visit.open(window, "en");
                    Screens.keep(window.page(), Screens.name(visit.mapping()));
                }
            }
        }
    }

    @Test
    void otherWays() throws IOException {
        try (Window window = window("nl-BE", ColorScheme.DARK)) {
            Page page = window.as("relations1");
            page.navigate("/orders/" + samples.order());
            Screens.keep(page, "order-dark");
            window.as(null);
            page.setViewportSize(400, 860);
            page.navigate(samples.followLink() + "?lang=nl");
            Screens.keep(page, "customers-page-dark-narrow");
        }
        Document contract = documents.of(samples.order()).stream()
                .filter(document -> document.kind().equals("contract"))
                .findFirst()
                .orElseThrow();
        try (PDDocument pdf = Loader.loadPDF(documents.content(contract))) {
            Screens.keep(new PDFRenderer(pdf).renderImageWithDPI(0, 80), "contract");
        }
    }

    @Test
    void webapps() {
        try (Person desk = person("desk1")) {
            desk.atTasklist();
            desk.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(desk.page(), "tasklist-inbox");
            desk.startForm("BAMS order");
            assertThat(desk.page().locator(".fjs-form label").first()).isVisible();
            Screens.keep(desk.page(), "tasklist-start-form");
        }
        try (Person relations = person("relations1")) {
            relations.open(samples.task());
            relations.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(relations.page(), "tasklist-task");
            relations.page().locator(".nav-tabs a").getByText("Order file").click();
            assertThat(relations
                            .page()
                            .locator(".orderdesk-order-file .timeline li")
                            .first())
                    .isVisible();
            Screens.keep(relations.page(), "tasklist-order-file");
            relations.page().locator(".orderdesk-search input").fill("BAMS");
            assertThat(relations
                            .page()
                            .locator("#orderdesk-results [role=option]")
                            .first())
                    .isVisible();
            Screens.keep(relations.page(), "tasklist-search");
            relations.page().locator(".theme").click();
            Screens.keep(relations.page(), "tasklist-task-dark");
        }
        try (Person manager = person("manager1")) {
            manager.atCockpit();
            assertThat(manager.page()
                            .locator(".dashboard, .processes-dashboard")
                            .first())
                    .isVisible();
            manager.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(manager.page(), "cockpit");
            String definition = models.createProcessDefinitionQuery()
                    .processDefinitionKey("bams-order")
                    .latestVersion()
                    .singleResult()
                    .getId();
            manager.page().navigate("/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
            assertThat(manager.page().locator(".orderdesk-legend select"))
                    .isVisible(new IsVisibleOptions().setTimeout(30_000));
            manager.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(manager.page(), "cockpit-steps");
        }
        try (Person admin = person("admin")) {
            admin.page().navigate("/camunda/app/welcome/default/");
            admin.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(admin.page(), "welcome");
            admin.page().navigate("/camunda/app/admin/default/#/users");
            admin.page().waitForLoadState(LoadState.NETWORKIDLE);
            Screens.keep(admin.page(), "admin");
        }
    }

    private Window window(String language, ColorScheme colours) {
        return new Window(browser, address(), language, colours);
    }

    private Person person(String user) {
        return new Person(browser, address(), "en-GB", user);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
