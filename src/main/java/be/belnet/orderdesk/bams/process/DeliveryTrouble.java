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
