package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;

import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the organisation use the wildcard of a domain, whoever has added it. Safe to repeat: looked up before. */
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
        String file = execution.getProcessBusinessKey();
        CertificateDomain domain = domains.get(file, PLACE.get(execution));
        Domain wildcard = domain.domain().wildcard();
        effects.onceUnlessEarlier(
                file,
                certificates.authority(file),
                Effect.step(STEP, wildcard.name()),
                () -> certificates.findDomain(file, wildcard),
                () -> certificates.addDomain(file, wildcard));
        proofs.keepWildcard(domain);
    }
}
