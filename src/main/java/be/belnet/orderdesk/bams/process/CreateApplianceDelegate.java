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
 * Has the customer's appliance made in OpenStack. Safe to repeat: one appliance per order, looked up by its tag. What is
 * refused, or fails at the last attempt, is a person's.
 */
@Component
class CreateApplianceDelegate implements JavaDelegate {
    static final String STEP = "createAppliance";

    private static final String REFUSED = "ApplianceRefused";

    private final MailSecurity mailSecurity;
    private final Effects effects;
    private final Attempts attempts;

    CreateApplianceDelegate(MailSecurity mailSecurity, Effects effects, Attempts attempts) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            mailSecurity.keepAppliance(order, appliance(order));
        } catch (PartnerException failed) {
            if (attempts.mayTryAgain(execution, failed)) {
                throw failed;
            }
            mailSecurity.noteRefusedAppliance(order, failed.getMessage());
            throw new BpmnError(REFUSED, failed.getMessage());
        }
    }

    private String appliance(String order) {
        return effects.once(
                order,
                "OpenStack",
                STEP,
                () -> mailSecurity.findAppliance(order),
                () -> mailSecurity.createAppliance(order));
    }
}
