package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A broken plug-in blanks a whole webapp, so each is opened once. */
@BrowserTest
class FirstPagesBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    FirstPagesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void serviceDeskSeesItsTasks() {
        try (Person desk = person("desk1").atTasklist()) {
            assertThat(desk.page().locator(".task-filters .task-filter.active")).containsText("My group's tasks");
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
