package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order that Belnet cancels when licence and appliance are there already. */
@BrowserTest
class CancelledOrderBrowserTest {
    private static final String REASON = "De leverancier stopt met deze toestellen.\nWe bellen u morgen.";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    private String requester;
    private Journey journey;

    CancelledOrderBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void orderThatWaitsToBeHandedOver() {
        String customer = register.university("nl");
        requester = "mail-admin@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        journey = new Journey(browser, "http://localhost:" + port, orders, customer, "40-cancelled")
                .untilTheContractIsOut(requester)
                .registerCopies(copies -> copies.write("copiesReceived", "2")
                        .write("signatoryName", "The rector")
                        .write("signatoryRole", "Rector"))
                .untilHandOver();
    }

    @Test
    void cancelledOrderIsUndoneAndItsCustomerReadsWhy() {
        assertThat(outside("FortiFlex", "ACTIVE")).isOne();
        assertThat(outside("Machines", "ACTIVE")).isOne();
        assertThat(outside("Addresses", "")).isOne();

        pageTellsBeforehandWhatIsUndone();
        managerCancels();

        await(() -> outside("FortiFlex", "STOPPED") == 1);
        await(() -> outside("Machines", "") + outside("Addresses", "") == 0);
        customerReadsTheReason();
        pageTellsTheStory();
    }

    private void pageTellsBeforehandWhatIsUndone() {
        for (String language : List.of("nl-BE", "fr-BE")) {
            try (Person manager = journey.person("manager1", language)) {
                Page order = journey.atOrder(manager);
                Locator form = cancellation(order);
                for (String partner : List.of("Fortinet", "OpenStack")) {
                    Locator reference = order.locator("dd:has-text('%s') code".formatted(partner));
                    assertThat(form.locator("li").filter(with(reference.first().innerText())))
                            .hasCount(1);
                }
                journey.picture(manager, "before-" + language.substring(0, 2));
                assertThat(form.innerText()).doesNotContain("??", "leaving.", "order.");
            }
        }
    }

    private void managerCancels() {
        try (Person manager = journey.person("manager1")) {
            Locator form = cancellation(journey.atOrder(manager));
            form.locator("textarea").fill(REASON);
            form.locator("button").click();
            assertThat(manager.page().locator(".message.good")).containsText("De klant krijgt een mail.");
            journey.picture(manager, "just-cancelled");
        }
    }

    private static Locator cancellation(Page order) {
        order.locator("#cancellation").click();
        return order.locator("section[aria-labelledby=cancellation]");
    }

    private void customerReadsTheReason() {
        try (var profile = browser.newContext()) {
            Page mail = Journey.openMail(profile.newPage(), requester, "niet uitvoeren", 1);
            Locator words = mail.frameLocator("iframe").locator("body");
            REASON.lines().forEach(line -> assertThat(words).containsText(line));
            journey.picture(mail, "mail");
        }
    }

    private void pageTellsTheStory() {
        try (Person manager = journey.person("manager1")) {
            await(() -> journey.atOrder(manager)
                    .locator(".head .tag")
                    .last()
                    .innerText()
                    .equals("Geannuleerd"));
            Page order = manager.page();
            assertThat(order.locator("section.now")).containsText("De leverancier stopt met deze toestellen.");
            assertThat(order.locator(".standings")).hasCount(0);
            Locator timeline = order.locator(".timeline");
            Stream.of("Bestelling geannuleerd", "Teruggedraaid bij Fortinet", "Teruggedraaid bij OpenStack")
                    .forEach(words -> assertThat(timeline).containsText(words));
            assertThat(timeline.locator("li:has-text('Belnet annuleert de bestelling') blockquote"))
                    .containsText("We bellen u morgen.");
            assertThat(order.locator("#cancellation")).hasCount(0);
            assertThat(order.locator("dd:has(code)").filter(with("Niet meer in gebruik")))
                    .hasCount(3);
            journey.picture(manager, "after");
        }
    }

    private static FilterOptions with(String words) {
        return new FilterOptions().setHasText(words);
    }

    private static void await(Callable<Boolean> wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(wanted);
    }

    /** Lines of a table of the outside world that name the order and have these words. */
    private int outside(String table, String words) {
        try (var profile = browser.newContext()) {
            Page world = profile.newPage();
            world.navigate("http://127.0.0.1:%d/".formatted(TestWorld.sandboxPort()));
            return world.locator("section:has(h2:has-text('%s')) tr:has-text('%s'):has-text('%s')"
                            .formatted(table, journey.order(), words))
                    .count();
        }
    }
}
