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
 * Protects the customer's domains on its FortiMail. Safe to repeat: what stands there already is compared, not added
 * again. What is refused, or fails at the last attempt, is a person's.
 */
@Component
class ConfigureApplianceDelegate implements JavaDelegate {
    static final String STEP = "configureAppliance";

    private static final String REFUSED = "ConfigurationRefused";

    private final MailSecurity mailSecurity;
    private final Effects effects;
    private final Attempts attempts;

    ConfigureApplianceDelegate(MailSecurity mailSecurity, Effects effects, Attempts attempts) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            mailSecurity.keepConfiguration(order, configured(order));
        } catch (PartnerException failed) {
            if (attempts.mayTryAgain(execution, failed)) {
                throw failed;
            }
            mailSecurity.noteRefusedConfiguration(order, failed.getMessage());
            throw new BpmnError(REFUSED, failed.getMessage());
        }
    }

    private String configured(String order) {
        return effects.once(
                order,
                "FortiMail",
                STEP,
                () -> mailSecurity.findConfiguration(order),
                () -> mailSecurity.configureAppliance(order));
    }
}
