package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;

import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the validation of a domain that is given up. Safe to repeat. */
@Component
class AbandonValidationDelegate implements JavaDelegate {
    private final CertificateDomains domains;
    private final ControlProofs proofs;

    AbandonValidationDelegate(CertificateDomains domains, ControlProofs proofs) {
        this.domains = domains;
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        proofs.abandon(domains.get(execution.getProcessBusinessKey(), PLACE.get(execution)));
    }
}
