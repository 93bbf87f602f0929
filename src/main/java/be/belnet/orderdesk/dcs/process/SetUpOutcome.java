package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.OrganisationValidation;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an organisation that the CA validates: the order goes on, or a person looks. */
@Service
@Transactional
class SetUpOutcome {
    private final Effects effects;
    private final Certificates certificates;
    private final RuntimeService processes;

    SetUpOutcome(Effects effects, Certificates certificates, RuntimeService processes) {
        this.effects = effects;
        this.certificates = certificates;
        this.processes = processes;
    }

    /** @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when the order waits for it no longer */
    public void validated(String order, OrganisationValidation validation) {
        certificates.keepValidation(order, validation);
        correlate(order, "OrganisationReady");
    }

    /** @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when the order waits for it no longer */
    public void validationRefused(String order, String words) {
        certificates.noteRefusedValidation(order, words);
        correlate(order, "ValidationFailed");
    }

    /** The CA is still at it, or does not show it: whoever decides may wait once more. */
    public void validationSlow(String order) {
        certificates.noteSlowValidation(order);
        correlate(order, "ValidationFailed");
    }

    /** Somebody has removed it, and with it what domains and accounts had of it: the next attempt makes all of it anew. */
    public void organisationGone(String order) {
        effects.ofOrder(order).stream()
                .filter(effect -> effect.partner().equals(certificates.authority(order)))
                .filter(effect -> effect.state() == Effect.State.DONE)
                .forEach(effect -> effects.spoiled(order, effect.step(), effect.objectId(), "gone"));
        certificates.noteGoneOrganisation(order);
        correlate(order, "ValidationFailed");
    }

    private void correlate(String order, String message) {
        processes
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(order)
                .correlate();
    }
}
