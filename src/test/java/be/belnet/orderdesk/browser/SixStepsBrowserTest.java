package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One order from the customer's request to the active service, by the people who do it, in Tasklist. */
@BrowserTest
class SixStepsBrowserTest {
    private static final String ADDRESS = "mail-admin@customer.example";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    private Readers readers;
    private String customer;
    private String order;

    SixStepsBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void newCustomer() {
        customer = register.university("nl");
        readers = new Readers(browser, address());
    }

    @AfterEach
    void readersLeave() {
        readers.close();
    }

    @Test
    void requestBecomesAnActiveService() {
        serviceDeskTakesTheRequestAndIntroduces();
        accountManagerLearnsWhatIsNeeded();
        adviserAdvises();
        accountManagerSendsTheContractAndRegistersTheCopies();
        operationsHandOver();
        contractIsCountersigned();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.get(order).state() == OrderState.COMPLETED);
        orderFileTellsTheStory();
        outsideWorldHasTheMailsAndTheLicence();
    }

    private void serviceDeskTakesTheRequestAndIntroduces() {
        try (Person desk = person("desk1")) {
            desk.startForm("BAMS order")
                    .write("acronym", customer)
                    .write("request", "Wij willen minder spam.")
                    .write("contactName", "Mail administrator")
                    .write("contactEmail", ADDRESS);
            desk.picture("01-order-received");
            desk.started();
            order = onlyOrder();

            desk.work(order, "Introduce account manager");
            complete(desk, "02-introduce-account-manager");
        }
    }

    private void accountManagerLearnsWhatIsNeeded() {
        try (Person manager = person("relations1")) {
            manager.work(order, "Discuss wishes")
                    .write("wishes", "Minder spam, 300 mensen")
                    .tick("meetingNeeded")
                    .date("meetingAt", inDays(7))
                    .time("meetingAt", "10:00")
                    .write("meetingPlace", "Brussel");
            complete(manager, "03-discuss-wishes");

            manager.work(order, "Hold meeting").write("minutes", "Twee domeinen");
            complete(manager, "04-hold-meeting");

            manager.work(order, "Determine needs")
                    .write("mailDomains", "customer.example mx1.customer.example")
                    .write("mailboxes", "300")
                    .tick("technicalAdviceNeeded");
            complete(manager, "05-determine-needs");

            manager.work(order, "Arrange advice")
                    .choose("adviser", "adviser1")
                    .date("appointmentAt", inDays(3))
                    .time("appointmentAt", "14:00");
            complete(manager, "06-arrange-advice");
        }
    }

    private void adviserAdvises() {
        try (Person adviser = person("adviser1")) {
            adviser.work(order, "Advise customer").write("advice", "Eén CPU volstaat.");
            complete(adviser, "07-advise-customer");
        }
    }

    private void accountManagerSendsTheContractAndRegistersTheCopies() {
        try (Person manager = person("relations1")) {
            Form needs = manager.work(order, "Determine needs");
            assertThat(needs.input("mailboxes")).hasValue("300");
            needs.untick("technicalAdviceNeeded");
            String preview =
                    needs.root().locator("a[href*='/preview/contract']").getAttribute("href");
            assertThat(manager.page().request().get(preview)).isOK();
            complete(manager, "08-determine-needs-after-advice");

            Form copies = manager.work(order, "Register signed copies").write("copiesReceived", "3");
            assertThat(copies.error("copiesReceived")).containsText("Hoogstens 2.");
            copies.write("copiesReceived", "2")
                    .write("signatoryName", "The rector")
                    .write("signatoryRole", "Rector");
            complete(manager, "09-register-signed-copies");
        }
    }

    private void operationsHandOver() {
        try (Person operator = person("operations1")) {
            operator.work(order, "Hand over appliance")
                    .tickAll("handOverChecks")
                    .write("mailWords", "Bel gerust terwijl u overschakelt.");
            operator.page().locator(".orderdesk-mail button").click();
            assertThat(operator.page().frameLocator(".orderdesk-mail iframe").locator("body"))
                    .containsText("Bel gerust terwijl u overschakelt.");
            complete(operator, "10-hand-over-appliance");
        }
    }

    private void contractIsCountersigned() {
        try (Person colleague = person("relations2")) {
            colleague
                    .work(order, "Countersign contract")
                    .choose("countersignedBy", "Director")
                    .mark("returnedBy", 0);
            complete(colleague, "11-countersign-contract");
        }
    }

    private void orderFileTellsTheStory() {
        try (Person desk = person("desk1")) {
            desk.page().navigate("/orders/" + order);
            assertThat(desk.page().locator("h1")).containsText(order);
            desk.picture("12-order-file");
        }
    }

    private void outsideWorldHasTheMailsAndTheLicence() {
        try (var profile = browser.newContext()) {
            Page world = profile.newPage();
            openMailbox(world, ADDRESS);
            Person.picture(world, "13-mails");
            assertThat(world.locator("main")).containsText("maak kennis met uw accountmanager");
            assertThat(world.locator("main")).containsText("Uw dienst BAMS is actief");

            openMailbox(world, "signatory@%s.example".formatted(customer.toLowerCase(Locale.ROOT)));
            world.locator("a:has-text('gelieve twee exemplaren te ondertekenen')")
                    .click();
            assertThat(world.locator(".files")).containsText(".pdf");
            Person.picture(world, "14-mail-with-the-contract");

            world.navigate("http://127.0.0.1:%d/".formatted(TestWorld.sandboxPort()));
            Person.picture(world, "15-outside-world");
            assertThat(world.locator("section:has(h2:has-text('FortiFlex')) tr:has-text('%s'):has-text('ACTIVE')"
                            .formatted(order)))
                    .hasCount(1);
        }
    }

    private static void openMailbox(Page world, String address) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            world.navigate("http://127.0.0.1:%d/mailboxes/%s".formatted(TestWorld.sandboxPort(), address));
            return world.locator("main tr").count() > 1;
        });
    }

    /** Others could have read the form in their language before it is sent. */
    private void complete(Person person, String picture) {
        person.picture(picture);
        readers.read(person, picture);
        person.done();
    }

    private String onlyOrder() {
        return orders.openOrders(customer, "BAMS", "order").stream()
                .map(Order::number)
                .findFirst()
                .orElseThrow();
    }

    private Person person(String user) {
        return new Person(browser, address(), "nl-BE", user).atTasklist();
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static String inDays(int days) {
        return LocalDate.now().plusDays(days).format(DATE);
    }
}
