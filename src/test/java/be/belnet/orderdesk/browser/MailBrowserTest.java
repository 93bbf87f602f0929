package be.belnet.orderdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail that the tables are not sure about, read and sorted in Tasklist, and what its sender gets. */
@BrowserTest
class MailBrowserTest {
    private final Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Changes changes;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Post post;

    MailBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void changeOfOneOfSeveralContractsIsTheOneThatTheDeskNames() {
        String customer = register.university("de");
        subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null);
        long meant = subscribers.mailSecurity(customer, LocalDate.of(2025, 3, 1), null);
        Letter letter = Letter.of(
                "technical@%s.example".formatted(customer.toLowerCase(Locale.ROOT)),
                "Änderung BAMS",
                "Guten Tag,\n\nwir möchten BAMS erweitern, und zwar auf die nächste Größe.\n\nMit freundlichen Grüßen");
        String number = post.triage(letter);
        try (Person desk = new Person(browser, "http://localhost:" + port, "de-BE", "desk1").atTasklist()) {
            Form form = desk.work(number, "Sort mail");
            assertThat(form.root()).containsText("einen Dienst, den der Kunde mehrmals hat");
            assertThat(form.root()).containsText("auf die nächste Größe");
            form.write("contract", subscriptions.get(meant).agreement().contractNumber());
            Person.wholePicture(desk.page(), "85-sort-mail");
            desk.done();
        }

        String file = changes.openFor(meant).orElseThrow();
        List<SentMail> mails = correspondence.of(file);
        assertThat(mails).singleElement().satisfies(mail -> assertThat(mail.subject())
                .contains("Änderung von BAMS"));
    }
}
