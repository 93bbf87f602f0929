package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.intake.Joins.Joined;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.subscription.NoticesUnderWay;
import be.belnet.orderdesk.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Mails that may give notice, until somebody has sorted them. */
@Component
class UnsortedMails implements NoticesUnderWay {
    private static final List<MailKind> MAY_GIVE_NOTICE = List.of(MailKind.TERMINATION, MailKind.UNCLEAR);

    private final IncomingMails mails;
    private final Senders senders;
    private final Joins joins;
    private final CustomerRegister customers;

    UnsortedMails(IncomingMails mails, Senders senders, Joins joins, CustomerRegister customers) {
        this.mails = mails;
        this.senders = senders;
        this.joins = joins;
        this.customers = customers;
    }

    @Override
    public boolean concern(Subscription subscription) {
        List<String> acronyms = customers.acronyms(subscription.acronym());
        return mails.unsorted(MAY_GIVE_NOTICE).stream()
                .filter(mail -> mayMean(mail, subscription.service()))
                .flatMap(this::customers)
                .anyMatch(acronyms::contains);
    }

    /** Acronyms of whom the mail may be: what it says, or its sender, and the file that it answers to or names. */
    private Stream<String> customers(IncomingMail mail) {
        return Stream.of(
                        Optional.ofNullable(senders.find(mail).acronym()),
                        joins.find(mail).map(Joined::order).map(Order::acronym))
                .flatMap(Optional::stream);
    }

    private static boolean mayMean(IncomingMail mail, String service) {
        String known = mail.recognition().knownService();
        return known == null || known.equals(service);
    }
}
