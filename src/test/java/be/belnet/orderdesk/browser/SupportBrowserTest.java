package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.Covering;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question from the start form to the customer's click, and what managers see of it. */
@BrowserTest
class SupportBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    Covering covering;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    private Readers readers;

    SupportBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void readersCome() {
        readers = new Readers(browser, address());
    }

    @AfterEach
    void readersGoAndEverybodyIsThere() {
        absences.presentAndComing().forEach(absence -> absences.end(absence.id()));
        covering.bringUpToDate();
        readers.close();
    }

    @Test
    void questionIsAnsweredAndTheCustomerSaysThatItWasUseful() {
        String customer = register.university("fr");
        String file = ask(customer);
        passOn(file);
        seenBySubstitute(file);
        answer(file);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.get(file).state() == OrderState.COMPLETED);
        click(file);
        try (Person manager = new Person(browser, address(), "en-GB", "manager1")) {
            manager.page().navigate("/feedback");
            assertThat(manager.page().locator("tbody tr", new Page.LocatorOptions().setHasText(file)))
                    .containsText("Merci bien.");
            Person.wholePicture(manager.page(), "84-feedback");
        }
    }

    private String ask(String customer) {
        try (Person desk = person("desk1")) {
            Form form = desk.startForm("Support request");
            form.mark("service", 1)
                    .mark("topic", 1)
                    .write("acronym", customer)
                    .write("question", "Qui peut signer le nouveau contrat ?\nNotre recteur est absent.")
                    .write("certificateOrder", "1234567")
                    .write("contactName", "Administrateur")
                    .write("contactEmail", "pki@customer.example")
                    .mark("contactLanguage", 1);
            desk.picture("80-support-requested");
            desk.started();
        }
        List<Order> open = orders.openOrders(customer, "DCS", "support");
        return open.get(0).number();
    }

    private void passOn(String file) {
        try (Person desk = person("desk1")) {
            Form form = desk.work(file, "Answer question");
            readers.read(desk, "81-answer-question");
            form.write("note", "Clause 4.");
            desk.picture("81-answer-question");
            complete(desk);
        }
    }

    /** While the account manager is away, a colleague has the task; afterwards it is back. */
    private void seenBySubstitute(String file) {
        String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        try (Person away = new Person(browser, address(), "en-GB", "relations1");
                Person substitute = person("relations2")) {
            away.page().navigate("/absences");
            away.page().locator("#firstDay").fill(today);
            away.page().locator("#lastDay").fill(today);
            away.page().locator("#substitute").selectOption("relations2");
            away.page().locator("form.panel button").click();
            assertThat(away.page().locator("[role=status]")).isVisible();

            substitute.work(file, "Discuss question").mark("managerDecision", 0).write("answer", "Votre vice-recteur.");
            substitute.picture("85-substitute");

            away.page().locator("form[action$='/end'] button").first().click();
            assertThat(away.page().locator("tbody tr", new Page.LocatorOptions().setHasText("relations1")))
                    .hasCount(0);
            away.page().navigate("/orders/" + file);
            assertThat(away.page().locator(".timeline"))
                    .containsText("relations2 stands in for relations1: Discuss question");
            assertThat(away.page().locator(".timeline")).containsText("relations1 is back");
        }
    }

    private void answer(String file) {
        try (Person manager = person("relations1")) {
            Form form = manager.work(file, "Discuss question");
            form.mark("managerDecision", 0).write("answer", "Votre vice-recteur.\n\nUne procuration suffit.");
            manager.picture("82-discuss-question");
            manager.page().locator(".orderdesk-mail button").click();
            assertThat(manager.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                    .containsText("Une procuration suffit.");
            manager.picture("82-mail");
            readers.read(manager, "82-discuss-question");
            complete(manager);
        }
    }

    /** As the customer, on a telephone, with nothing but the link of the mail. */
    private void click(String file) {
        String link = correspondence.of(file).stream()
                .filter(mail -> mail.template().equals("support-answer"))
                .map(SentMail::text)
                .flatMap(String::lines)
                .filter(line -> line.contains("/useful/"))
                .findFirst()
                .orElseThrow();
        try (BrowserContext telephone =
                browser.newContext(new NewContextOptions().setBaseURL(address()).setViewportSize(390, 800))) {
            Page page = telephone.newPage();
            page.navigate(link.substring(link.indexOf("/useful/")));
            Person.wholePicture(page, "83-useful");
            page.locator("#remark").fill("Merci bien.");
            page.locator("button[value=yes]").click();
            assertThat(page.locator("[role=status]")).isVisible();
            Person.wholePicture(page, "83-useful-answered");
        }
    }

    private static void complete(Person person) {
        person.complete();
        assertThat(person.page().locator(".task-card h2.task")).hasCount(0);
    }

    private Person person(String user) {
        return new Person(browser, address(), "en-GB", user).atTasklist();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
