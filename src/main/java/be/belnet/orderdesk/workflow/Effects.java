package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Has something happen once at a partner, although the engine may run a step several times, at once, or again after a
 * crash: intent, lease, look-up, creation, done, each written down and committed before the next.
 */
@Component
public class Effects {
    private final EffectRows rows;
    private final EffectProperties properties;
    private final PartnerPauses pauses;
    private final Clock clock;

    Effects(EffectRows rows, EffectProperties properties, PartnerPauses pauses, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * The partner's id of the effect of one step of an order: the one written down, else the one found there, else a new
     * one.
     *
     * @param partner the partner's name, for people
     * @param step the step's name in the model; with the order number the key of the effect
     * @param find looks for the effect at the partner by the order number
     * @param create makes it; runs only when {@code find} saw nothing
     * @throws PartnerRefusedException when the partner says no for good
     * @throws EffectBusyException while another attempt has the lease
     * @throws EffectExhaustedException when it was tried too often; a person must look
     * @throws OrderClosedException when the order is being left
     * @throws be.belnet.orderdesk.partner.PartnerPausedException while the partner is paused
     */
    public String once(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> create) {
        var intent = new EffectRows.Intent(key(orderNumber, step), orderNumber, partner, step);
        String owner = UUID.randomUUID().toString();
        Instant now = clock.instant();
        if (!rows.begin(intent, owner, now, now.plus(properties.lease())) && !beginAgain(intent, owner)) {
            return doneByAnother(intent.key());
        }
        refuseWhenLeft(orderNumber, intent.key(), owner);
        return attempt(intent.key(), owner, find, create);
    }

    /** Where an attempt was made before, or something stands in its way; false when another has done it or is about to. */
    private boolean beginAgain(EffectRows.Intent intent, String owner) {
        refuseWhenLeaving(intent.order());
        Instant now = clock.instant();
        rows.intend(intent, now);
        Effect effect = rows.find(intent.key()).orElseThrow();
        if (effect.state() == Effect.State.DONE) {
            return false;
        }
        pauses.requireNone(intent.partner());
        if (effect.attempts() >= properties.ceiling()) {
            throw new EffectExhaustedException(effect);
        }
        return rows.lease(intent.key(), owner, now, now.plus(properties.lease()));
    }

    /**
     * As {@link #once}, of what may have stood at the partner before the order: that is not the order's. It leaves no
     * effect, so that leaving the order does not take it away from whomever it serves.
     */
    public String onceUnlessEarlier(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> create) {
        return earlier(orderNumber, partner, step, find)
                .orElseGet(() -> once(orderNumber, partner, step, find, create));
    }

    private Optional<String> earlier(String orderNumber, String partner, String step, Supplier<Optional<String>> find) {
        if (rows.find(key(orderNumber, step)).isPresent()) {
            return Optional.empty();
        }
        refuseWhenLeaving(orderNumber);
        pauses.requireNone(partner);
        return find.get();
    }

    /** Everything partners did for an order or may have done, newest first. */
    public List<Effect> ofOrder(String orderNumber) {
        return rows.ofOrder(orderNumber);
    }

    /**
     * What is known about one step of an order; empty before its first attempt. Of a step that does the same to many: the
     * first that is not done, else any.
     */
    public Optional<Effect> find(String orderNumber, String step) {
        return rows.find(key(orderNumber, step)).or(() -> openPart(orderNumber, step));
    }

    private Optional<Effect> openPart(String orderNumber, String action) {
        return ofOrder(orderNumber).stream()
                .filter(effect -> effect.action().equals(action))
                .min(Comparator.comparing((Effect effect) -> effect.state() == Effect.State.DONE)
                        .thenComparing(Effect::intendedAt)
                        .thenComparing(Effect::key));
    }

    /**
     * What a partner made is of no use. The next attempt looks for it and makes another; undoing takes back what is
     * there. Does nothing unless {@code objectId} is what counts as done.
     *
     * @param detail what is wrong with it, without secrets or personal data
     */
    public void spoiled(String orderNumber, String step, String objectId, String detail) {
        rows.spoiled(key(orderNumber, step), objectId, detail);
    }

    /** A person has looked at what did not come about: its attempts, with all its parts, count from zero again. */
    public void allowAgain(String orderNumber, String step) {
        ofOrder(orderNumber).stream()
                .filter(effect -> effect.step().equals(step) || effect.action().equals(step))
                .forEach(effect -> rows.allowAgain(effect.key()));
    }

    /** A person has done at the partner what it would not do for us; the step finds it done. */
    public void doneByHand(String orderNumber, String step, String objectId) {
        rows.doneByHand(key(orderNumber, step), objectId);
    }

    /** What is still to be taken back for an order that is being left, newest first. */
    public List<Effect> toUndo(String orderNumber) {
        return ofOrder(orderNumber).stream()
                .filter(effect -> effect.state() != Effect.State.UNDONE)
                .toList();
    }

    /** A person has taken back at the partner what it would not take back for us. */
    public void undoneByHand(Effect effect) {
        rows.undoneByHand(effect.key());
    }

    /** @param objectId what was taken back; null when there was nothing */
    void undone(Effect effect, String objectId) {
        rows.undone(effect.key(), objectId);
    }

    private String attempt(String key, String owner, Supplier<Optional<String>> find, Supplier<String> create) {
        try {
            String objectId = find.get().orElseGet(create);
            return rows.done(key, owner, objectId) ? objectId : doneByAnother(key);
        } catch (PartnerRefusedException refused) {
            rows.refused(key, owner, refused.getMessage());
            throw refused;
        } catch (PartnerBusyException notTried) {
            rows.notTried(key, owner, notTried.getMessage());
            throw notTried;
        } catch (PartnerUnavailableException notDone) {
            rows.notDone(key, owner, notDone.getMessage());
            throw notDone;
        } catch (RuntimeException unknown) {
            rows.unknown(key, owner, unknown.getClass().getSimpleName());
            throw unknown;
        }
    }

    private String doneByAnother(String key) {
        Effect effect = rows.find(key).orElseThrow();
        if (effect.state() != Effect.State.DONE) {
            throw new EffectBusyException(key, effect.leaseUntil());
        }
        return effect.objectId();
    }

    /** Once more with the lease in hand: who leaves the order from here on sees the lease and waits for the attempt. */
    private void refuseWhenLeft(String orderNumber, String key, String owner) {
        try {
            refuseWhenLeaving(orderNumber);
        } catch (OrderClosedException left) {
            rows.notTried(key, owner, null);
            throw left;
        }
    }

    private static String key(String orderNumber, String step) {
        return orderNumber + "/" + step;
    }

    /** What has no order file, such as a reconciliation, is never left. */
    private void refuseWhenLeaving(String orderNumber) {
        rows.orderState(orderNumber)
                .map(OrderState::of)
                .filter(state -> state != OrderState.OPEN)
                .ifPresent(state -> {
                    throw new OrderClosedException(orderNumber, state);
                });
    }
}
