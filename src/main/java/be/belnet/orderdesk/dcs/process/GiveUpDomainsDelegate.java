package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up what a silent customer has not proved, with the reason that was given. Safe to repeat: nobody listens twice. */
@Component
class GiveUpDomainsDelegate implements JavaDelegate {
    private final CertificateDomains domains;
    private final DomainProcess process;
    private final DomainReminders reminders;

    GiveUpDomainsDelegate(CertificateDomains domains, DomainProcess process, DomainReminders reminders) {
        this.domains = domains;
        this.process = process;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        String reason = reminders.reasonForGivingUp(file);
        domains.of(file).forEach(domain -> giveUp(domain, reason));
    }

    private void giveUp(CertificateDomain domain, String reason) {
        switch (domain.state()) {
            case RECORD_AWAITED, SUBMITTED -> process.givenUp(domain, reason);
            case WILDCARD_AWAITED -> process.wildcardDeclined(domain);
            default -> {
                // settled, or a person's already
            }
        }
    }
}
