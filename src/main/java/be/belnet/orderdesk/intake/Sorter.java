package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.intake.IncomingMail.State;
import be.belnet.orderdesk.intake.Joins.Joined;
import be.belnet.orderdesk.intake.Senders.By;
import be.belnet.orderdesk.intake.Senders.Found;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a mail where it belongs, in the caller's transaction: to its order, to a new one, or to a person. */
@Component
class Sorter {
    private static final String ORDER = "order";

    private final IncomingMails mails;
    private final Joins joins;
    private final Senders senders;
    private final MailOrders orders;
    private final Errands errands;
    private final TriageDesk triage;
    private final Correspondence correspondence;
    private final OrderFile files;

    Sorter(
            IncomingMails mails,
            Joins joins,
            Senders senders,
            MailOrders orders,
            Errands errands,
            TriageDesk triage,
            Correspondence correspondence,
            OrderFile files) {
        this.mails = mails;
        this.joins = joins;
        this.senders = senders;
        this.orders = orders;
        this.errands = errands;
        this.triage = triage;
        this.correspondence = correspondence;
        this.files = files;
    }

    /** Mails are sorted one after the other, on all nodes, so that of two of one customer the second finds the first. */
    void sort(long id) {
        mails.lock();
        mails.find(id).filter(mail -> mail.state() == State.WAITING).ifPresent(this::sort);
    }

    /** A mail that cannot be sorted is put before a person, in whatever state its sorting failed. */
    void giveUp(long id, String why) {
        mails.lock();
        mails.find(id).filter(mail -> mail.state() == State.WAITING).ifPresent(mail -> triage.ask(mail, why));
    }

    private void sort(IncomingMail mail) {
        if (mail.kind() == MailKind.BOUNCE) {
            takeBack(mail);
            return;
        }
        Optional<String> asked = joins.triage(mail);
        Optional<Joined> joined = joins.find(mail);
        if (mail.why() != null) {
            triage.ask(mail, mail.why());
        } else if (joined.isPresent()) {
            join(mail, joined.get());
        } else if (asked.isPresent()) {
            triage.addTo(mail, asked.get());
        } else {
            begin(mail);
        }
    }

    private void takeBack(IncomingMail mail) {
        joins.ours(mail.thread())
                .ifPresentOrElse(
                        written -> {
                            correspondence.noteBounced(written);
                            triage.bounced(mail, written.orderNumber());
                        },
                        () -> mails.sorted(mail.id(), null));
    }

    private void join(IncomingMail mail, Joined joined) {
        boolean ends = mail.kind() == MailKind.TERMINATION && mail.recognition().certain();
        if (!joined.safe()) {
            triage.ask(mail, "stranger");
        } else if (ends) {
            triage.ask(mail, MailKind.TERMINATION.code());
        } else if (mail.cut()) {
            triage.ask(mail, "tooLarge");
        } else if (joined.order().state() != OrderState.OPEN) {
            triage.ask(mail, "closed");
        } else {
            addTo(mail, joined.order(), joined.byCustomer());
        }
    }

    private void addTo(IncomingMail mail, Order order, boolean byCustomer) {
        if (!byCustomer) {
            orders.addOfOthers(mail, order.number());
        } else {
            orders.add(mail, order.number());
            Found found = senders.find(mail);
            orders.answered(order.number(), found.by() == By.ACRONYM && found.clear() ? found.acronym() : null);
        }
    }

    private void begin(IncomingMail mail) {
        Found customer = senders.find(mail);
        List<Order> open = mail.recognition().knownService() == null ? List.of() : joins.open(mail, customer.acronym());
        Optional<String> doubt = doubt(mail, customer, open);
        if (doubt.isPresent()) {
            triage.ask(mail, doubt.get());
        } else if (mail.kind() == MailKind.ORDER) {
            order(mail, customer, open);
        } else if (mail.kind() == MailKind.UNCLEAR) {
            addTo(mail, open.get(0), true);
        } else {
            runErrand(mail, customer);
        }
    }

    /** Why a person has to look; empty when the mail speaks for itself. */
    private static Optional<String> doubt(IncomingMail mail, Found customer, List<Order> open) {
        if (mail.cut()) {
            return Optional.of("tooLarge");
        }
        if (!customer.clear()) {
            return Optional.of("customer");
        }
        boolean repeats = isRepeat(mail, open);
        if (mail.kind() == MailKind.UNCLEAR && open.size() == 1 && !mail.forwarded()) {
            return Optional.empty();
        }
        if (!repeats && (mail.forwarded() || mail.isReply())) {
            return Optional.of("passedOn");
        }
        if (mail.kind() == MailKind.UNCLEAR
                || mail.kind() == MailKind.MIGRATION
                || !mail.recognition().certain()) {
            return Optional.of(mail.kind().code());
        }
        return Optional.empty();
    }

    /** An order of this customer for this service is under way: what asks for one belongs to it. */
    private static boolean isRepeat(IncomingMail mail, List<Order> open) {
        return mail.kind() == MailKind.ORDER && first(open).isPresent();
    }

    private static Optional<Order> first(List<Order> open) {
        return open.stream().filter(order -> order.kind().equals(ORDER)).findFirst();
    }

    private void order(IncomingMail mail, Found customer, List<Order> open) {
        Optional<Order> running = first(open);
        if (running.isPresent()) {
            addTo(mail, running.get(), true);
            return;
        }
        String number = orders.start(mail, mail.recognition().knownService(), customer.acronym(), mail.language());
        if (customer.by() == By.ADDRESS || customer.by() == By.DOMAIN) {
            files.record(
                    number,
                    "acronymFound",
                    Map.of("acronym", customer.acronym(), "by", customer.by().name()));
        }
    }

    private void runErrand(IncomingMail mail, Found customer) {
        errands.open(mail.kind(), orders.request(mail, mail.recognition().knownService(), customer.acronym()))
                .ifPresentOrElse(
                        number -> orders.add(mail, number),
                        () -> triage.ask(mail, mail.kind().code()));
    }
}
