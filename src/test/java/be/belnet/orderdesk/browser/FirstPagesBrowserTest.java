package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A broken plug-in blanks a whole webapp, so each is opened once. */
@BrowserTest
class FirstPagesBrowserTest {
    /** The ground of pages, as look.css has it. */
    private static final String LIGHT = "rgb(245, 246, 248)";

    private static final String DARK = "rgb(18, 23, 29)";

    private final Browser browser;

    @LocalServerPort
    int port;

    FirstPagesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void serviceDeskSeesItsTasks() {
        try (Person desk = person("desk1").atTasklist()) {
            assertThat(desk.page().locator(".task-filters .task-filter.active")).containsText("My group’s tasks");
            assertThat(desk.page().locator(".navbar-brand")).containsText("Orderdesk");
            assertThat(desk.page().locator(".ce-eol-banner")).isHidden();
            desk.picture("20-tasklist");
        }
    }

    @Test
    void managerSeesTheProcessesInCockpit() {
        try (Person manager = person("manager1").atCockpit()) {
            assertThat(manager.page().locator("[cam-dashboard], .dashboard").first())
                    .isVisible();
            assertThat(manager.page().locator(".navbar-brand")).containsText("Orderdesk");
            manager.page().navigate("/camunda/app/cockpit/default/#/processes");
            assertThat(manager.page().locator(".process-definitions-list").first())
                    .containsText("BAMS order");
            manager.picture("21-cockpit");
        }
    }

    /** In one browser: chosen on a page, and the webapps have it too. */
    @Test
    void coloursAreChosenOnceForPagesAndWebapps() {
        try (Person desk = person("desk1")) {
            Page page = desk.page();
            page.navigate("/orders");
            assertThat(page.locator("body")).hasCSS("background-color", LIGHT);
            page.locator("button[aria-label='Dark colours']").click();
            assertThat(page.locator("body")).hasCSS("background-color", DARK);
            page.reload();
            assertThat(page.locator("body")).hasCSS("background-color", DARK);
            desk.atTasklist();
            assertThat(page.locator("html")).hasCSS("filter", "invert(0.92) hue-rotate(180deg)");
            desk.picture("22-tasklist-dark");
            page.locator("button[aria-label='Light colours']").click();
            assertThat(page.locator("html")).hasCSS("filter", "none");
            page.navigate("/orders");
            assertThat(page.locator("body")).hasCSS("background-color", LIGHT);
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(page.locator("body")).hasCSS("background-color", DARK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist", "welcome"})
    void webappHasTheColoursAndLeadsToOrderdesksSignIn(String app) {
        try (Person admin = person("admin")) {
            Page page = admin.page();
            page.navigate("/camunda/app/%s/default/".formatted(app));
            assertThat(page.locator(".navbar-brand")).containsText("Orderdesk");
            assertThat(page.locator("button.theme[aria-label='Dark colours']")).isVisible();
            page.context().clearCookies();
            page.evaluate("location.hash = '#/login'");
            assertThat(page).hasURL("http://localhost:%d/login".formatted(port));
        }
    }

    @Test
    void tasklistIsClosedToStrangers() {
        try (var profile = browser.newContext()) {
            var page = profile.newPage();
            page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
            assertThat(page.locator("#username")).isVisible();
        }
    }

    private Person person(String user) {
        return new Person(browser, "http://localhost:" + port, "en-GB", user);
    }
}
