package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OrderdeskTest
class CustomerPagesTest {
    private static final String BOUNDARY = "----orderdesk";

    @LocalServerPort
    int port;

    @Test
    void listFindsACustomerByItsMailDomain() {
        var page = browser().signIn("desk1").reading("nl").page("/customers?q=geodesie.example");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("SPGEO", "Overheidsdienst").doesNotContain("KORTUNI", "??");
    }

    @ParameterizedTest
    @CsvSource({"en, entered by import", "nl, via een import", "fr, par importation", "de, durch einen Import"})
    void whoFindsNobodyReadsHowCustomersAreEntered(String language, String how) {
        Browser reader = browser().signIn("desk1").reading(language);

        assertThat(reader.page("/customers?q=nobody-at-all").body()).contains(how);
        assertThat(reader.page("/customers?q=kortuni").body()).doesNotContain(how);
    }

    @Test
    void customerIsShownWithItsContacts() {
        var page = browser().signIn("relations1").reading("de").page("/customers/isard");

        assertThat(page.body())
                .contains("HEARD", "mail-admin@he-ardennes.example", "Unterzeichner", "Frühere Kürzel")
                .doesNotContain("??");
        assertThat(browser().signIn("relations1").page("/customers/nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void apiGivesOnePageWithoutContacts() {
        var answer = browser().getAs("manager1", "/api/customers?q=kortuni");

        assertThat(answer.body())
                .contains("\"acronym\":\"KORTUNI\"", "\"total\":1", "\"belnetCustomer\":true")
                .doesNotContain("mail-admin");
    }

    @Test
    void refusedLineIsExplainedInTheReadersLanguage() throws InterruptedException {
        Browser manager = browser().signIn("manager1").reading("fr-BE");
        String contacts = "acronym,name,email,phone,language,roles\nKORTUNI,A,no address,,nl,technical\n";

        String report = upload(manager, contacts);

        assertThat(waitForEnd(manager, report))
                .contains("N’est pas une adresse de courriel.", ">2</td>")
                .doesNotContain("??", "no address");
    }

    @Test
    void importWithoutTokenIsRefused() {
        Browser manager = browser().signIn("manager1");

        assertThat(manager.form("/customers/import", "organisations=x").statusCode())
                .isEqualTo(403);
    }

    private static String upload(Browser browser, String contacts) {
        String token = browser.formToken("/customers/import");
        String body = part("_csrf", null, token) + part("organisations", "", "") + part("contacts", "c.csv", contacts)
                + "--" + BOUNDARY + "--\r\n";
        var answer = browser.send(browser.request("/customers/import")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/customers"));
    }

    private static String part(String name, String file, String content) {
        String fileName = file == null ? "" : "; filename=\"" + file + "\"";
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + fileName + "\r\n\r\n"
                + content + "\r\n";
    }

    private static String waitForEnd(Browser browser, String report) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String page = browser.page(report).body();
        while (page.contains("http-equiv=\"refresh\"") && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            page = browser.page(report).body();
        }
        return page;
    }

    private Browser browser() {
        return new Browser(port);
    }
}
