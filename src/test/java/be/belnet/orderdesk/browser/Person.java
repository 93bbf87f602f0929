package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A member of staff before a browser of their own, signed in. */
class Person implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");

    /** Longer than Tasklist takes to come up, and its list to look for new tasks by itself. */
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

    private final BrowserContext profile;
    private final Page page;

    /** @param address of the application, without a path
     * @param language that the browser asks for, such as nl-BE */
    Person(Browser browser, String address, String language, String user) {
        profile = browser.newContext(new NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Europe/Brussels")
                .setViewportSize(1400, 900));
        page = profile.newPage();
        page.navigate("/login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(user);
        page.locator("form button").click();
    }

    Page page() {
        return page;
    }

    Person atTasklist() {
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible(PATIENTLY);
        return this;
    }

    Person atCockpit() {
        page.navigate("/camunda/app/cockpit/default/");
        return this;
    }

    /** @param process as its model names it */
    Form startForm(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog a[data-orderdesk-name='%s']".formatted(process))
                .click();
        return new Form(page);
    }

    /** Sends the start form; what Tasklist says to it. */
    Locator start() {
        page.locator(".modal-footer .btn-primary").click();
        return page.locator(".notifications .alert");
    }

    /** Sends the start form; fails where nothing is started. */
    void started() {
        assertThat(start()).hasClass(Pattern.compile(".*alert-(success|info).*"));
    }

    /** Opens a task of an order, as its model names it, from their group's list, one of several alike, and takes it if nobody has. */
    Form work(String order, String task) {
        Locator card = page.locator(".tasks-list li.task")
                .filter(new FilterOptions().setHasText(order))
                .filter(new FilterOptions().setHas(page.locator("h4.task a[data-orderdesk-name='%s']".formatted(task))))
                .first();
        assertThat(card).isVisible(PATIENTLY);
        card.locator("h4.task a").click();
        assertThat(page.locator(".task-card h2.task")).hasAttribute("data-orderdesk-name", task);
        Form form = new Form(page);
        Locator claim = page.locator(".task-card [ng-click='claim()']");
        if (claim.isVisible()) {
            claim.click();
        }
        assertThat(page.locator(".disabled-form")).hasCount(0);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertFactsAreThere();
        return form;
    }

    /** Opens a task by its address, as a link in a mail would. */
    Form open(String task) {
        page.waitForResponse(
                answer -> answer.url().contains("/forms/") && answer.url().contains(task),
                () -> page.navigate("/camunda/app/tasklist/default/#/?task=" + task));
        assertThat(page.locator(".fjs-form label").first()).isVisible();
        assertFactsAreThere();
        return new Form(page);
    }

    /** The form library puts a sign where a text names a fact that the server does not tell. */
    private void assertFactsAreThere() {
        assertThat(page.locator(".fjs-form").first()).not().containsText("\u26a0");
    }

    /** Id of the task they have open. */
    String openTask() {
        return page.url().replaceFirst(".*[?&]task=([^&]+).*", "$1");
    }

    Locator complete() {
        page.locator(".form-actions .btn-primary").click();
        return page.locator(".notifications .alert");
    }

    /** Completes the open task; fails where it stays open. */
    void done() {
        complete();
        assertThat(page.locator(".task-card h2.task")).hasCount(0);
    }

    /** Keeps a picture of what is to be seen now as {@code target/screens/<name>.png}. */
    Person picture(String name) {
        picture(page, name);
        return this;
    }

    static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    /** As {@link #picture}, with what one would have to scroll to. */
    static void wholePicture(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        Chromium.close(profile);
    }
}
