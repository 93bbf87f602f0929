package be.belnet.orderdesk.correspondence;

import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** Writes calendar invitations. */
@Component
public class Invitations {
    /**
     * An invitation to a meeting of one hour about an order, as RFC 5545 text in UTF-8; the method is REQUEST, or CANCEL
     * when cancelled. All invitations of one order are about the same event.
     *
     * @param start in Brussels
     * @param attendee its language is the invitation's
     * @param sequence 0 for the first, one more for each update
     */
    public Attachment event(
            String orderNumber,
            LocalDateTime start,
            String place,
            Recipient organiser,
            Recipient attendee,
            int sequence,
            boolean cancelled) {
        throw new UnsupportedOperationException();
    }
}
