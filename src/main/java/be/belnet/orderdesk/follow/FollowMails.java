package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Order;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Mails new links for those that have expired. */
@Component
class FollowMails {
    private static final String LINK = "follow-link";
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final Correspondence correspondence;
    private final Clock clock;

    FollowMails(Correspondence correspondence, Clock clock) {
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Mails a contact a new link, at the address on file; not more than one within an hour, however often it is asked for.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node does at this moment
     */
    void sendLink(Order order, FileContact contact) {
        Instant now = clock.instant();
        boolean lately = correspondence.of(order.number()).stream()
                .filter(mail ->
                        mail.template().equals(LINK) && mail.to().email().equalsIgnoreCase(contact.email()))
                .map(SentMail::writtenAt)
                .anyMatch(written -> written.isAfter(now.minus(BETWEEN)));
        if (!lately) {
            correspondence.send(
                    new Mail(order.number(), LINK, contact.recipient(), Map.of()), onceAnHour(order, contact, now));
        }
    }

    private static UUID onceAnHour(Order order, FileContact contact, Instant now) {
        String hour =
                "%s %s %s %d".formatted(LINK, order.number(), contact.email(), now.toEpochMilli() / BETWEEN.toMillis());
        return UUID.nameUUIDFromBytes(hour.getBytes(StandardCharsets.UTF_8));
    }
}
