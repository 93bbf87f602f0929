package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;
import static be.belnet.orderdesk.dcs.process.DomainVariables.RECORD_AWAITED;
import static be.belnet.orderdesk.dcs.process.DomainVariables.SUBMISSION_DUE;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the validation of one domain at its CA, and keeps what the customer is to publish. Safe to repeat. */
@Component
class StartValidationDelegate implements JavaDelegate {
    private final CertificateDomains domains;
    private final ControlProofs proofs;

    StartValidationDelegate(CertificateDomains domains, ControlProofs proofs) {
        this.domains = domains;
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CertificateDomain domain = domains.get(execution.getProcessBusinessKey(), PLACE.get(execution));
        try {
            ControlProofs.Next next = proofs.start(domain);
            domains.keepProcess(domain, execution.getProcessInstanceId());
            RECORD_AWAITED.set(execution, next == ControlProofs.Next.AWAIT_RECORD);
            SUBMISSION_DUE.set(execution, next != ControlProofs.Next.AWAIT_AUTHORITY);
        } catch (PartnerRefusedException no) {
            proofs.noteRefusal(domain, no.getMessage());
            throw new BpmnError("ValidationRefused", no.getMessage());
        }
    }
}
