package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Domains that come as a file, and a contract that is read before it leaves. */
@BrowserTest
class DetermineDomainsBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    private String order;
    private String domain;

    DetermineDomainsBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void orderOfCertificates() {
        String customer = register.university("nl");
        domain = customer.toLowerCase(Locale.ROOT) + ".example";
        try (Person desk = person("desk1")) {
            desk.startForm("DCS order")
                    .write("acronym", customer)
                    .write("contactName", "Security officer")
                    .write("contactEmail", "security@" + domain);
            desk.started();
            order = orders.openOrders(customer, "DCS", "order").stream()
                    .map(Order::number)
                    .findFirst()
                    .orElseThrow();
            complete(desk, desk.work(order, "Introduce account manager"));
        }
    }

    @Test
    void domainsComeFromAFileAndTheContractIsReadBeforeItLeaves() {
        try (Person manager = person("relations1")) {
            Form form = manager.work(order, "Determine domains");
            pick(manager, form, domain + "\nhttps://www.example/\n");
            assertThat(said(form)).containsText("Regel 2: „https://www.example/” is geen domein");
            manager.picture("60-domain-file-refused");
            pick(manager, form, "Domein;Eigenaar\r\n" + domain + ";rectoraat\r\ncampus." + domain + ";campus\r\n");
            assertThat(said(form)).containsText("Toegevoegd uit het bestand: 2.");
            assertThat(form.input("domains")).hasValue(domain + "\ncampus." + domain);

            // form-js takes what stands in a field after a third of a second; nobody types on sooner
            manager.page().waitForTimeout(1000);
            form.write("administratorGivenName", "Certificate")
                    .write("administratorFamilyName", "Administrator")
                    .write("administratorEmail", "pki@" + domain);
            manager.page().locator(".orderdesk-mail").getByText("De mail tonen").click();
            assertThat(manager.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                    .containsText("campus." + domain);
            assertThat(contract(manager, form))
                    .hasURL("http://localhost:" + port + "/orders/" + order + "/preview/contract");
            manager.picture("61-domain-file-taken");
            complete(manager, form);
        }
        try (Person manager = person("relations1")) {
            manager.work(order, "Register signed copies");
        }
    }

    private static void pick(Person person, Form form, String file) {
        person.page()
                .waitForFileChooser(
                        () -> form.root().locator(".orderdesk-domain-file").click())
                .setFiles(new FilePayload("domains.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator said(Form form) {
        return form.root().locator(".orderdesk-domain-file-said");
    }

    private static Page contract(Person person, Form form) {
        return person.page()
                .waitForPopup(() ->
                        form.root().locator("a[href$='/preview/contract']").click());
    }

    private static void complete(Person person, Form form) {
        assertThat(form.root()).isVisible();
        person.done();
    }

    private Person person(String user) {
        return new Person(browser, "http://localhost:" + port, "nl-BE", user).atTasklist();
    }
}
