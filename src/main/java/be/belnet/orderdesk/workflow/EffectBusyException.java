package be.belnet.orderdesk.workflow;

import java.time.Instant;

/** Somebody else is at it, or was when it died; the job comes back when the lease is over. */
public class EffectBusyException extends RuntimeException {
    private final transient Instant until;

    /** @param until end of the lease; null when it is not known */
    EffectBusyException(String key, Instant until) {
        super("Effect " + key + " is leased by another attempt");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
