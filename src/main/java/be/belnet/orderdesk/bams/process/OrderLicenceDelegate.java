package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.workflow.Attempts;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Orders the customer's licence from Fortinet. Safe to repeat: one licence per order, looked up before it is ordered. What
 * is refused, or fails at the last attempt, is a person's.
 */
@Component
class OrderLicenceDelegate implements JavaDelegate {
    static final String STEP = "orderLicence";

    private static final String REFUSED = "LicenceRefused";

    private final MailSecurity mailSecurity;
    private final Effects effects;
    private final Attempts attempts;

    OrderLicenceDelegate(MailSecurity mailSecurity, Effects effects, Attempts attempts) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            mailSecurity.keepLicence(order, licence(order));
        } catch (PartnerException failed) {
            if (attempts.mayTryAgain(execution, failed)) {
                throw failed;
            }
            mailSecurity.noteRefusedLicence(order, failed.getMessage());
            throw new BpmnError(REFUSED, failed.getMessage());
        }
    }

    private String licence(String order) {
        return effects.once(
                order, "Fortinet", STEP, () -> mailSecurity.findLicence(order), () -> mailSecurity.orderLicence(order));
    }
}
