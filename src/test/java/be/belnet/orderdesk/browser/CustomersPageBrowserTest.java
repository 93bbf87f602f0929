package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.follow.Follower;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.SamplePdf;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer with nothing but the link of a mail, on a telephone and without JavaScript; and what staff see of it. */
@BrowserTest
class CustomersPageBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    PageSamples samples;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    CustomersPageBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void fromTheLinkInTheMailToAnotherContact() throws Exception {
        String order = contractOut();
        try (BrowserContext customer = visitor()) {
            Page page = customer.newPage();
            page.navigate(Follower.page(mails(order).get(0)));
            assertThat(page.locator("h1")).hasText("Uw bestelling van mailbeveiliging (BAMS)");
            assertThat(page.locator(".phases .current")).containsText("Contract");
            page.locator("header nav a[lang=de]").click();
            assertThat(page.locator(".now h2")).hasText("Der Vertrag liegt bei Ihnen zur Unterschrift.");
            Download contract = page.waitForDownload(
                    () -> page.locator("a[href*='/documents/']").click());
            Assertions.assertTrue(new String(Files.readAllBytes(contract.path()), 0, 5).startsWith("%PDF-"));
            sendScan(page);
            staffSeeTheScan(order);
            name(page, "systems@customer.example");
            confirm(customer, order);
            page.reload();
            assertThat(page.locator("h1")).hasText("There is nothing here");
            page.navigate(Follower.page(last(order)));
            assertThat(page.locator("h1")).hasText("Votre commande de sécurité de la messagerie (BAMS)");
            Person.wholePicture(page, "90-customers-page");
        }
    }

    private void sendScan(Page page) {
        page.locator("#scan").setInputFiles(new FilePayload("scan.exe", "text/plain", new byte[] {1}));
        page.locator("form[action*='/scan'] button").click();
        assertThat(page.locator("[role=alert]")).hasText("Ihre Datei ist kein PDF.");
        page.locator("#scan").setInputFiles(new FilePayload("scan.pdf", "application/pdf", SamplePdf.plain()));
        page.locator("form[action*='/scan'] button").click();
        assertThat(page.locator("[role=status]")).containsText("Wir haben Ihren Scan.");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }

    /** And go on waiting for the paper. */
    private void staffSeeTheScan(String order) {
        try (Person manager = new Person(browser, address(), "en-GB", "relations1")) {
            Page page = manager.page();
            page.navigate("/orders/" + order);
            assertThat(page.locator(".timeline")).containsText("The customer uploaded the scan");
            assertThat(page.locator("a[href*='/documents/']", new Page.LocatorOptions().setHasText("signed-copies")))
                    .hasCount(1);
            assertThat(page.locator(".standings")).containsText("Register signed copies");
        }
    }

    private static void name(Page page, String email) {
        page.locator("details summary").click();
        page.locator("#name").fill("Chef des systèmes");
        page.locator("#email").fill(email);
        page.locator("#language").selectOption("fr");
        page.locator("form[action*='/contact'] button").click();
        assertThat(page.locator("[role=status]")).containsText("bevor sie bestätigt ist");
    }

    private void confirm(BrowserContext customer, String order) {
        String link = mails(order).stream()
                .flatMap(mail -> Follower.confirmation(mail).stream())
                .findFirst()
                .orElseThrow();
        Page page = customer.newPage();
        page.navigate(link);
        Locator yes = page.locator("button[value=change]");
        assertThat(page.locator("dl")).containsText("Chef des systèmes");
        yes.click();
        assertThat(page.locator("[role=status]")).containsText("Wij schrijven voortaan het nieuwe contact");
        page.close();
    }

    private String contractOut() {
        String order = samples.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        register.university("nl"),
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "nl"));
        samples.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        samples.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        samples.complete(
                order,
                "userTask_determineNeeds",
                "relations1",
                Map.of("mailDomains", "customer.example mx.customer.example", "mailboxes", 40));
        PageSamples.await(
                () -> mails(order).stream().anyMatch(mail -> mail.template().equals("contract")));
        return order;
    }

    /** Those to whoever asked for the order. */
    private List<SentMail> mails(String order) {
        return correspondence.of(order).stream()
                .filter(mail -> !mail.to().role().equals("accountManager"))
                .toList();
    }

    private SentMail last(String order) {
        List<SentMail> all = mails(order);
        return all.get(all.size() - 1);
    }

    private BrowserContext visitor() {
        return browser.newContext(new NewContextOptions()
                .setBaseURL(address())
                .setJavaScriptEnabled(false)
                .setLocale("en-GB")
                .setViewportSize(400, 800)
                .setAcceptDownloads(true));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
