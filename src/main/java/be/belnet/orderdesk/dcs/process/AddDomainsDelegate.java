package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has the customer's organisation use one domain of the order, whose place the engine counts: an effect of its own for
 * each, looked up before; one that the organisation uses already stays as it is. Safe to repeat.
 */
@Component
class AddDomainsDelegate implements JavaDelegate {
    static final String STEP = "addDomains";
    private static final String PLACE = "loopCounter";

    private final DcsOrders dcsOrders;
    private final Certificates certificates;
    private final Effects effects;

    AddDomainsDelegate(DcsOrders dcsOrders, Certificates certificates, Effects effects) {
        this.dcsOrders = dcsOrders;
        this.certificates = certificates;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        Domain domain = dcsOrders.domain(order, (Integer) execution.getVariable(PLACE));
        try {
            effects.onceUnlessEarlier(
                    order,
                    certificates.authority(order),
                    Effect.step(STEP, domain.name()),
                    () -> certificates.findDomain(order, domain),
                    () -> certificates.addDomain(order, domain));
            certificates.keepDomain(order, domain);
        } catch (PartnerRefusedException no) {
            certificates.noteRefusedDomain(order, domain, no.getMessage());
            throw new BpmnError("DomainRefused", no.getMessage());
        }
    }
}
