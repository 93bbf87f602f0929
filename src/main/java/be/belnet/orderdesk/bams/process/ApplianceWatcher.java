package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the appliances that orders wait for, all in one round, and lets an order go on when its appliance is ready, or
 * when a person has to look. Each round looks at the state anew, so nothing is missed; of several nodes one acts.
 */
@Component
class ApplianceWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ApplianceWatcher.class);
    private static final String WAITING = "receiveTask_applianceReady";
    private static final List<String> PARTNERS = List.of("OpenStack", "FortiMail");
    private static final String MESSAGE = "ApplianceReady";

    private final OrderSteps steps;
    private final MailSecurity mailSecurity;
    private final RuntimeService processes;
    private final DeliveryTrouble trouble;
    private final PartnerPauses pauses;
    private final BamsProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApplianceWatcher(
            OrderSteps steps,
            MailSecurity mailSecurity,
            RuntimeService processes,
            DeliveryTrouble trouble,
            PartnerPauses pauses,
            BamsProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.steps = steps;
        this.mailSecurity = mailSecurity;
        this.processes = processes;
        this.trouble = trouble;
        this.pauses = pauses;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.bams.watch:PT5S}")
    void look() {
        if (PARTNERS.stream().anyMatch(partner -> pauses.of(partner).isPresent())) {
            return;
        }
        steps.standingAt(WAITING).forEach(this::look);
    }

    private void look(Step waiting) {
        String order = waiting.orderNumber();
        try {
            mailSecurity
                    .lookAtAppliance(order)
                    .ifPresentOrElse(
                            appliance -> follow(waiting, appliance),
                            () -> settle(waiting, () -> trouble.applianceGone(order)));
        } catch (PartnerException notToBeSeen) {
            LOG.info("Appliance of {} not to be seen: {}", order, notToBeSeen.getMessage());
            if (isTooLong(waiting)) {
                settle(waiting, () -> trouble.applianceHidden(order, notToBeSeen.getMessage()));
            }
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException goneOn) {
            LOG.debug("Order {} went on meanwhile", order);
        } catch (RuntimeException unexpected) {
            // the other orders are looked at all the same; the message may quote anything and stays out of the log
            LOG.error(
                    "Appliance of {} could not be followed: {}",
                    order,
                    unexpected.getClass().getName());
        }
    }

    private void follow(Step waiting, Appliance appliance) {
        String order = waiting.orderNumber();
        switch (appliance.state()) {
            case FAILED -> settle(waiting, () -> trouble.applianceFailed(order, appliance));
            case READY -> {
                if (mailSecurity.answers(order, appliance)) {
                    settle(waiting, () -> goOn(order));
                } else if (isTooLong(waiting)) {
                    settle(waiting, () -> trouble.applianceSilent(order));
                }
            }
            case BUILDING -> {
                if (isTooLong(waiting)) {
                    settle(waiting, () -> trouble.applianceSlow(order));
                }
            }
        }
    }

    /** One node alone, and none that has looked at an appliance of before. */
    private void settle(Step waiting, Runnable act) {
        transactions.executeWithoutResult(open -> {
            if (steps.hold(waiting)) {
                act.run();
            }
        });
    }

    private void goOn(String order) {
        processes
                .createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(order)
                .correlate();
    }

    private boolean isTooLong(Step waiting) {
        return waiting.enteredAt().plus(properties.answerWithin()).isBefore(clock.instant());
    }
}
