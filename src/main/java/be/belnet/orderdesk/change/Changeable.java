package be.belnet.orderdesk.change;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which subscription a change is of, and whether it may be changed now. */
@Component
public class Changeable {
    private static final String ACRONYM = "acronym";
    private static final String CONTRACT = "contract";

    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final Terminations terminations;
    private final Changes changes;

    Changeable(CustomerRegister customers, Subscriptions subscriptions, Terminations terminations, Changes changes) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.terminations = terminations;
        this.changes = changes;
    }

    /** @throws AnswersRefusedException when there is none, it is not clear which one, or it may not be changed now */
    public Subscription of(NewChange change) {
        if (!changes.isOffered(change.service())) {
            throw new AnswersRefusedException("service", "form.error.notAnOption");
        }
        if (customers.find(change.acronym()).isEmpty()) {
            throw new AnswersRefusedException(ACRONYM, "form.error.unknownAcronym", change.acronym());
        }
        Subscription subscription = meant(change);
        refuseEnding(subscription);
        refuseMoving(subscription);
        changes.openFor(subscription.id()).ifPresent(other -> {
            throw new AnswersRefusedException(ACRONYM, "form.error.changeUnderWay", other);
        });
        return subscription;
    }

    private Subscription meant(NewChange change) {
        List<Subscription> running = subscriptions.running(change.acronym(), change.service());
        if (running.isEmpty()) {
            throw new AnswersRefusedException(ACRONYM, "form.error.nothingToChange", change.service());
        }
        if (change.contract() == null) {
            if (running.size() > 1) {
                throw new AnswersRefusedException(CONTRACT, "form.error.severalContracts", contracts(running));
            }
            return running.get(0);
        }
        return running.stream()
                .filter(one ->
                        change.contract().equalsIgnoreCase(one.agreement().contractNumber()))
                .findFirst()
                .orElseThrow(
                        () -> new AnswersRefusedException(CONTRACT, "form.error.noSuchContract", contracts(running)));
    }

    private void refuseEnding(Subscription subscription) {
        if (subscription.isNoticeGiven()) {
            throw new AnswersRefusedException(ACRONYM, "form.error.serviceEnds", subscription.endsOn());
        }
        terminations.openFor(subscription).ifPresent(file -> {
            throw new AnswersRefusedException(ACRONYM, "form.error.noticeUnderWay", file);
        });
    }

    private static void refuseMoving(Subscription subscription) {
        if (subscription.state() == SubscriptionState.MIGRATING) {
            throw new AnswersRefusedException(ACRONYM, "form.error.serviceMoves", subscription.migrationNumber());
        }
    }

    private static String contracts(List<Subscription> running) {
        return running.stream()
                .map(one -> String.valueOf(one.agreement().contractNumber()))
                .collect(Collectors.joining(", "));
    }
}
