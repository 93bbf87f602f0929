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
 * crash: intent, lease, look-up, act, done, each written down and committed before the next.
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
     * @param act has it happen; runs only when {@code find} saw nothing
     * @throws PartnerRefusedException when the partner says no for good
     * @throws EffectBusyException while another attempt has the lease
     * @throws EffectExhaustedException when it was tried too often; a person must look
     * @throws OrderClosedException when the order is being left
     * @throws be.belnet.orderdesk.partner.PartnerPausedException while the partner is paused
     */
    public String once(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> act) {
        var intent = new EffectRows.Intent(key(orderNumber, step), orderNumber, partner, step);
        Optional<Lease> lease = lease(intent);
        if (lease.isEmpty()) {
            return doneByAnother(intent.key());
        }
        requireStillOpen(orderNumber, lease.get());
        return attempt(lease.get(), find, act);
    }

    /**
     * What an attempt holds.
     *
     * @param standing how the effect stands as long as this attempt has not reached the partner: intended, or unknown where an
     *     earlier one may have done it
     */
    private record Lease(String key, String owner, Effect.State standing) {}

    /** Empty when another has done it or is about to. */
    private Optional<Lease> lease(EffectRows.Intent intent) {
        String owner = UUID.randomUUID().toString();
        Instant now = clock.instant();
        return rows.begin(intent, owner, now, now.plus(properties.lease()))
                ? Optional.of(new Lease(intent.key(), owner, Effect.State.INTENDED))
                : leaseAgain(intent, owner);
    }

    /** Where an attempt was made before, or something stands in its way. */
    private Optional<Lease> leaseAgain(EffectRows.Intent intent, String owner) {
        requireOpen(intent.order());
        Instant now = clock.instant();
        rows.intend(intent, now);
        Effect effect = rows.find(intent.key()).orElseThrow();
        if (effect.state() == Effect.State.DONE) {
            return Optional.empty();
        }
        pauses.requireNone(intent.partner());
        if (effect.attempts() >= properties.ceiling()) {
            throw new EffectExhaustedException(effect);
        }
        return rows.lease(intent.key(), owner, now, now.plus(properties.lease()))
                ? Optional.of(new Lease(intent.key(), owner, standing(effect)))
                : Optional.empty();
    }

    private static Effect.State standing(Effect before) {
        return before.state() == Effect.State.CALLING || before.state() == Effect.State.UNKNOWN
                ? Effect.State.UNKNOWN
                : Effect.State.INTENDED;
    }

    /**
     * As {@link #once}, of what may have stood at the partner before the order: that is not the order's. It leaves no
     * effect, so that leaving the order does not take it away from whomever it serves.
     */
    public String onceUnlessEarlier(
            String orderNumber, String partner, String step, Supplier<Optional<String>> find, Supplier<String> act) {
        return earlier(orderNumber, partner, step, find).orElseGet(() -> once(orderNumber, partner, step, find, act));
    }

    private Optional<String> earlier(String orderNumber, String partner, String step, Supplier<Optional<String>> find) {
        if (rows.find(key(orderNumber, step)).isPresent()) {
            return Optional.empty();
        }
        requireOpen(orderNumber);
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

    private String attempt(Lease lease, Supplier<Optional<String>> find, Supplier<String> act) {
        Optional<String> found = lookUp(lease, find);
        try {
            String objectId = found.orElseGet(act);
            return rows.done(lease.key(), lease.owner(), objectId) ? objectId : doneByAnother(lease.key());
        } catch (RuntimeException failed) {
            note(lease, failed);
            throw failed;
        }
    }

    private Optional<String> lookUp(Lease lease, Supplier<Optional<String>> find) {
        try {
            return find.get();
        } catch (PartnerBusyException notTried) {
            rows.notTried(lease.key(), lease.owner(), lease.standing(), notTried.getMessage());
            throw notTried;
        } catch (RuntimeException failed) {
            if (lease.standing() == Effect.State.UNKNOWN) {
                rows.stillUnknown(lease.key(), lease.owner(), failed.getClass().getSimpleName());
            } else {
                note(lease, failed);
            }
            throw failed;
        }
    }

    /** What a failure says of what the partner has done, when it had not done it before. */
    private void note(Lease lease, RuntimeException failure) {
        if (failure instanceof PartnerRefusedException) {
            rows.refused(lease.key(), lease.owner(), failure.getMessage());
        } else if (failure instanceof PartnerBusyException) {
            rows.notTried(lease.key(), lease.owner(), Effect.State.INTENDED, failure.getMessage());
        } else if (failure instanceof PartnerUnavailableException) {
            rows.notDone(lease.key(), lease.owner(), failure.getMessage());
        } else {
            rows.unknown(lease.key(), lease.owner(), failure.getClass().getSimpleName());
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
    private void requireStillOpen(String orderNumber, Lease lease) {
        try {
            requireOpen(orderNumber);
        } catch (OrderClosedException left) {
            rows.notTried(lease.key(), lease.owner(), lease.standing(), null);
            throw left;
        }
    }

    private static String key(String orderNumber, String step) {
        return orderNumber + "/" + step;
    }

    /** What has no order file, such as a reconciliation, is never left. */
    private void requireOpen(String orderNumber) {
        rows.orderState(orderNumber)
                .map(OrderState::of)
                .filter(state -> state != OrderState.OPEN)
                .ifPresent(state -> {
                    throw new OrderClosedException(orderNumber, state);
                });
    }
}
