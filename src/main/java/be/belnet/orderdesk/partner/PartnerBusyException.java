package be.belnet.orderdesk.partner;

import java.time.Duration;
import java.util.Optional;

/** Surely not done, because of the partner's limits or our own gate: try again later, without counting it as a failure. */
public class PartnerBusyException extends PartnerException {
    private final Duration retryAfter;

    /** @param retryAfter how long to wait; null when the partner did not say */
    public PartnerBusyException(String partner, Duration retryAfter, String message) {
        super(partner, PartnerWords.of(message), null);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
