package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.StandingOrders;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks at the appliances that orders wait for, all in one round, and lets an order go on when its appliance is ready, or
 * when a person has to look.
 */
@Component
class ApplianceWatcher {
    private static final String WAITING = "receiveTask_applianceReady";
    private static final List<String> PARTNERS = List.of("OpenStack", "FortiMail");
    private static final String MESSAGE = "ApplianceReady";

    private final StandingOrders standing;
    private final MailSecurity mailSecurity;
    private final RuntimeService processes;
    private final DeliveryTrouble trouble;
    private final PartnerPauses pauses;
    private final BamsProperties properties;
    private final TaskScheduler scheduler;
    private final Clock clock;

    ApplianceWatcher(
            StandingOrders standing,
            MailSecurity mailSecurity,
            RuntimeService processes,
            DeliveryTrouble trouble,
            PartnerPauses pauses,
            BamsProperties properties,
            TaskScheduler scheduler,
            Clock clock) {
        this.standing = standing;
        this.mailSecurity = mailSecurity;
        this.processes = processes;
        this.trouble = trouble;
        this.pauses = pauses;
        this.properties = properties;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.bams.watch:PT5S}")
    void look() {
        if (nonePaused()) {
            standing.look(WAITING, this::look, this::hidden);
        }
    }

    /** Some are ready at once; their orders need not wait for the next round. */
    @TransactionalEventListener
    void lookSoon(ApplianceCreated created) {
        properties
                .firstLooks()
                .forEach(after -> scheduler.schedule(
                        () -> lookAt(created.order()), clock.instant().plus(after)));
    }

    private void lookAt(String order) {
        standing.look(order, WAITING, this::lookUnlessPaused, this::hidden);
    }

    private void lookUnlessPaused(Step waiting) {
        if (nonePaused()) {
            look(waiting);
        }
    }

    private boolean nonePaused() {
        return pauses.current().stream().map(PartnerPause::partner).noneMatch(PARTNERS::contains);
    }

    private void look(Step waiting) {
        String order = waiting.orderNumber();
        mailSecurity
                .lookAtAppliance(order)
                .ifPresentOrElse(
                        appliance -> follow(waiting, appliance),
                        () -> standing.settle(waiting, () -> trouble.applianceGone(order)));
    }

    private void hidden(Step waiting, PartnerException notToBeSeen) {
        String order = waiting.orderNumber();
        if (isTooLong(waiting)) {
            standing.settle(waiting, () -> trouble.applianceHidden(order, notToBeSeen.getMessage()));
        }
    }

    private void follow(Step waiting, Appliance appliance) {
        String order = waiting.orderNumber();
        switch (appliance.state()) {
            case FAILED -> standing.settle(waiting, () -> trouble.applianceFailed(order, appliance));
            case READY -> {
                if (mailSecurity.answers(appliance)) {
                    standing.settle(waiting, () -> goOn(order, appliance));
                } else if (isTooLong(waiting)) {
                    standing.settle(waiting, () -> trouble.applianceSilent(order));
                }
            }
            case BUILDING, STOPPED -> {
                if (isTooLong(waiting)) {
                    standing.settle(waiting, () -> trouble.applianceSlow(order));
                }
            }
        }
    }

    private void goOn(String order, Appliance appliance) {
        mailSecurity.keepAddress(order, appliance);
        processes
                .createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(order)
                .correlate();
    }

    private boolean isTooLong(Step waiting) {
        return waiting.enteredAt().plus(properties.answerWithin()).isBefore(clock.instant());
    }
}
