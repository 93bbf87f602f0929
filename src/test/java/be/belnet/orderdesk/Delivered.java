package be.belnet.orderdesk;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail as the mail server outside received it.
 *
 * @param mailbox the one it came to, whatever its head says
 */
record Delivered(String mailbox, MimeMessage message) {
    /** Something of a mail's MIME that fails as it does. */
    private interface Reading<T> {
        T read() throws MessagingException, IOException;
    }

    /** @throws RuntimeException when it came to no mailbox, or to several */
    static Delivered of(String messageId) {
        return TestWorld.sandboxTables()
                .sql("select mailbox, raw from mail_delivery where message_id = ?")
                .param(messageId)
                .query((row, index) -> new Delivered(row.getString("mailbox"), parsed(row.getBytes("raw"))))
                .single();
    }

    List<String> headers() {
        return reading(() -> Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList());
    }

    String subject() {
        return reading(message::getSubject);
    }

    /** From and to, each with its name. */
    List<InternetAddress> addresses() {
        return reading(() -> Stream.of(message.getFrom(), message.getAllRecipients())
                .flatMap(Stream::of)
                .map(InternetAddress.class::cast)
                .toList());
    }

    String text() {
        return words("text/plain");
    }

    String html() {
        return words("text/html");
    }

    /** The HTML as its reader sees it. */
    String shown() {
        String body = html().replaceAll("(?s)^.*</style>", "");
        return HtmlUtils.htmlUnescape(body.replaceAll("<[^<>]*>", ""));
    }

    /** Whatever has this type. */
    List<byte[]> files(String type) {
        return parts(type).map(Delivered::bytes).toList();
    }

    private String words(String type) {
        return new String(bytes(parts(type).findFirst().orElseThrow()), StandardCharsets.UTF_8);
    }

    private Stream<Part> parts(String type) {
        return leaves(message).filter(part -> reading(() -> part.isMimeType(type)));
    }

    private static Stream<Part> leaves(Part part) {
        Object content = reading(part::getContent);
        return content instanceof Multipart several
                ? IntStream.range(0, reading(several::getCount))
                        .mapToObj(index -> reading(() -> several.getBodyPart(index)))
                        .flatMap(Delivered::leaves)
                : Stream.of(part);
    }

    private static byte[] bytes(Part part) {
        return reading(() -> part.getInputStream().readAllBytes());
    }

    private static MimeMessage parsed(byte[] raw) {
        return reading(() -> new MimeMessage(null, new ByteArrayInputStream(raw)));
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException unreadable) {
            throw new AssertionError("A mail that nobody can read", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
