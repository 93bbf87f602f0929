package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificatesChange;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Adds domains to the customer's organisation and takes others away: an effect of its own for each, looked up before. Safe to
 * repeat.
 */
@Component
class ChangeCertificateDomainsDelegate implements JavaDelegate {
    static final String STEP = "changeCertificateDomains";

    private final CertificatesChange change;
    private final Effects effects;

    ChangeCertificateDomainsDelegate(CertificatesChange change, Effects effects) {
        this.change = change;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        if (change.isAtAuthority(number)) {
            change.changingDomains(number).forEach(domain -> change(number, domain));
        }
    }

    private void change(String number, Domain domain) {
        boolean wanted = change.isAdded(number, domain);
        try {
            effects.onceUnlessEarlier(
                    number,
                    change.authority(number),
                    Effect.step(STEP, domain.name()),
                    () -> change.findDomain(number, domain, wanted),
                    () -> change.changeDomain(number, domain, wanted));
            change.keep(number, wanted ? "domainAdded" : "domainTakenAway", Map.of("domain", domain.name()));
        } catch (PartnerRefusedException no) {
            change.noteRefusal(number, "domainChangeRefused", domain + ": " + no.getMessage());
            throw new BpmnError("DomainChangeRefused", no.getMessage());
        }
    }
}
