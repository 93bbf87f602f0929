package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The real effects, with a node that may die during the partner's call and after the step's commit. */
class MortalEffects extends Effects {
    private final KillPoints killPoints;

    MortalEffects(
            EffectRows rows, EffectProperties properties, PartnerPauses pauses, Clock clock, KillPoints killPoints) {
        super(rows, properties, pauses, clock);
        this.killPoints = killPoints;
    }

    @Override
    public String once(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> create) {
        String key = orderNumber + "/" + step;
        String objectId = super.once(orderNumber, partner, step, find, () -> {
            killPoints.calling(key);
            return create.get();
        });
        killPoints.committing(key);
        return objectId;
    }
}
