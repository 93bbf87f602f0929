package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands to a person what went wrong at a partner after its call had come back. */
@Service
@Transactional
class DeliveryTrouble {
    private final Effects effects;
    private final MailSecurity mailSecurity;
    private final RuntimeService processes;

    DeliveryTrouble(Effects effects, MailSecurity mailSecurity, RuntimeService processes) {
        this.effects = effects;
        this.mailSecurity = mailSecurity;
        this.processes = processes;
    }

    /** @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when the order waits for it no longer */
    public void applianceFailed(String order, Appliance appliance) {
        if (isReplaced(order, appliance)) {
            return;
        }
        effects.spoiled(order, CreateApplianceDelegate.STEP, appliance.id(), appliance.detail());
        mailSecurity.noteFailedAppliance(order, appliance.detail());
        handOver(order);
    }

    /** It runs, and nobody can log in to it: whoever decides may have it looked for once more. */
    public void applianceSilent(String order) {
        mailSecurity.noteSilentAppliance(order);
        handOver(order);
    }

    /** Its host is still building it: whoever decides may wait once more. */
    public void applianceSlow(String order) {
        mailSecurity.noteSlowAppliance(order);
        handOver(order);
    }

    /** Its host does not show it, for this reason. */
    public void applianceHidden(String order, String words) {
        mailSecurity.noteFailedAppliance(order, words);
        handOver(order);
    }

    /** Somebody has removed it: the next attempt makes another. */
    public void applianceGone(String order) {
        effects.find(order, CreateApplianceDelegate.STEP)
                .map(Effect::objectId)
                .ifPresent(id -> effects.spoiled(order, CreateApplianceDelegate.STEP, id, "gone"));
        mailSecurity.noteGoneAppliance(order);
        handOver(order);
    }

    private void handOver(String order) {
        processes
                .createMessageCorrelation("ApplianceFailed")
                .processInstanceBusinessKey(order)
                .correlate();
    }

    /** Seen too late: another appliance was made meanwhile. */
    private boolean isReplaced(String order, Appliance appliance) {
        return effects.find(order, CreateApplianceDelegate.STEP)
                .filter(effect -> effect.state() == Effect.State.DONE)
                .filter(effect -> !appliance.id().equals(effect.objectId()))
                .isPresent();
    }
}
