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
 * Registers the distributor's code at Fortinet. Safe to repeat: one licence per order, looked up before it is registered.
 * What is refused, or fails at the last attempt, is a person's.
 */
@Component
class RegisterLicenceDelegate implements JavaDelegate {
    static final String STEP = "registerLicence";

    private static final String REFUSED = "RegistrationRefused";

    private final MailSecurity mailSecurity;
    private final Effects effects;
    private final Attempts attempts;

    RegisterLicenceDelegate(MailSecurity mailSecurity, Effects effects, Attempts attempts) {
        this.mailSecurity = mailSecurity;
        this.effects = effects;
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        try {
            mailSecurity.keepRegistration(order, licence(order));
        } catch (PartnerException failed) {
            if (attempts.mayTryAgain(execution, failed)) {
                throw failed;
            }
            mailSecurity.noteRefusedRegistration(order, failed.getMessage());
            throw new BpmnError(REFUSED, failed.getMessage());
        }
    }

    private String licence(String order) {
        return effects.once(
                order,
                "Fortinet",
                STEP,
                () -> mailSecurity.findRegistration(order),
                () -> mailSecurity.registerLicence(order));
    }
}
