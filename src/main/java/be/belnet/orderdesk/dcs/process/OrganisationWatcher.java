package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.DcsProperties;
import be.belnet.orderdesk.dcs.OrganisationValidation;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.StandingOrders;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the organisations that orders wait for, all in one round, and lets an order go on when the CA has validated its
 * organisation, or when a person has to look.
 */
@Component
class OrganisationWatcher {
    private static final String WAITING = "receiveTask_organisationReady";

    private final StandingOrders standing;
    private final Certificates certificates;
    private final SetUpOutcome outcome;
    private final PartnerPauses pauses;
    private final DcsProperties properties;
    private final Clock clock;

    OrganisationWatcher(
            StandingOrders standing,
            Certificates certificates,
            SetUpOutcome outcome,
            PartnerPauses pauses,
            DcsProperties properties,
            Clock clock) {
        this.standing = standing;
        this.certificates = certificates;
        this.outcome = outcome;
        this.pauses = pauses;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.dcs.watch:PT1M}")
    void look() {
        standing.look(WAITING, this::look, (waiting, notToBeSeen) -> handOverWhenTooLong(waiting));
    }

    private void look(Step waiting) {
        String order = waiting.orderNumber();
        if (pauses.of(certificates.authority(order)).isPresent()) {
            return;
        }
        certificates
                .lookAtOrganisation(order)
                .ifPresentOrElse(
                        validation -> follow(waiting, validation),
                        () -> standing.settle(waiting, () -> outcome.organisationGone(order)));
    }

    private void follow(Step waiting, OrganisationValidation validation) {
        String order = waiting.orderNumber();
        switch (validation.state()) {
            case VALIDATED -> standing.settle(waiting, () -> outcome.validated(order, validation));
            case REFUSED -> standing.settle(waiting, () -> outcome.validationRefused(order, validation.reason()));
            case PENDING -> handOverWhenTooLong(waiting);
        }
    }

    private void handOverWhenTooLong(Step waiting) {
        if (waiting.enteredAt().plus(properties.validateWithin()).isBefore(clock.instant())) {
            standing.settle(waiting, () -> outcome.validationSlow(waiting.orderNumber()));
        }
    }
}
