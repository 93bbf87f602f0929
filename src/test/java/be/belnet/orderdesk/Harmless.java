package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.PdfCheck;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What mails and PDFs may make of hostile text: the plain words that it is.
 *
 * @param typed into the fields, by their keys
 * @param requester mail address of who asked
 */
record Harmless(Map<String, String> typed, String requester) {
    /** Which fields each mail shows, by its template. */
    private static final Map<String, Set<String>> SHOWN_IN_MAILS = Map.ofEntries(
            Map.entry("contact-change-asked", Set.of("contactName", "name")),
            Map.entry("contact-changed", Set.of("contactName")),
            Map.entry("contact-kept", Set.of("contactName")),
            Map.entry("follow-link", Set.of("contactName")),
            Map.entry("scan-uploaded", Set.of("legal_name")),
            Map.entry("ask-customer", Set.of("contactName", "reason")),
            Map.entry("request-declined", Set.of("contactName", "reason")),
            Map.entry("introduction-customer", Set.of("contactName", "mailWords")),
            Map.entry("introduction-account-manager", Set.of("contactName", "request", "legal_name")),
            Map.entry("invitation", Set.of("contactName", "meetingPlace", "mailWords")),
            Map.entry("advice-appointment", Set.of("name", "mailWords")),
            Map.entry("contract", Set.of("name", "mailWords")),
            Map.entry("missing-copy", Set.of("name", "reason", "mailWords")),
            Map.entry("appliance-ready", Set.of("name", "mailWords")),
            Map.entry("contract-countersigned", Set.of("name", "mailWords")),
            Map.entry("service-activated", Set.of("contactName")),
            Map.entry("certificates-activated", Set.of("contactName")),
            Map.entry("contract-reminder", Set.of("name")),
            Map.entry("order-lapsed", Set.of("contactName", "mailWords")),
            Map.entry("delivery-late", Set.of()),
            Map.entry("new-date", Set.of("contactName", "reason")),
            Map.entry("purchase-order", Set.of("legal_name")),
            Map.entry("purchase-order-cancelled", Set.of()),
            Map.entry("ask-acronym", Set.of("contactName")),
            Map.entry("mail-received", Set.of("contactName")),
            Map.entry("free", Set.of("contactName", "text")),
            Map.entry("support-ticket", Set.of("contactName", "question")),
            Map.entry("support-passed-on", Set.of("question", "note")),
            Map.entry("support-answer", Set.of("contactName", "question", "answer")),
            Map.entry("order-cancelled", Set.of("contactName", "reason")),
            Map.entry("letter-needed", Set.of("contactName")),
            Map.entry("letter-reminder", Set.of("contactName")),
            Map.entry("notice-refused", Set.of("contactName", "reason")),
            Map.entry("notice-confirmed", Set.of("contactName", "mailWords")),
            Map.entry("service-ending", Set.of("name")),
            Map.entry("mail-still-here", Set.of("legal_name")),
            Map.entry("service-ended", Set.of("contactName")),
            Map.entry("notice-withdrawn", Set.of("contactName")),
            Map.entry("notice-lapsed", Set.of("contactName", "mailWords")),
            Map.entry("termination-cancelled", Set.of("contactName", "reason")),
            Map.entry("change-confirmed", Set.of("contactName", "mailWords")),
            Map.entry("change-annex", Set.of("contactName", "mailWords")),
            Map.entry("change-refused", Set.of("contactName", "reason")),
            Map.entry("change-done", Set.of("contactName")),
            Map.entry("change-withdrawn", Set.of("contactName")),
            Map.entry("change-cancelled", Set.of("contactName", "reason")),
            Map.entry("domains-to-validate", Set.of("name")),
            Map.entry("domains-reminder", Set.of("name")),
            Map.entry("domains-link", Set.of("name")),
            Map.entry("customer-migrated", Set.of("name", "reason")),
            Map.entry("former-certificates", Set.of("name")),
            Map.entry("trial-reminder", Set.of("contactName")),
            Map.entry("trial-reminder-account-manager", Set.of("legal_name")),
            Map.entry("trial-ended", Set.of("contactName")),
            Map.entry("trial-ended-account-manager", Set.of("legal_name")),
            Map.entry("campaign-finished", Set.of()),
            Map.entry("campaign-overdue", Set.of()),
            Map.entry("digest", Set.of()),
            Map.entry("withdrawal-confirmed", Set.of("contactName")));

    /** Which fields each PDF shows, by its kind. */
    private static final Map<String, Set<String>> SHOWN_IN_DOCUMENTS = Map.of(
            "contract", Set.of("legal_name", "enterprise_number", "street", "postcode", "city", "customerReference"),
            "changeAnnex", Set.of("legal_name", "enterprise_number", "street", "postcode", "city"),
            "coverLetter", Set.of("legal_name", "name", "street", "postcode", "city", "customerReference"));

    private static final Set<String> HEADERS = Set.of(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type",
            "Return-Path",
            "Received");

    private static final String HIDDEN = "[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Cc}&&[^\\r\\n\\t]]]";

    /** Whether a mail, as it came, shows what it should and does nothing else. */
    void mail(SentMail written, Delivered mail) {
        Set<String> shown = shown(written);
        assertHead(written, mail);
        if (written.template().equals("free")) {
            assertShows(mail.subject(), Set.of("subject"));
        }
        assertShows(mail.text(), shown);
        assertShows(mail.shown(), shown);
        assertThat(mail.html()).doesNotContainIgnoringCase("<img", "<script", "<b>", "<u ", "file:///etc/passwd\"");
        String kind = written.template().equals("change-annex") ? "changeAnnex" : "contract";
        mail.files("application/pdf").forEach(pdf -> pdf(kind, pdf));
        mail.files("text/calendar").forEach(this::assertIsOneMeeting);
    }

    /** Whoever asked is greeted as the form had it, all others as the register has them, and staff by no field. */
    private Set<String> shown(SentMail written) {
        Set<String> shown = new HashSet<>(SHOWN_IN_MAILS.get(written.template()));
        if (!written.to().email().equalsIgnoreCase(requester) && shown.remove("contactName")) {
            shown.add("name");
        }
        return shown;
    }

    private static void assertHead(SentMail written, Delivered mail) {
        assertThat(mail.mailbox()).isEqualToIgnoringCase(written.to().email());
        assertThat(mail.headers()).doesNotHaveDuplicates().isSubsetOf(HEADERS);
        assertThat(mail.addresses())
                .extracting(InternetAddress::getAddress)
                .containsExactly("servicedesk@belnet.be", written.to().email());
        mail.addresses().forEach(address -> assertNothingHidden(address.getPersonal()));
        assertNothingHidden(mail.subject());
        assertThat(mail.subject())
                .startsWith("[" + written.orderNumber() + "] ")
                .doesNotContain("\n", "\r");
    }

    private void assertIsOneMeeting(byte[] calendar) {
        assertNothingHidden(new String(calendar, StandardCharsets.UTF_8));
        VEvent meeting = meeting(calendar);
        assertThat(meeting.validate().hasErrors()).isFalse();
        assertShows(meeting.getLocation().getValue(), Set.of("meetingPlace"));
        assertThat(meeting.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getCalAddress()).hasToString("mailto:" + requester);
            assertShows(attendee.getRequiredParameter("CN").getValue(), Set.of("contactName"));
        });
    }

    private static VEvent meeting(byte[] calendar) {
        try {
            var read = new CalendarBuilder().build(new ByteArrayInputStream(calendar));
            List<VEvent> meetings = read.getComponents("VEVENT");
            assertThat(meetings).hasSize(1);
            return meetings.get(0);
        } catch (IOException | ParserException unreadable) {
            throw new AssertionError(new String(calendar, StandardCharsets.UTF_8), unreadable);
        }
    }

    /** Whether a PDF of this kind shows what it should and does nothing else. */
    void pdf(String kind, byte[] pdf) {
        assertThatCode(() -> PdfCheck.check(pdf)).doesNotThrowAnyException();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getDocumentCatalog().getOpenAction()).isNull();
            for (PDPage page : file.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
            assertShows(new PDFTextStripper().getText(file), SHOWN_IN_DOCUMENTS.get(kind));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void assertShows(String text, Set<String> keys) {
        assertNothingHidden(text);
        keys.forEach(key -> assertThat(HostileText.seen(text)).as(key).contains(HostileText.seen(typed.get(key))));
    }

    private static void assertNothingHidden(String text) {
        assertThat(text).doesNotContainPattern(HIDDEN);
    }
}
