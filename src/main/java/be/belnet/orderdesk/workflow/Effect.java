package be.belnet.orderdesk.workflow;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we know about one thing a partner did, or may have done, for an order.
 *
 * @param objectId the partner's own id of it; null until it is known
 * @param detail what went wrong last, without secrets or personal data; null when nothing did
 */
public record Effect(
        String key,
        String orderNumber,
        String partner,
        String step,
        State state,
        int attempts,
        Instant intendedAt,
        Instant leaseUntil,
        String objectId,
        String detail) {
    static final String BY_HAND = "by hand";

    /** What a step that does the same to many puts between its name and each of them. */
    private static final String PART = ":";

    /** Name of the effect of a step on one of the many it does the same to. */
    public static String step(String action, String part) {
        return action + PART + part;
    }

    /** The step's name without the part. */
    public String action() {
        return step.split(PART, 2)[0];
    }

    /** What the step did it to; null where it does one thing only. */
    public String part() {
        String[] words = step.split(PART, 2);
        return words.length == 1 ? null : words[1];
    }

    /** What people know it by: what the step did it to, else the partner's id; a dash where neither is known. */
    public String reference() {
        return Stream.of(Optional.ofNullable(part()), Optional.ofNullable(objectId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("–");
    }

    boolean isUndoneByHand() {
        return state == State.UNDONE && BY_HAND.equals(detail);
    }

    public enum State {
        /** Written down, not tried yet, or tried and surely not done. */
        INTENDED,
        /** Being tried now, or by a node that died meanwhile. */
        CALLING,
        /** Tried; only a look at the partner tells whether it is done. */
        UNKNOWN,
        DONE,
        /** The partner said no for good. */
        REFUSED,
        UNDONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
