package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the appliances that orders wait for, all in one round, and lets an order go on when its appliance is ready.
 * Each round looks at the state anew, so nothing is missed and two nodes do no harm.
 */
@Component
class ApplianceWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ApplianceWatcher.class);
    private static final String WAITING = "receiveTask_applianceReady";
    private static final String MESSAGE = "ApplianceReady";

    private final OrderFile orders;
    private final MailSecurity mailSecurity;
    private final RuntimeService processes;

    ApplianceWatcher(OrderFile orders, MailSecurity mailSecurity, RuntimeService processes) {
        this.orders = orders;
        this.mailSecurity = mailSecurity;
        this.processes = processes;
    }

    @Scheduled(fixedDelayString = "${orderdesk.bams.watch:PT5S}")
    void look() {
        orders.standingAt(WAITING).forEach(this::look);
    }

    private void look(String order) {
        try {
            if (mailSecurity.isApplianceReady(order)) {
                processes
                        .createMessageCorrelation(MESSAGE)
                        .processInstanceBusinessKey(order)
                        .correlate();
            }
        } catch (PartnerException notToBeSeen) {
            LOG.info("Appliance of {} not to be seen: {}", order, notToBeSeen.getMessage());
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException goneOn) {
            LOG.debug("Order {} went on meanwhile", order);
        }
    }
}
