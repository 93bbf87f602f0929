package be.belnet.orderdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as they come, whole and broken. */
class MailReaderTest {
    private static final String HEAD = "From: =?utf-8?q?Responsable_de_l=E2=80=99informatique?= <It@UMosane.example>\n"
            + "To: servicedesk@belnet.be\nSubject: =?iso-8859-1?Q?Commande_BAMS_=E9t=E9?=\nMessage-ID: <a1@u.example>\n"
            + "Date: Thu, 12 Nov 2026 10:01:00 +0100\n";

    @Test
    void headIsDecoded() {
        ReadMail mail = read(HEAD + "Content-Type: text/plain; charset=utf-8\n\nBonjour");

        assertThat(mail.sender()).isEqualTo("it@umosane.example");
        assertThat(mail.senderName()).isEqualTo("Responsable de l’informatique");
        assertThat(mail.subject()).isEqualTo("Commande BAMS été");
        assertThat(mail.text()).isEqualTo("Bonjour");
        assertThat(mail.origin()).isEqualTo(Origin.PERSON);
    }

    @Test
    void headInUtf8IsRead() {
        ReadMail mail = read("From: Équipe <a@b.example>\nSubject: Souscription été\n\nx");

        assertThat(mail.senderName()).isEqualTo("Équipe");
        assertThat(mail.subject()).isEqualTo("Souscription été");
    }

    /** Line separators, and those of the second set of control characters, found by random input. */
    @ParameterizedTest
    @ValueSource(strings = {"\u2028", "\u2029", "\u0085"})
    void addressAndReferencesHoldNothingThatEndsALine(String end) {
        ReadMail mail = read("From: <it@u.exa" + end + "mple>\nReferences: <r" + end + "1@u.example> <r2@u.example>\n"
                + "Message-ID: <a" + end + "1@u.example>\nSubject: x\n\nx");

        assertThat(String.valueOf(mail.sender())).doesNotContain(end);
        assertThat(mail.messageId()).isNull();
        assertThat(mail.thread()).containsExactly("<r2@u.example>");
    }

    @Test
    void plainWordsArePreferredToHtmlAndFilesAreTold() {
        ReadMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
                + "Content-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain; charset=utf-8\n\nPlain\n"
                + "--y\nContent-Type: text/html; charset=utf-8\n\n<p>Rich</p>\n--y--\n--x\n"
                + "Content-Type: application/pdf; name=\"=?utf-8?q?bon_d=C3=A9j=C3=A0.pdf?=\"\n"
                + "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x\n"
                + "Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline\n\nx\n--x--\n");

        assertThat(mail.text()).isEqualTo("Plain");
        assertThat(mail.attachments()).extracting(ReadMail.Attached::name).containsExactly("bon déjà.pdf");
    }

    @Test
    void linesThatTheProgramBrokeAreJoined() {
        String flowed = "Content-Type: text/plain; charset=utf-8; format=flowed";
        String body =
                "\n\nWij willen \nBAMS \nbestellen.\n\n> oude \n> regel\n>> nog ouder\nNieuw \n-- \nDienst\n  ICT";

        assertThat(read(HEAD + flowed + body).text())
                .isEqualTo("Wij willen BAMS bestellen.\n\n> oude regel\n>> nog ouder\nNieuw \n-- \nDienst\n ICT");
        assertThat(read(HEAD + flowed + "\n\n> hun vraag \nons antwoord").text())
                .as("what is answered does not go on with the answer")
                .isEqualTo("> hun vraag \nons antwoord");
        assertThat(read(HEAD + flowed + "; DelSp=Yes\n\nBel \nnet").text()).isEqualTo("Belnet");
        assertThat(read(HEAD + "Content-Type: text/plain; charset=utf-8\n\nBel \nnet")
                        .text())
                .isEqualTo("Bel \nnet");
    }

    @Test
    void htmlIsReducedToItsLines() {
        ReadMail mail =
                read(HEAD + "Content-Type: text/html; charset=utf-8\n\n<html><head><style>p{}</style></head><body>"
                        + "<script>alert(1)</script><p>Beste,</p><p>wij willen <b>BAMS</b><br>bestellen</p>"
                        + "<blockquote>Vroeger</blockquote></body></html>");

        assertThat(mail.text().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly("Beste,", "wij willen BAMS", "bestellen", "> Vroeger");
        assertThat(mail.ownText()).doesNotContain("Vroeger");
    }

    @Test
    void fileNamesLeadNowhere() {
        ReadMail mail = read(
                HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf\n"
                        + "Content-Disposition: attachment; filename=\"=?utf-8?q?../../etc/pass=E2=80=AEwd.pdf?=\"\n\nx\n--x--\n");

        assertThat(mail.attachments()).extracting(ReadMail.Attached::name).containsExactly("passwd.pdf");
    }

    @Test
    void unknownCharsetIsReadAllTheSame() {
        byte[] raw =
                (HEAD + "Content-Type: text/plain; charset=x-nobody\n\nété").getBytes(Charset.forName("windows-1252"));

        assertThat(read(raw).text()).isEqualTo("été");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed\n\nno boundary, BAMS",
                "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nno end, BAMS",
                "Content-Type: ///;;;=\n\nno type, BAMS",
                "Content-Type: text/plain\nContent-Transfer-Encoding: x-nobody\n\nno encoding, BAMS",
                "Content-Type: text/plain; charset=\"\n\nno charset, BAMS"
            })
    void brokenMailIsReadAsFarAsItGoes(String broken) {
        assertThat(read(HEAD + broken).text()).contains("BAMS");
    }

    @Test
    void brokenHeadStillNamesItsSender() {
        ReadMail mail = read("From: Someone <a@b.example\nSubject: =?utf-8?q?BA=ZZMS\n\nHello");

        assertThat(mail.sender()).isEqualTo("a@b.example");
        assertThat(mail.subject()).isNotBlank();
        assertThat(read("Subject: x\n\nHello").sender()).isNull();
        assertThat(read("").text()).isEmpty();
    }

    @Test
    void nameThatLooksLikeAnAddressIsNotTheSender() {
        assertThat(read("From: \"boss@bank.example\" <real@sender.example>\n\nx")
                        .sender())
                .isEqualTo("real@sender.example");
    }

    @Test
    void nestingAndPartsHaveAnEnd() {
        var deep = new StringBuilder(HEAD);
        for (int depth = 0; depth < 60; depth++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\n\n--b")
                    .append(depth)
                    .append('\n');
        }
        var wide = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=x\n\n");
        wide.append("--x\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx\n".repeat(1000))
                .append("--x--\n");

        assertThat(read(deep.toString()).key()).startsWith("id-");
        assertThat(read(wide.toString()).attachments()).hasSizeLessThan(200);
    }

    @Test
    void keyIsTheMessageIdElseWhatTheMailSays() {
        String bare = "From: a@b.example\nDate: today\nSubject: s\n\n";

        assertThat(read(HEAD + "\nx").key()).isEqualTo(MailHead.keyOf("<a1@u.example>"));
        assertThat(read(bare + "x").key())
                .startsWith("text-")
                .isEqualTo(read("X-Hop: 2\n" + bare + "x").key());
        assertThat(read(bare + "y").key()).isNotEqualTo(read(bare + "x").key());
    }

    @Test
    void threadNamesTheNearestFirst() {
        ReadMail mail = read(HEAD + "References: <1@a> <2@a>\n <3@a>\nIn-Reply-To: <3@a>\n\nx");

        assertThat(mail.thread()).containsExactly("<3@a>", "<2@a>", "<1@a>");
        assertThat(mail.isReply()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: x", "FW: x", "TR: x", "WG: x", "Doorst: x", "RV: x"})
    void passedOnMailIsTold(String subject) {
        assertThat(read("From: a@b.example\nSubject: " + subject + "\n\nx").forwarded())
                .isTrue();
    }

    @Test
    void mailPassedOnAsAFileIsRead() {
        ReadMail mail = read(
                HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSee below\n"
                        + "--x\nContent-Type: message/rfc822\n\nFrom: c@d.example\nSubject: BAMS\n\nWe want to order\n--x--\n");

        assertThat(mail.forwarded()).isTrue();
        assertThat(mail.text()).contains("See below", "BAMS", "We want to order");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "X-Auto-Response-Suppress: All",
                "List-Id: <news.example>",
                "X-Autoreply: yes",
                "Return-Path: <>\nAuto-Submitted: auto-replied (vacation)",
                "Message-ID: <correspondence-0f9a2b1c-1111-4222-8333-0123456789ab@orderdesk.belnet.be>",
                "Content-Type: multipart/report; report-type=disposition-notification; boundary=x"
                        + "\n\n--x\nContent-Type: text/plain\n\nread\n--x--"
            })
    void machineIsTold(String header) {
        assertThat(read("From: a@b.example\n" + header + "\n\nBAMS").origin()).isEqualTo(Origin.MACHINE);
    }

    @Test
    void personMaySayThatNoMachineWrote() {
        assertThat(read("From: a@b.example\nAuto-Submitted: no\nPrecedence: normal\n\nBAMS")
                        .origin())
                .isEqualTo(Origin.PERSON);
    }

    @Test
    void bounceTellsWhichMailCameBack() {
        String ours = "<correspondence-0f9a2b1c-1111-4222-8333-0123456789ab@orderdesk.belnet.be>";
        ReadMail mail = read("Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: Undelivered\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n"
                + "Content-Type: text/plain\n\nUser unknown\n--x\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n--x\n"
                + "Content-Type: text/rfc822-headers\n\nSubject: Order\nMessage-ID: " + ours + "\n--x--\n");

        assertThat(mail.origin()).isEqualTo(Origin.MAIL_SERVER);
        assertThat(mail.thread()).startsWith(ours);
        assertThat(mail.text()).contains("User unknown");
    }

    @Test
    void mailThatIsOnlyLateHasNotComeBack() {
        ReadMail mail = read(
                "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n"
                        + "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed\n--x--\n");

        assertThat(mail.origin()).isEqualTo(Origin.MACHINE);
    }

    @Test
    void bounceOfTheOldKindIsToldByItsSender() {
        ReadMail mail = read("Return-Path: <>\nFrom: postmaster@mx.example\n\nHi. I wasn't able to deliver.\n"
                + "--- Below is a copy\nMessage-ID: <x@y.example>\n");

        assertThat(mail.origin()).isEqualTo(Origin.MAIL_SERVER);
        assertThat(mail.thread()).isEqualTo(List.of("<x@y.example>"));
    }

    /** Whatever it holds, it stays in its file until somebody wants a part. */
    @Test
    void largeMailTakesNoMemory(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.eml");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write(
                    (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nBAMS\n--x\n"
                                    + "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n"
                                    + "Content-Transfer-Encoding: base64\n\n")
                            .replace("\n", "\r\n"));
            for (int line = 0; line < 25 * 1024 * 1024 / 78; line++) {
                out.write("JVBERi0xLjcK".repeat(6) + "AAAA\r\n");
            }
            out.write("--x--\r\n");
        }
        try (var content = new SharedFileInputStream(file.toFile())) {
            MimeMessage message = MailReader.parse(content);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            ReadMail mail = MailReader.read(message, false);
            long taken = threads.getCurrentThreadAllocatedBytes() - before;

            assertThat(mail.text()).isEqualTo("BAMS");
            assertThat(mail.attachments()).hasSize(1);
            try (var pdf = mail.attachments().get(0).content().open()) {
                assertThat(pdf.readNBytes(5))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("%PDF-");
            }
            assertThat(taken).isLessThan(4L * 1024 * 1024);
        }
    }

    @Test
    void longTextIsCut() {
        assertThat(read(HEAD + "\n" + "BAMS ".repeat(100_000)).text()).hasSizeLessThanOrEqualTo(20_000);
    }

    private static ReadMail read(String raw) {
        return read(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ReadMail read(byte[] raw) {
        try {
            return MailReader.read(MailReader.parse(new ByteArrayInputStream(raw)), false);
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
