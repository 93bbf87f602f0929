package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Register;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The installed base is imported by a manager, and found and read without a mouse, on a phone too. */
@BrowserTest
class SubscriptionsBrowserTest {
    private static final String HEAD = "acronym;service;contract_number;contract_start;price_line;licence_serial;"
            + "licence_end;appliance;domains;authority;organisation_id\n";

    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    SubscriptionsBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void managerImportsAndFindsWithTheKeyboard() {
        String customer = register.university("nl");
        String file = HEAD
                + "%1$s;DCS;D-%1$s;2024-02-29;DCS-2026;;;;*.a.example b.example;sectigo;4711\n".formatted(customer)
                + "NOBODY;DCS;D-2;2024-02-29;DCS-2026;;;;;sectigo;\n";
        try (Person manager = new Person(browser, "http://localhost:" + port, "en-GB", "manager1")) {
            Page page = manager.page();
            page.navigate("/subscriptions/import");
            page.locator("#file")
                    .setInputFiles(new FilePayload("base.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            page.locator("form.panel button").press("Enter");
            assertThat(page.locator("main")).containsText("No organisation has the acronym NOBODY.");
            manager.picture("60-subscription-import");
            page.navigate("/subscriptions");
            page.locator("input[name=q]").focus();
            page.keyboard().type(customer.toLowerCase());
            page.keyboard().press("Enter");
            assertThat(page.locator("tbody tr")).hasCount(1);
            manager.picture("61-subscriptions");
            page.locator("tbody a.name").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("DCS · " + customer);
            assertThat(page.locator("dl.facts")).containsText("1 Mar 2025");
            manager.picture("62-subscription");
            page.setViewportSize(375, 800);
            for (String address :
                    List.of(page.url(), "/subscriptions", "/subscriptions/import", "/subscriptions/invoicing")) {
                page.navigate(address);
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as(address)
                        .isTrue();
            }
        }
    }
}
