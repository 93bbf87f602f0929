package be.belnet.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final String CUSTOMER = "mail-admin@kbr.example";
    private static final String SERVICE_DESK = "servicedesk@belnet.be";

    private static SandboxRunner sandbox;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        assertThat(sandbox.delete("/api/world").statusCode()).isEqualTo(204);
    }

    @Test
    void mailIsReadAsTheCustomerSeesIt() throws Exception {
        new Sender(sandbox).full(CUSTOMER, "Votre contrat BAMS-2026-00042 – à signer", "Bonjour", "<p>Bonjour été</p>");

        Map<String, Object> mail = JsonPath.read(mails("?to=" + CUSTOMER), "$[0]");
        assertThat(mail)
                .containsOnlyKeys(
                        "id",
                        "from",
                        "to",
                        "subject",
                        "messageId",
                        "inReplyTo",
                        "text",
                        "html",
                        "attachments",
                        "receivedAt")
                .containsEntry("from", "Service Desk <servicedesk@belnet.be>")
                .containsEntry("to", CUSTOMER)
                .containsEntry("subject", "Votre contrat BAMS-2026-00042 – à signer")
                .containsEntry("inReplyTo", "<request-1@kbr.example>")
                .containsEntry("text", "Bonjour")
                .containsEntry("html", "<p>Bonjour été</p>");
        assertThat((String) mail.get("messageId")).matches("<.+@.+>");
        assertThat(JsonPath.<List<String>>read(mails("?to=" + CUSTOMER), "$[0].attachments[*].type"))
                .containsExactly("image/png", "application/pdf", "text/calendar");
        assertThat(JsonPath.<List<String>>read(mails("?to=" + CUSTOMER), "$[0].attachments[*].name"))
                .endsWith("Contract BAMS – kopie 1.pdf", "invite.ics");
    }

    @Test
    void attachmentsAreFetchedPdfToLookAtOthersToKeep() throws Exception {
        new Sender(sandbox).full(CUSTOMER, "Contract", "text", "<img src=\"cid:logo\">");
        List<String> urls = JsonPath.read(mails("?to=" + CUSTOMER), "$[0].attachments[*].url");

        var pdf = sandbox.get(urls.get(1));
        assertThat(pdf.body()).isEqualTo("%PDF-1.7");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        var invitation = sandbox.get(urls.get(2));
        assertThat(invitation.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(invitation.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        int id = JsonPath.read(mails("?to=" + CUSTOMER), "$[0].id");
        assertThat(sandbox.get("/mails/" + id + "/html").body()).contains("<img src=\"" + urls.get(0) + "\">");
        assertThat(sandbox.get("/mails/" + id + "/attachments/9/x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyRecipientHasACopyOfItsOwn() throws Exception {
        new Sender(sandbox).text("First@kbr.example,second@kbr.example", "Hello", "Hello");

        assertThat(JsonPath.<List<?>>read(mails("?to=first@kbr.example"), "$")).hasSize(1);
        assertThat(JsonPath.<List<?>>read(mails("?to=FIRST@KBR.EXAMPLE"), "$")).hasSize(1);
        assertThat(JsonPath.<List<?>>read(mails(""), "$")).hasSize(2);
        assertThat(JsonPath.<List<?>>read(mails("?to=nobody@kbr.example"), "$")).isEmpty();
    }

    @Test
    void deliveryIsCountedUnderTheOrderNumberOfTheSubject() throws Exception {
        new Sender(sandbox).text(CUSTOMER, "Re: BAMS-2026-00042 wishes", "Hello");

        assertThat(sandbox.bean(Ledger.class).effects("mail", "BAMS-2026-00042"))
                .hasSize(1);
        assertThat(sandbox.bean(Ledger.class).calls("mail", "BAMS-2026-00042")).hasSize(1);
    }

    @Test
    void serviceDeskReadsItsMailboxWithItsPassword() throws Exception {
        new Sender(sandbox).text(SERVICE_DESK, "A request", "We would like BAMS");

        try (var store = open(sandbox, "servicedesk")) {
            assertThat(inbox(store).getMessages()).hasSize(1);
            assertThat(inbox(store).getMessage(1).getSubject()).isEqualTo("A request");
        }
        assertThatThrownBy(() -> open(sandbox, "wrong")).isInstanceOf(MessagingException.class);
    }

    /** As mail servers, scripts and broken programs do. */
    @Test
    void mailOfAnyProgramIsReadAsItWasSent() throws Exception {
        String raw = "From: nobody\r\nSubject: =?utf-8?q?BAMS_=C3=A9t=C3=A9?=\r\nX-Odd: 1\r\n"
                + "Content-Type: multipart/mixed\r\n\r\nno boundary\r\n" + "x".repeat(990) + "\r\n";
        speak("script@kbr.example", SERVICE_DESK, raw);

        try (var store = open(sandbox, "servicedesk")) {
            var read = new ByteArrayOutputStream();
            inbox(store).getMessage(1).writeTo(read);
            assertThat(read.toString(StandardCharsets.UTF_8)).contains(raw.strip());
            assertThat(inbox(store).getMessage(1).isSet(Flags.Flag.SEEN)).isTrue();
        }
    }

    private static void speak(String from, String to, String mail) throws IOException {
        try (var socket = new Socket("127.0.0.1", sandbox.bean(MailServer.class).smtpPort());
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = socket.getOutputStream()) {
            for (String line :
                    List.of("HELO x", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA", mail + ".", "QUIT")) {
                in.readLine();
                out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            assertThat(in.readLine()).startsWith("221");
        }
    }

    @Test
    void restartForgetsNothingAndKeepsWhatWasReadAndDeleted() throws Exception {
        var database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        try (var first = SandboxRunner.startWith(database)) {
            for (var subject : List.of("read", "deleted", "new")) {
                new Sender(first).text(SERVICE_DESK, subject, subject);
            }
            readOneAndDeleteAnother(first);
        }
        try (var second = SandboxRunner.startWith(database)) {
            try (var store = open(second, "servicedesk")) {
                var inbox = inbox(store);
                assertThat(inbox.getMessages())
                        .extracting(message -> message.getSubject())
                        .containsExactly("read", "new");
                assertThat(inbox.getMessage(1).isSet(Flags.Flag.SEEN)).isTrue();
                assertThat(inbox.getMessage(2).isSet(Flags.Flag.SEEN)).isFalse();
            }
            assertThat(JsonPath.<List<String>>read(
                            second.get("/api/mails?to=" + SERVICE_DESK).body(), "$[*].subject"))
                    .containsExactly("read", "deleted", "new");
        }
    }

    @Test
    void emptyWorldHasEmptyMailboxes() throws Exception {
        new Sender(sandbox).text(SERVICE_DESK, "A request", "We would like BAMS");
        sandbox.delete("/api/world");

        assertThat(mails("")).isEqualTo("[]");
        try (var store = open(sandbox, "servicedesk")) {
            assertThat(inbox(store).getMessageCount()).isZero();
        }
    }

    private static void readOneAndDeleteAnother(SandboxRunner sandbox) throws MessagingException {
        try (var store = open(sandbox, "servicedesk")) {
            var inbox = inbox(store);
            inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
            inbox.getMessage(2).setFlag(Flags.Flag.DELETED, true);
            inbox.expunge();
        }
    }

    private static Store open(SandboxRunner sandbox, String password) throws MessagingException {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", sandbox.bean(MailServer.class).imapPort(), SERVICE_DESK, password);
        return store;
    }

    private static Folder inbox(Store store) throws MessagingException {
        var inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        return inbox;
    }

    private static String mails(String query) {
        return sandbox.get("/api/mails" + query).body();
    }
}
