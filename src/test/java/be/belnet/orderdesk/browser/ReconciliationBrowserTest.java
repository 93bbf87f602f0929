package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.process.OneNight;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Service operations decides on differences, and reads what the nights found. */
@BrowserTest
class ReconciliationBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    OneNight nights;

    private Readers readers;

    ReconciliationBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void readersCome() {
        readers = new Readers(browser, address());
    }

    @AfterEach
    void readersGo() {
        readers.close();
        nights.forget();
    }

    @Test
    void differencesAreDecidedOnOneByOneOrAllOfAKind() {
        String night = nights.found(
                Map.of(
                        "fortiflex",
                        List.of(afterEnd("FEVMMLTM26000262"), afterEnd("FEVMMLTM26000263")),
                        "openstack",
                        List.of(nobodys())),
                "sectigo");
        try (Person operations = new Person(browser, address(), "en-GB", "operations1")) {
            Form form = operations.atTasklist().work(night, "Decide on differences");
            readers.read(operations, "90-decide-on-differences");
            form.choose("differences", "All 2").mark("differenceDecision", 2);
            assertThat(form.input("askAgainIn")).hasValue("14");
            operations.picture("90-leave");
            operations.done();
            form = operations.atTasklist().work(night, "Decide on differences");
            form.choose("differences", "Appliance without customer").mark("differenceDecision", 0);
            assertThat(operations.complete()).containsText("a person has to see to it");
            form.mark("differenceDecision", 1).write("reason", "Belongs to the laboratory");
            operations.done();
        }
        for (String language : List.of("nl-BE", "fr-BE")) {
            try (Person auditor = new Person(browser, address(), language, "auditor1")) {
                Page page = auditor.page();
                page.navigate("/reconciliation");
                assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("FEVMMLTM26000262")))
                        .isVisible();
                Person.wholePicture(page, "91-reconciliation-" + language.substring(0, 2));
            }
        }
    }

    private static Difference afterEnd(String serial) {
        return new Difference(
                DifferenceKind.LICENCE_AFTER_END,
                serial,
                "NSOL",
                null,
                "2026-01-01",
                "2027-05-31",
                DifferenceAct.END_LICENCE);
    }

    private static Difference nobodys() {
        return new Difference(
                DifferenceKind.APPLIANCE_WITHOUT_CUSTOMER,
                "0f3c2d1e-6a9b-4c55-8d3e-2b7a9c1f4e60",
                null,
                null,
                null,
                "BAMS-2026-00012",
                null);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
