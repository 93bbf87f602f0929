package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.CertificatesEnd;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes one domain away from the customer's organisation, whose place the engine counts: an effect of its own for each, looked
 * up before. Safe to repeat.
 */
@Component
class RemoveDomainsDelegate implements JavaDelegate {
    private static final String STEP = "removeDomains";
    private static final String PLACE = "loopCounter";

    private final CertificatesEnd certificates;
    private final Effects effects;

    RemoveDomainsDelegate(CertificatesEnd certificates, Effects effects) {
        this.certificates = certificates;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Domain domain = certificates.domain(number, (Integer) execution.getVariable(PLACE));
        try {
            String removed = effects.once(
                    number,
                    certificates.authority(number),
                    Effect.step(STEP, domain.name()),
                    () -> certificates.findRemoved(number, domain),
                    () -> certificates.removeDomain(number, domain));
            certificates.keepRemoved(number, domain, removed);
        } catch (PartnerRefusedException no) {
            certificates.noteRefusal(number, domain, no.getMessage());
            throw new BpmnError("DomainKept", no.getMessage());
        }
    }
}
