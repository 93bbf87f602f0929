package be.belnet.orderdesk.workflow;

/** Somebody else is at it, or was when it died; the job comes back when the lease is over. */
public class EffectBusyException extends RuntimeException {
    EffectBusyException(String key) {
        super("Effect " + key + " is leased by another attempt");
    }
}
