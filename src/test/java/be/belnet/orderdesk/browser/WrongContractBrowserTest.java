package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderFile;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A contract that comes back wrong, and wrong again, before it may bind. */
@BrowserTest
class WrongContractBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OrderFile orders;

    @Autowired
    Register register;

    private String signatory;
    private Journey journey;

    WrongContractBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void contractThatWaitsForItsSignatures() {
        String customer = register.university("nl");
        signatory = "signatory@%s.example".formatted(customer.toLowerCase(Locale.ROOT));
        journey = new Journey(browser, "http://localhost:" + port, orders, customer, "50-wrong-contract")
                .untilTheContractIsOut(signatory.replace("signatory", "mail-admin"));
    }

    @Test
    void eachWrongContractIsAskedForAgainAndTheRightOneGoesOn() {
        journey.registerCopies(
                copies -> copies.write("copiesReceived", "1").choose("copy1Defect", "Handtekening ontbreekt"));
        customerReads(1, "de handtekening ontbreekt", "nog niet ontvangen");

        journey.registerCopies(copies -> copies.write("copiesReceived", "2")
                .choose("copy1Defect", "In orde")
                .choose("copy2Defect", "Pagina ontbreekt"));
        customerReads(2, "in orde", "er ontbreken een of meer pagina’s");

        journey.registerCopies(copies -> copies.choose("copy2Defect", "In orde")
                        .write("signatoryName", "The rector")
                        .write("signatoryRole", "Rector"))
                .untilHandOver();
        pageTellsTheStory();
    }

    private void customerReads(int mails, String first, String second) {
        try (var profile = browser.newContext()) {
            Page mail = Journey.openMail(profile.newPage(), signatory, "er ontbreekt nog iets", mails);
            Locator copies = mail.frameLocator("iframe").locator(".facts td");
            assertThat(copies.first()).hasText(first);
            assertThat(copies.last()).hasText(second);
            assertThat(mail.locator(".files")).containsText(".pdf");
            journey.picture(mail, "mail");
        }
    }

    private void pageTellsTheStory() {
        try (Person colleague = journey.person("relations2")) {
            Page order = journey.atOrder(colleague);
            Locator timeline = order.locator(".timeline li");
            assertThat(timeline.filter(with("wat er met de exemplaren mis is"))).hasCount(2);
            assertThat(timeline.filter(with("Eerste: handtekening ontbreekt; tweede: niet ontvangen")))
                    .hasCount(1);
            assertThat(timeline.filter(with("Eerste: in orde; tweede: pagina ontbreekt")))
                    .hasCount(1);
            assertThat(timeline.filter(with("ondertekend door de klant"))).hasCount(1);
            assertThat(order.locator(".standings")).containsText("Contract tegentekenen");
            journey.picture(colleague, "order");
        }
    }

    private static FilterOptions with(String words) {
        return new FilterOptions().setHasText(words);
    }
}
