package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Written;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the order that a mail belongs to. */
@Component
class Joins {
    private static final Pattern NUMBER = Pattern.compile("\\b(?:BAMS|DCS)-\\d{4}-\\d{5}\\b");
    /** Who gets mails about orders without being the customer. */
    private static final Set<String> OTHERS = Set.of("accountManager", "distributor");

    private final OrderFile orders;
    private final Correspondence correspondence;
    private final IncomingMails mails;
    private final Senders senders;

    Joins(OrderFile orders, Correspondence correspondence, IncomingMails mails, Senders senders) {
        this.orders = orders;
        this.correspondence = correspondence;
        this.mails = mails;
        this.senders = senders;
    }

    /**
     * @param byCustomer whether the customer wrote it
     * @param safe false where a stranger names the order's number, which anybody could guess
     */
    record Joined(Order order, boolean byCustomer, boolean safe) {}

    /** By what the mail answers to, else by the number in its subject. */
    Optional<Joined> find(IncomingMail mail) {
        return byThread(mail).or(() -> byNumber(mail));
    }

    /** The mail of ours that one of these Message-IDs is of. */
    Optional<Written> ours(List<String> thread) {
        return correspondence.written(thread);
    }

    /** Number of the open task that asks about an earlier mail of the thread. */
    Optional<String> triage(IncomingMail mail) {
        return earlier(mail)
                .filter(before -> before.state() == IncomingMail.State.TRIAGE)
                .map(IncomingMail::triage)
                .findFirst();
    }

    /** Open files for this service of this customer, or of whom who writes; oldest first. */
    List<Order> open(IncomingMail mail, String acronym) {
        return orders.openFiles(mail.recognition().knownService(), acronym, mail.sender());
    }

    private Optional<Joined> byThread(IncomingMail mail) {
        return ours(mail.thread())
                .map(written -> new Joined(orders.get(written.orderNumber()), !OTHERS.contains(written.role()), true))
                .or(() -> earlier(mail)
                        .filter(before -> before.order() != null)
                        .findFirst()
                        .map(before -> orders.get(before.order()))
                        .map(order -> new Joined(order, isRelated(order, mail.sender()), true)));
    }

    private Optional<Joined> byNumber(IncomingMail mail) {
        return NUMBER.matcher(mail.subject())
                .results()
                .map(MatchResult::group)
                .flatMap(number -> orders.find(number).stream())
                .findFirst()
                .map(order -> new Joined(order, true, isRelated(order, mail.sender())));
    }

    private Stream<IncomingMail> earlier(IncomingMail mail) {
        return mails.taken(mail.thread().stream().map(MailHead::keyOf).toList()).stream();
    }

    private boolean isRelated(Order order, String sender) {
        return sender != null
                && (sender.equalsIgnoreCase(order.requester().email())
                        || order.acronym() != null
                                && senders.ofSender(sender)
                                        .filter(customer -> senders.had(customer, order.acronym()))
                                        .isPresent());
    }
}
