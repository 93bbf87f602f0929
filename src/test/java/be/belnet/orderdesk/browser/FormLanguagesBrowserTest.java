package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms speak the language of whoever reads them, the form library's own words included. */
@BrowserTest
class FormLanguagesBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    FormLanguagesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "nl-BE, Dit veld is verplicht., Dit is geen geldig e-mailadres.",
        "fr-BE, Ce champ est obligatoire., Cette adresse e-mail n’est pas valable.",
        "en-GB, This field is required., This is not a valid e-mail address.",
        "de-BE, Dieses Feld muss ausgefüllt werden., Das ist keine gültige E-Mail-Adresse."
    })
    void startFormSpeaksThePersonsLanguage(String language, String missing, String noAddress) {
        try (Person desk = person(language)) {
            Form form = desk.startForm("BAMS order")
                    .write("contactName", "x")
                    .write("contactName", "")
                    .write("contactEmail", "nonsense");
            assertThat(form.error("contactName")).hasText(missing);
            assertThat(form.error("contactEmail")).hasText(noAddress);
            desk.picture("30-order-received-" + language);
            assertThat(form.root().innerText())
                    .doesNotContain("form.", "{0}", "{{", "Field")
                    .contains("Nederlands", "Deutsch");
        }
    }

    @Test
    void whatTheServerRefusesIsShownInThePersonsLanguage() {
        try (Person desk = person("nl-BE")) {
            desk.startForm("BAMS order")
                    .write("contactName", "Mail administrator")
                    .write("contactEmail", "mail-admin@customer.example")
                    .write("contactPhone", "none");
            assertThat(desk.start()).containsText("„Telefoon” is niet geschreven zoals verwacht.");
            desk.picture("31-refused-by-the-server");
        }
    }

    private Person person(String language) {
        return new Person(browser, "http://localhost:" + port, language, "desk1").atTasklist();
    }
}
