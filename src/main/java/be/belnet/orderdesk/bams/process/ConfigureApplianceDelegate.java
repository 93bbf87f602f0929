package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurity;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Protects the customer's domains on its FortiMail. Safe to repeat: each domain is created or brought in line. */
@Component
class ConfigureApplianceDelegate implements JavaDelegate {
    private final MailSecurity mailSecurity;

    ConfigureApplianceDelegate(MailSecurity mailSecurity) {
        this.mailSecurity = mailSecurity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mailSecurity.configureAppliance(execution.getProcessBusinessKey());
    }
}
