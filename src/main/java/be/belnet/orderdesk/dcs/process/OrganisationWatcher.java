package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.dcs.OrganisationValidation;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the organisations that orders wait for, all in one round, and lets an order go on when the CA has validated its
 * organisation, or when a person has to look. Each round looks at the state anew, so nothing is missed and two nodes do no
 * harm.
 */
@Component
class OrganisationWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationWatcher.class);
    private static final String WAITING = "receiveTask_organisationReady";

    private final OrderSteps steps;
    private final Certificates certificates;
    private final SetUpOutcome outcome;
    private final PartnerPauses pauses;
    private final DcsProperties properties;
    private final Clock clock;

    OrganisationWatcher(
            OrderSteps steps,
            Certificates certificates,
            SetUpOutcome outcome,
            PartnerPauses pauses,
            DcsProperties properties,
            Clock clock) {
        this.steps = steps;
        this.certificates = certificates;
        this.outcome = outcome;
        this.pauses = pauses;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.watch:PT1M}")
    void look() {
        if (pauses.of(certificates.authority()).isEmpty()) {
            steps.standingAt(WAITING).forEach(this::look);
        }
    }

    private void look(Step waiting) {
        String order = waiting.orderNumber();
        try {
            certificates
                    .lookAtOrganisation(order)
                    .ifPresentOrElse(validation -> follow(waiting, validation), () -> outcome.organisationGone(order));
        } catch (PartnerException notToBeSeen) {
            LOG.info("Organisation of {} not to be seen: {}", order, notToBeSeen.getMessage());
            handOverWhenTooLong(waiting);
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException goneOn) {
            LOG.debug("Order {} went on meanwhile", order);
        } catch (RuntimeException unexpected) {
            // the other orders are looked at all the same; the message may quote anything and stays out of the log
            LOG.error(
                    "Organisation of {} could not be followed: {}",
                    order,
                    unexpected.getClass().getName());
        }
    }

    private void follow(Step waiting, OrganisationValidation validation) {
        switch (validation.state()) {
            case VALIDATED -> outcome.validated(waiting.orderNumber(), validation);
            case REFUSED -> outcome.validationRefused(waiting.orderNumber(), validation.reason());
            case PENDING -> handOverWhenTooLong(waiting);
        }
    }

    private void handOverWhenTooLong(Step waiting) {
        if (waiting.enteredAt().plus(properties.validateWithin()).isBefore(clock.instant())) {
            outcome.validationSlow(waiting.orderNumber());
        }
    }
}
