package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.intake.IncomingMail.State;
import be.belnet.orderdesk.intake.Joins.Joined;
import be.belnet.orderdesk.intake.Senders.By;
import be.belnet.orderdesk.intake.Senders.Found;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
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
    private final TriageDesk triage;
    private final Correspondence correspondence;
    private final OrderFile files;
    private final OrderProcess process;

    Sorter(
            IncomingMails mails,
            Joins joins,
            Senders senders,
            MailOrders orders,
            TriageDesk triage,
            Correspondence correspondence,
            OrderFile files,
            OrderProcess process) {
        this.mails = mails;
        this.joins = joins;
        this.senders = senders;
        this.orders = orders;
        this.triage = triage;
        this.correspondence = correspondence;
        this.files = files;
        this.process = process;
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
        boolean ends = mail.kind() == MailKind.TERMINATION && !isOfNotice(joined.order());
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

    /** A notice may wait for its last day for a year, with no task in which anybody would read the mail. */
    private void addTo(IncomingMail mail, Order order, boolean byCustomer) {
        if (isOfNotice(order) && process.openTasks(order.number()).isEmpty()) {
            triage.ask(mail, "nobodyReads");
        } else if (!byCustomer) {
            orders.addOfOthers(mail, order.number());
        } else {
            orders.add(mail, order.number());
            Found found = senders.find(mail);
            orders.answered(order.number(), found.by() == By.ACRONYM && found.clear() ? found.acronym() : null);
        }
    }

    private static boolean isOfNotice(Order file) {
        return file.kind().equals(MailKind.TERMINATION.code());
    }

    private void begin(IncomingMail mail) {
        Found customer = senders.find(mail);
        List<Order> open = mail.recognition().knownService() == null ? List.of() : joins.open(mail, customer.acronym());
        Optional<Order> running = running(mail, open);
        Optional<String> doubt = doubt(mail, customer, running.isPresent());
        if (doubt.isPresent()) {
            triage.ask(mail, doubt.get());
        } else if (running.isPresent()) {
            addTo(mail, running.get(), true);
        } else {
            tellHowFound(open(mail, customer.acronym()), customer);
        }
    }

    /** Number of the order, or of the file, that the mail begins. */
    private String open(IncomingMail mail, String acronym) {
        String service = mail.recognition().knownService();
        return mail.kind() == MailKind.ORDER
                ? orders.start(mail, service, acronym, mail.language())
                : orders.open(mail, mail.kind(), service, acronym, null, null);
    }

    /** Why a person has to look; empty when the mail speaks for itself. */
    private Optional<String> doubt(IncomingMail mail, Found customer, boolean runs) {
        if (mail.cut()) {
            return Optional.of("tooLarge");
        }
        if (!customer.clear()) {
            return Optional.of("customer");
        }
        if (runs) {
            return Optional.empty();
        }
        if (mail.forwarded() || mail.isReply()) {
            return Optional.of("passedOn");
        }
        if (mail.kind() == MailKind.UNCLEAR
                || mail.kind() == MailKind.MIGRATION
                || !mail.recognition().certain()) {
            return Optional.of(mail.kind().code());
        }
        return isOf(customer, mail) ? Optional.empty() : foreign(mail.kind());
    }

    /** In a trial nothing but the mail ends the service, and a small change is made without a signature. */
    private static Optional<String> foreign(MailKind kind) {
        return switch (kind) {
            case TERMINATION -> Optional.of("foreignNotice");
            case CHANGE -> Optional.of("foreignChange");
            default -> Optional.empty();
        };
    }

    private boolean isOf(Found customer, IncomingMail mail) {
        return senders.ofSender(mail.sender())
                .map(Organisation::acronym)
                .filter(acronym -> acronym.equals(customer.acronym()))
                .isPresent();
    }

    /** The open file that the mail belongs to although it neither answers to it nor names it. */
    private static Optional<Order> running(IncomingMail mail, List<Order> open) {
        return switch (mail.kind()) {
            case ORDER ->
                open.stream().filter(file -> file.kind().equals(ORDER)).findFirst();
            case SUPPORT, TERMINATION, CHANGE ->
                open.stream()
                        .filter(file -> file.kind().equals(mail.kind().code()) && MailOrders.saysTheSame(mail, file))
                        .findFirst();
            case UNCLEAR -> open.size() == 1 && !mail.forwarded() ? Optional.of(open.get(0)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void tellHowFound(String number, Found customer) {
        if (customer.by() == By.ADDRESS || customer.by() == By.DOMAIN) {
            files.record(
                    number,
                    "acronymFound",
                    Map.of("acronym", customer.acronym(), "by", customer.by().name()));
        }
    }
}
