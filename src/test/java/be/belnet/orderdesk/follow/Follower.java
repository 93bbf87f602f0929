package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What customers find in their mails and do with it. */
public final class Follower {
    private static final Pattern PAGE = Pattern.compile("(?m)^http\\S+?(/follow/[A-Za-z0-9_-]{50,})$");
    private static final Pattern CONFIRMATION = Pattern.compile("(?m)^http\\S+?(/follow/contact/[A-Za-z0-9_-]{50,})$");

    private Follower() {}

    /** Path of the page whose link stands at the foot of a mail. */
    public static String page(SentMail mail) {
        return found(PAGE, mail)
                .orElseThrow(() -> new AssertionError("No link in " + mail.template() + ": " + mail.text()));
    }

    public static boolean hasPage(SentMail mail) {
        return found(PAGE, mail).isPresent();
    }

    /** Path of the page that asks whether somebody else is to take the reader's place. */
    public static Optional<String> confirmation(SentMail mail) {
        return found(CONFIRMATION, mail);
    }

    /** Number of the change of a contact that was asked for last. */
    public static String change(List<OrderEvent> events) {
        return events.stream()
                .filter(event -> event.kind().equals("contactChangeAsked"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .facts()
                .get("change");
    }

    private static Optional<String> found(Pattern link, SentMail mail) {
        Matcher matcher = link.matcher(mail.text());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
