package be.belnet.orderdesk.partner;

import java.time.Instant;

/** Not called, because somebody has paused the partner. */
public class PartnerPausedException extends PartnerBusyException {
    private final transient Instant until;

    public PartnerPausedException(String partner, Instant until) {
        super(partner, null, "paused until " + until);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
