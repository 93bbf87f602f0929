package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a service as its file brings it about: confirmed, moved, begun on the day, done. */
@Service
@Transactional
public class ServiceEnd {
    private final Terminations terminations;
    private final Subscriptions subscriptions;
    private final Map<String, EndingService> services;
    private final TerminationMails mails;
    private final OrderFile orders;
    private final OrderProcess process;
    private final MessageSource messages;
    private final OpeningDays openingDays;
    private final TerminationProperties properties;
    private final Clock clock;

    ServiceEnd(
            Terminations terminations,
            Subscriptions subscriptions,
            List<EndingService> services,
            TerminationMails mails,
            OrderFile orders,
            @Lazy OrderProcess process,
            MessageSource messages,
            OpeningDays openingDays,
            TerminationProperties properties,
            Clock clock) {
        this.terminations = terminations;
        this.subscriptions = subscriptions;
        this.services = services.stream().collect(Collectors.toMap(EndingService::service, Function.identity()));
        this.mails = mails;
        this.orders = orders;
        this.process = process;
        this.messages = messages;
        this.openingDays = openingDays;
        this.properties = properties;
        this.clock = clock;
    }

    /** Gives the subscription its end and tells the customer; once for each end. */
    public void confirm(String number) {
        Termination file = terminations.get(number);
        if (!file.due().equals(file.endsOn())) {
            setEnd(file, file.due());
        }
    }

    /** Somebody would have the service end on another day; a manager is to decide. */
    public void askFor(String number, LocalDate endsOn, String reason, String userId) {
        terminations.keepWishedEnd(number, endsOn);
        terminations.register(number, userId);
        orders.record(
                number, "newEndAsked", Map.of("lastDay", endsOn.minusDays(1).toString(), "reason", reason));
    }

    /** A manager lets the service end on another day than the customer was told; it is told at once. */
    public void move(String number, LocalDate endsOn, String reason) {
        terminations.keepWishedEnd(number, null);
        terminations.keepDecision(number, endsOn);
        orders.record(number, "endMoved", Map.of("lastDay", endsOn.minusDays(1).toString(), "reason", reason));
        confirm(number);
    }

    /** A manager leaves the end where it is. */
    public void leaveWhereItIs(String number, String reason) {
        terminations.keepWishedEnd(number, null);
        orders.record(number, "newEndRefused", Map.of("reason", reason));
    }

    /** The day has come: from now on the file cannot be left any more. */
    public void begin(String number) {
        terminations.keepBeginning(number, BelgianTime.today(clock));
    }

    /** Terminates the subscription and tells the customer; once. */
    public void end(String number) {
        Termination file = terminations.hold(number);
        if (file.endedOn() != null) {
            return;
        }
        LocalDate removalOn = openingDays.after(BelgianTime.today(clock), properties.keepAppliance());
        subscriptions.terminate(file.subscription(), file.endsOn(), number);
        terminations.keepEnding(number, BelgianTime.today(clock), removalOn);
        orders.record(number, "serviceEnded", Map.of());
        mails.end(number);
        Optional.ofNullable(subscriptions.get(file.subscription()).orderNumber())
                .flatMap(orders::find)
                .filter(order -> order.state() == OrderState.OPEN)
                .ifPresent(order -> endOrder(order, number));
    }

    /** It still waits for the contract, and would activate what has ended. */
    private void endOrder(Order order, String number) {
        Locale language = Locale.forLanguageTag(order.requester().language());
        process.endWithService(
                order.number(), number, messages.getMessage("termination.orderEnds", new Object[] {number}, language));
    }

    private void setEnd(Termination file, LocalDate endsOn) {
        boolean moved = file.endsOn() != null;
        Subscription subscription = subscriptions.get(file.subscription());
        if (subscription.isTriedBeforeContract()) {
            services.get(subscription.service()).keepHandedOver(subscription);
        }
        subscriptions.giveNotice(file.subscription(), file.reckoning().notifiedOn(), endsOn, file.number());
        terminations.keepEnd(file.number(), endsOn);
        orders.record(
                file.number(),
                "noticeConfirmed",
                Map.of("lastDay", endsOn.minusDays(1).toString()));
        mails.confirm(file.number(), moved);
    }
}
