package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the customer's appliance made in OpenStack. Safe to repeat: one appliance per order, looked up by its tag. */
@Component
class CreateApplianceDelegate implements JavaDelegate {
    static final String STEP = "createAppliance";

    private final MailSecurity mailSecurity;
    private final Effects effects;

    CreateApplianceDelegate(MailSecurity mailSecurity, Effects effects) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        String appliance = effects.once(
                order,
                "OpenStack",
                STEP,
                () -> mailSecurity.findAppliance(order),
                () -> mailSecurity.createAppliance(order));
        mailSecurity.keepAppliance(order, appliance);
    }
}
