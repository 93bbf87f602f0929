package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;
import static be.belnet.orderdesk.dcs.process.DomainVariables.SUBMISSION_DUE;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the CA look at what the customer published, unless it looks by itself. Safe to repeat. */
@Component
class SubmitValidationDelegate implements JavaDelegate {
    private final CertificateDomains domains;
    private final ControlProofs proofs;

    SubmitValidationDelegate(CertificateDomains domains, ControlProofs proofs) {
        this.domains = domains;
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (SUBMISSION_DUE.get(execution)) {
            submit(domains.get(execution.getProcessBusinessKey(), PLACE.get(execution)));
        }
    }

    private void submit(CertificateDomain domain) {
        try {
            proofs.submit(domain);
        } catch (PartnerRefusedException no) {
            proofs.noteRefusal(domain, no.getMessage());
            throw new BpmnError("ValidationRefused", no.getMessage());
        }
    }
}
