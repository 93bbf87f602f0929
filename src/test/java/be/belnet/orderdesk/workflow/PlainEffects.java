package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a plain delegate does: it calls the partner, and that is all. No intent, no lease, no look-up, no done row. */
class PlainEffects extends Effects {
    private static final List<KillPoint> BEFORE_CALL =
            List.of(KillPoint.BEFORE_INTENT, KillPoint.AFTER_INTENT, KillPoint.AFTER_LEASE);
    private static final List<KillPoint> AFTER_CALL = List.of(KillPoint.BEFORE_DONE, KillPoint.AFTER_DONE);

    private final KillPoints killPoints;

    PlainEffects(
            EffectRows rows, EffectProperties properties, PartnerPauses pauses, Clock clock, KillPoints killPoints) {
        super(rows, properties, pauses, clock);
        this.killPoints = killPoints;
    }

    @Override
    public String once(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> create) {
        String key = orderNumber + "/" + step;
        BEFORE_CALL.forEach(place -> killPoints.reached(place, key));
        killPoints.calling(key);
        String objectId = create.get();
        AFTER_CALL.forEach(place -> killPoints.reached(place, key));
        killPoints.committing(key);
        return objectId;
    }
}
