package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has the organisation use the wildcard of a domain, whoever has added it. Safe to repeat: looked up before. What the CA
 * refuses for good is a person's.
 */
@Component
class ApproveWildcardDelegate implements JavaDelegate {
    static final String STEP = "approveWildcard";

    private final CertificateDomains domains;
    private final Certificates certificates;
    private final ControlProofs proofs;
    private final Effects effects;

    ApproveWildcardDelegate(
            CertificateDomains domains, Certificates certificates, ControlProofs proofs, Effects effects) {
        this.domains = domains;
        this.certificates = certificates;
        this.proofs = proofs;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CertificateDomain domain = domains.get(execution.getProcessBusinessKey(), PLACE.get(execution));
        try {
            approve(domain.orderNumber(), domain.domain().wildcard());
            proofs.keepWildcard(domain);
        } catch (PartnerRefusedException no) {
            if (!isPersons(execution)) {
                throw no;
            }
            proofs.noteWildcardRefusal(domain, no.getMessage());
            throw new BpmnError("WildcardRefused", no.getMessage());
        }
    }

    /** Models of former releases have no task for it: there it is a failed step, with the CA's words. */
    private static boolean isPersons(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementById("userTask_decideOnWildcard") != null;
    }

    private void approve(String file, Domain wildcard) {
        effects.onceUnlessEarlier(
                file,
                certificates.authority(file),
                Effect.step(STEP, wildcard.name()),
                () -> certificates.findDomain(file, wildcard),
                () -> certificates.addDomain(file, wildcard));
    }
}
