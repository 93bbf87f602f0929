package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the customer's appliance made in OpenStack. Safe to repeat: one appliance per order, looked up by its tag. */
@Component
class CreateApplianceDelegate implements JavaDelegate {
    static final String STEP = "createAppliance";

    private static final String REFUSED = "ApplianceRefused";

    private final MailSecurity mailSecurity;
    private final Effects effects;

    CreateApplianceDelegate(MailSecurity mailSecurity, Effects effects) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            mailSecurity.keepAppliance(order, appliance(order));
        } catch (PartnerRefusedException refused) {
            mailSecurity.noteRefusedAppliance(order, refused.getMessage());
            throw new BpmnError(REFUSED, refused.getMessage());
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
