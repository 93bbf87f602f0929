package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One page of each kind, and the work of a task, without a mouse. */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class KeyboardBrowserTest {
    private static final String OURS_IN_TASKLIST =
            ".fjs-form, .orderdesk-task-wait, .orderdesk-search, .orderdesk-notices";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    KeyboardBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    void thereIsSomethingToDo() {
        samples.at(port);
    }

    @AfterAll
    void othersGoOn() {
        samples.goOn();
    }

    @Test
    void signsInAndIsToldWhereItFailed() {
        try (var window = window("en-GB")) {
            Page page = window.as(null);
            page.navigate("/orders");
            var keyboard = new Keyboard(page);
            assertThat(keyboard.isAt("#username")).isTrue();
            keyboard.type("nobody")
                    .to("#password")
                    .type("wrong")
                    .to("form button")
                    .follow();
            assertThat(keyboard.isAt("#username[aria-describedby=refused]")).isTrue();
            assertThat(page.locator("#refused")).isVisible();
            keyboard.type("desk1").to("#password").type("desk1").follow();
            assertThat(page.locator("h1")).hasText("Orders");
        }
    }

    @Test
    void skipsTheNavigation() {
        try (var window = window("nl-BE")) {
            Page page = window.as("desk1");
            page.navigate("/customers");
            var keyboard = new Keyboard(page).to(".skip");
            assertThat(page.locator(".skip")).isInViewport();
            keyboard.press("Enter").press("Tab");
            assertThat(keyboard.isAt("main input[name=q]")).isTrue();
        }
    }

    @Test
    void filtersAndOpens() {
        try (var window = window("fr-BE")) {
            Page page = window.as("relations1");
            page.navigate("/orders");
            var keyboard = new Keyboard(page);
            assertThat(keyboard.isAt("input[name=q]")).isTrue();
            keyboard.type(samples.customer())
                    .to("select[name=service]")
                    .type("B")
                    .to(".filter button")
                    .follow();
            assertThat(page.locator("tbody tr")).hasCount(1);
            keyboard.to("tbody a").follow();
            assertThat(page.locator("h1")).containsText(samples.order());
        }
    }

    @Test
    void sortsAndUnfoldsMoreFilters() {
        try (var window = window("de-BE")) {
            Page page = window.as("relations1");
            page.navigate("/dcs/domains");
            var keyboard = new Keyboard(page).to("thead th:nth-child(5) a").follow();
            assertThat(page.locator("thead th:nth-child(5)")).hasAttribute("aria-sort", "ascending");
            keyboard.to(".filter summary").press("Enter").to("input[name=customer]");
            keyboard.type(orders.get(samples.migration()).acronym()).follow();
            assertThat(page.locator("tbody tr")).hasCount(7);
        }
    }

    @Test
    void refusedFormTellsWhyFirstAndIsThenKept() {
        try (var window = window("nl-BE")) {
            Page page = window.as("relations1");
            page.navigate("/orders/" + samples.order());
            var keyboard = new Keyboard(page)
                    .to("summary:has(#note)")
                    .press("Enter")
                    .to("#note-text")
                    .type(" ")
                    .to("form[action$='/notes'] button")
                    .follow();
            assertThat(keyboard.isAt(".message.error")).isTrue();
            keyboard.to("#note-text")
                    .type("Called back")
                    .to("form[action$='/notes'] button")
                    .follow();
            assertThat(keyboard.isAt(".message.good")).isTrue();
            assertThat(page.locator(".timeline")).containsText("Called back");
        }
    }

    @Test
    void uploadsAndDownloads() {
        Document contract = documents.of(samples.order()).get(0);
        byte[] scan = documents.content(contract);
        try (var window = window("en-GB")) {
            Page page = window.as("relations1");
            page.navigate("/orders/" + samples.order());
            var keyboard = new Keyboard(page).to("a[href*='/documents/']");
            Download download = page.waitForDownload(() -> keyboard.press("Enter"));
            assertThat(download.suggestedFilename()).isEqualTo(contract.fileName());
            // has the browser leave the choice to the test before it is asked for
            page.onFileChooser(chooser -> {});
            keyboard.to("summary:has(#scan)")
                    .press("Enter")
                    .to("#kind")
                    .press("ArrowDown")
                    .to("#file");
            FileChooser chooser = page.waitForFileChooser(() -> keyboard.press("Enter"));
            chooser.setFiles(new FilePayload("scan.pdf", "application/pdf", scan));
            keyboard.to("form[action$='/documents'] button").follow();
            assertThat(keyboard.isAt(".message.good")).isTrue();
            assertThat(page.locator("#documents ~ ul")).containsText("Signed copies");
        }
    }

    @Test
    void customerReadsCopiesAndChangesTheLanguage() {
        try (var window = window("nl-BE")) {
            Page page = window.as(null);
            page.navigate(samples.domainLink());
            var keyboard = new Keyboard(page).to("nav a[hreflang=fr]").follow();
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            keyboard.to("#domain-0 > summary").press("Enter");
            keyboard.to("#domain-0 button[data-copy]").press("Enter");
            assertThat(page.locator("p[role=status].unseen")).not().isEmpty();
            keyboard.to("#domain-0 form[action*='/published'] button").follow();
            assertThat(keyboard.isAt(".message[role=status]")).isTrue();
        }
    }

    @Test
    void pageThatTellsHowFarItIsLeavesTheFocusWhereItIs() {
        try (var window = window("en-GB")) {
            Page page = window.as("manager1");
            page.navigate(samples.runningImport());
            var keyboard = new Keyboard(page).to("main a[href='/customers/import']");
            samples.importGoesOn(250);
            assertThat(page.locator("main [role=status]")).containsText("250");
            assertThat(keyboard.isAt("main a[href='/customers/import']")).isTrue();
        }
    }

    @Test
    void taskIsDoneInTasklist() {
        String order = samples.wishesAsked();
        try (var relations = new Person(browser, address(), "nl-BE", "relations1").atTasklist()) {
            Page page = relations.page();
            String card = "li.task:has-text('%s') h4.task a".formatted(order);
            assertThat(page.locator(card)).isVisible();
            var keyboard = new Keyboard(page, OURS_IN_TASKLIST);
            keyboard.to(card).press("Enter");
            assertThat(page.locator(".fjs-form textarea").first()).isVisible();
            keyboard.press("Control+Alt+c");
            assertThat(page.locator(".disabled-form")).hasCount(0);
            keyboard.to("textarea[id$='Field_wishes']").type("Less spam");
            relations.picture("90-keyboard-wishes");
            keyboard.to(".form-actions .btn-primary").press("Enter");
            assertThat(page.locator(".task-card h2.task")).hasCount(0);
            PageSamples.await(() -> samples.isBeyondWishes(order));
        }
    }

    @Test
    void processIsStartedFromTheDialog() {
        try (var desk = new Person(browser, address(), "nl-BE", "desk1").atTasklist()) {
            Page page = desk.page();
            var keyboard = new Keyboard(page, OURS_IN_TASKLIST).press("Control+Alt+p");
            assertThat(page.locator(".modal-dialog")).isVisible();
            keyboard.to(".modal-dialog a[data-orderdesk-name='Support request']")
                    .press("Enter");
            assertThat(page.locator(".modal-dialog .fjs-form")).isVisible();
            keyboard.to(".fjs-form [role=radiogroup][aria-label='Waarover het gaat'] input");
            desk.picture("91-keyboard-start");
            keyboard.press("Escape");
            assertThat(page.locator(".modal-dialog")).hasCount(0);
        }
    }

    @Test
    void orderIsPrintedAsItIsKnown() {
        try (var window = new Window(browser, address(), "nl-BE", ColorScheme.DARK)) {
            Page page = window.as("relations1");
            page.navigate("/orders/" + samples.order());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(718, 1000);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("#documents")).isVisible();
            for (String act : new String[] {"header nav", ".notices", "#note", "#withdrawal", "form >> nth=0"}) {
                assertThat(page.locator(act)).isHidden();
            }
            assertThat(page.locator("h1").evaluate("one => getComputedStyle(one).color"))
                    .as("dark letters")
                    .isEqualTo("rgb(26, 33, 43)");
            assertThat(page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor"))
                    .as("white paper")
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat((Boolean) page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            Person.wholePicture(page, "92-print");
        }
    }

    private Window window(String language) {
        return new Window(browser, address(), language, ColorScheme.LIGHT);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
