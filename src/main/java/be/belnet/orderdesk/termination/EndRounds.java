package be.belnet.orderdesk.termination;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Speaks of ends that come near, and looks whose mail still comes to Belnet: all in one round, each file once a day, by one
 * node. What still comes is warned of once a week.
 */
@Component
class EndRounds {
    private static final Logger LOG = LoggerFactory.getLogger(EndRounds.class);
    private static final Period WEEK = Period.ofWeeks(1);

    private final Terminations terminations;
    private final Subscriptions subscriptions;
    private final Map<String, EndingService> services;
    private final TerminationMails mails;
    private final OrderFile orders;
    private final TransactionTemplate transactions;
    private final TerminationProperties properties;
    private final Clock clock;

    EndRounds(
            Terminations terminations,
            Subscriptions subscriptions,
            List<EndingService> services,
            TerminationMails mails,
            OrderFile orders,
            TransactionTemplate transactions,
            TerminationProperties properties,
            Clock clock) {
        this.terminations = terminations;
        this.subscriptions = subscriptions;
        this.services = services.stream().collect(Collectors.toMap(EndingService::service, Function.identity()));
        this.mails = mails;
        this.orders = orders;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.termination.round:PT10M}")
    void look() {
        ZonedDateTime now = clock.instant().atZone(BRUSSELS);
        if (now.getHour() >= properties.hour()) {
            LocalDate today = now.toLocalDate();
            terminations.ahead(today, today.plusDays(properties.lookAhead())).forEach(file -> guarded(file, today));
        }
    }

    private void guarded(Termination file, LocalDate today) {
        try {
            if (terminations.claimLook(file.number(), today)) {
                look(file);
            }
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "What {} ends could not be looked at: {}",
                    file.number(),
                    unexpected.getClass().getName());
        }
    }

    private void look(Termination file) {
        Subscription subscription = subscriptions.get(file.subscription());
        List<String> domains = services.get(subscription.service()).mailStillHere(subscription);
        transactions.executeWithoutResult(open -> tell(file, domains));
    }

    private void tell(Termination seen, List<String> domains) {
        Termination file = terminations.hold(seen.number());
        if (!seen.endsOn().equals(file.endsOn()) || orders.get(file.number()).state() != OrderState.OPEN) {
            return;
        }
        boolean warn = !domains.isEmpty() && isWeekOver(file.warnedAt());
        if (file.toldAt() == null || warn) {
            mails.announce(file.number(), domains);
            terminations.noteTold(file.number(), clock.instant());
        }
        if (warn) {
            mails.warn(file.number(), domains);
            terminations.noteWarned(file.number(), clock.instant());
            orders.record(file.number(), "mailStillHere", Map.of("domains", String.join(", ", domains)));
        }
    }

    /** By the calendar: rounds come some minutes earlier or later. */
    private boolean isWeekOver(Instant warned) {
        return warned == null || !day(warned).plus(WEEK).isAfter(day(clock.instant()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BRUSSELS);
    }
}
