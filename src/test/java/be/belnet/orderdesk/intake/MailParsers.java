package be.belnet.orderdesk.intake;

import static be.belnet.orderdesk.fuzz.Parser.require;
import static be.belnet.orderdesk.fuzz.Parser.requireLine;
import static be.belnet.orderdesk.fuzz.Parser.requireText;

import be.belnet.orderdesk.fuzz.Parser;
import jakarta.mail.MessagingException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.List;
import java.util.Locale;

/** What reads mails of customers. */
public final class MailParsers {
    private static final String HEAD =
            "From: =?utf-8?q?Responsable_de_l=E2=80=99informatique?= <It@UMosane.example>\r\n"
                    + "To: servicedesk@belnet.be\r\nSubject: =?iso-8859-1?Q?Commande_BAMS_=E9t=E9?=\r\nMessage-ID: <a1@u.example>\r\n"
                    + "References: <r1@u.example> <r2@u.example>\r\nAuto-Submitted: no\r\nReturn-Path: <It@UMosane.example>\r\n";

    private MailParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.of("mail", MailParsers::read)
                        .weighing(1)
                        .refusingBy(MessagingException.class)
                        .like(plain(), mixed(), returned(), passedOn()),
                Parser.ofText("mail, words", MailParsers::words)
                        .weighing(3)
                        .like(
                                "Commande BAMS\nBonjour, nous voulons commander.\n> cité\nLe 12 nov. 2026 à 10:01, A a écrit :\nx")
                        .like(
                                "x\nOn Thu, 12 Nov 2026 A wrote:\nquoted",
                                "From: a\nSent: b\n",
                                "______________________\n"),
                Parser.ofText("mail, HTML", html -> require(Html.text(html) != null, "no text"))
                        .weighing(2)
                        .like(
                                "<html><body><p>Beste,</p><blockquote>Vroeger<br>x</blockquote><table><tr><td>1</td></table>"));
    }

    private static void read(byte[] input) throws Exception {
        ReadMail mail = MailReader.read(MailReader.parse(new SharedByteArrayInputStream(input)), false);
        requireLine("subject", mail.subject());
        requireLine("name of the sender", mail.senderName());
        requireLine("sender", mail.sender());
        requireLine("Message-ID", mail.messageId());
        requireLine("key", mail.key());
        requireText("text", mail.text());
        mail.thread().forEach(id -> requireLine("reference", id));
        mail.attachments().forEach(file -> {
            requireLine("name of a file", file.name());
            require(!file.name().isEmpty() && !file.name().contains("/"), "name of a file is a path");
        });
        words(mail.subject() + "\n" + mail.ownText());
    }

    private static void words(String text) {
        int end = Math.max(0, text.indexOf('\n'));
        String words = Words.plain(text.substring(0, end), Quotes.without(text));
        require(words.equals(words.toLowerCase(Locale.ROOT)), "words are not in lower case");
        Flowed.joined(text, true);
        require(Quotes.without(text).length() <= text.length(), "leaving out quotes adds words");
    }

    private static String plain() {
        return HEAD
                + "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\nBonjour, nous \r\nvoulons\r\n> cité\r\n";
    }

    private static String mixed() {
        return HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                + "Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlain\r\n"
                + "--y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Rich</p>\r\n--y--\r\n--x\r\n"
                + "Content-Type: application/pdf; name=\"=?utf-8?q?bon_d=C3=A9j=C3=A0.pdf?=\"\r\n"
                + "Content-Disposition: attachment; filename*=utf-8''a%2Fb.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--x--\r\n";
    }

    private static String returned() {
        return HEAD
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\nfailed\r\n--x\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--x\r\n"
                + "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <correspondence-1@orderdesk.belnet.be>\r\n--x--\r\n";
    }

    private static String passedOn() {
        return HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n"
                + "Subject: Inside\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E9t=E9=\r\n--x--\r\n";
    }
}
