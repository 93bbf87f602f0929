package be.belnet.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** The mailboxes of the outside world and what lies in them. */
public class Mailboxes {

    private final Deliveries deliveries;
    private final MailSettings settings;

    Mailboxes(Deliveries deliveries, MailSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Those with the newest mail first, then the ones that are still empty. */
    public List<Mailbox> all() {
        var used = deliveries.mailboxes();
        var empty = settings.mailboxes().keySet().stream()
                .filter(address -> used.stream().noneMatch(box -> box.address().equals(address)))
                .map(address -> new Mailbox(address, 0, null));
        return Stream.concat(used.stream(), empty).toList();
    }

    /** Oldest first; a null address means all mailboxes. */
    public List<Mail> mails(String address) {
        var mailbox = address == null ? null : address.toLowerCase(Locale.ROOT);
        return deliveries.list(mailbox).stream().map(Mailboxes::read).toList();
    }

    /** Newest first. */
    public List<Mail> newest(int count) {
        return deliveries.newest(count).stream().map(Mailboxes::read).toList();
    }

    public Optional<Mail> mail(long id) {
        return deliveries.get(id).map(Mailboxes::read);
    }

    /** @param number counted from 0 in the order of {@link Mail#attachments} */
    Optional<Parts.File> attachment(long id, int number) {
        return deliveries
                .get(id)
                .map(Mailboxes::parts)
                .map(Parts::files)
                .filter(files -> number < files.size())
                .map(files -> files.get(number));
    }

    /** The HTML part with its own pictures as addresses the browser can fetch; empty without one. */
    Optional<String> html(long id) {
        return deliveries.get(id).flatMap(delivery -> {
            var parts = parts(delivery);
            return Optional.ofNullable(parts.html()).map(html -> withPictures(id, html, parts.files()));
        });
    }

    private static String withPictures(long id, String html, List<Parts.File> files) {
        var complete = html;
        for (var number = 0; number < files.size(); number++) {
            var file = files.get(number);
            if (file.contentId() != null) {
                complete = complete.replace("cid:" + file.contentId(), url(id, number, file.name()));
            }
        }
        return complete;
    }

    private static Parts parts(Delivery delivery) {
        return Parts.of(message(delivery));
    }

    private static MimeMessage message(Delivery delivery) {
        try {
            return delivery.message();
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + delivery.id() + " cannot be read", e);
        }
    }

    private static Mail read(Delivery delivery) {
        var message = message(delivery);
        var parts = Parts.of(message);
        try {
            return new Mail(
                    delivery.id(),
                    from(message),
                    delivery.mailbox(),
                    message.getSubject(),
                    message.getMessageID(),
                    message.getHeader("In-Reply-To", null),
                    parts.text(),
                    parts.html(),
                    attachments(delivery.id(), parts.files()),
                    delivery.receivedAt());
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + delivery.id() + " cannot be read", e);
        }
    }

    private static String from(MimeMessage message) throws MessagingException {
        var senders = message.getFrom();
        if (senders == null || senders.length == 0) {
            return "";
        }
        return senders[0] instanceof InternetAddress address ? address.toUnicodeString() : senders[0].toString();
    }

    private static List<Attachment> attachments(long id, List<Parts.File> files) {
        return IntStream.range(0, files.size())
                .mapToObj(number -> {
                    var file = files.get(number);
                    return new Attachment(file.name(), file.type(), url(id, number, file.name()));
                })
                .toList();
    }

    private static String url(long id, int number, String name) {
        var safe = name.replaceAll("[/\\\\\\p{Cntrl}]", "_");
        return "/mails/%d/attachments/%d/%s".formatted(id, number, UriUtils.encodePathSegment(safe, "UTF-8"));
    }
}
