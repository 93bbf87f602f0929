package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** One order on its way, by the people who do it in Tasklist, with a picture of each form they complete. */
class Journey {
    private final Browser browser;
    private final String address;
    private final OrderFile orders;
    private final String customer;
    private final String pictures;
    private String order;
    private int pictured;

    /**
     * @param address of the application, without a path
     * @param customer acronym of one without an open order
     * @param pictures what the names of the pictures begin with
     */
    Journey(Browser browser, String address, OrderFile orders, String customer, String pictures) {
        this.browser = browser;
        this.address = address;
        this.orders = orders;
        this.customer = customer;
        this.pictures = pictures;
    }

    String order() {
        return order;
    }

    /**
     * From the request to the contract that waits for its signatures.
     *
     * @param requester mail address of who asks
     */
    Journey untilTheContractIsOut(String requester) {
        try (Person desk = person("desk1").atTasklist()) {
            desk.startForm("BAMS order")
                    .write("acronym", customer)
                    .write("request", "Wij willen minder spam.")
                    .write("contactName", "Mail administrator")
                    .write("contactEmail", requester);
            picture(desk, "order-received");
            desk.started();
            order = orders.openOrders(customer, "BAMS", "order").stream()
                    .map(Order::number)
                    .findFirst()
                    .orElseThrow();
            work(desk, "Introduce account manager", form -> form);
        }
        try (Person manager = person("relations1").atTasklist()) {
            work(manager, "Discuss wishes", form -> form.write("wishes", "Minder spam, 300 mensen"));
            work(manager, "Determine needs", form -> form.write("mailDomains", "customer.example mx1.customer.example")
                    .write("mailboxes", "300"));
        }
        return this;
    }

    /** What came back from the customer. */
    Journey registerCopies(UnaryOperator<Form> copies) {
        try (Person manager = person("relations1").atTasklist()) {
            work(manager, "Register signed copies", copies);
        }
        return this;
    }

    /** Until somebody who reads the order's page in Dutch learns that the appliance may be handed over. */
    Journey untilHandOver() {
        try (Person manager = person("manager1")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            atOrder(manager).locator("section.now").innerText().contains("Appliance opleveren"));
        }
        return this;
    }

    /** The page of the order. */
    Page atOrder(Person person) {
        person.page().navigate("/orders/" + order);
        assertThat(person.page().locator("h1")).containsText(order);
        return person.page();
    }

    private void work(Person person, String task, UnaryOperator<Form> filledIn) {
        filledIn.apply(person.work(order, task));
        picture(person, task.toLowerCase(Locale.ROOT).replace(' ', '-'));
        person.done();
    }

    void picture(Person person, String name) {
        picture(person.page(), name);
    }

    /** The whole page, however long. */
    void picture(Page page, String name) {
        Person.wholePicture(page, "%s-%02d-%s".formatted(pictures, ++pictured, name));
    }

    Person person(String user) {
        return person(user, "nl-BE");
    }

    Person person(String user, String language) {
        return new Person(browser, address, language, user);
    }

    /** Opens the newest mail in a mail box outside, once it holds so many with these words in their subject. */
    static Page openMail(Page world, String mailbox, String subject, int count) {
        Locator mails = world.locator("main td a:has-text('%s')".formatted(subject));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            world.navigate("http://127.0.0.1:%d/mailboxes/%s".formatted(TestWorld.sandboxPort(), mailbox));
            return mails.count() == count;
        });
        mails.first().click();
        assertThat(world.frameLocator("iframe").locator("body")).containsText("Belnet");
        return world;
    }
}
