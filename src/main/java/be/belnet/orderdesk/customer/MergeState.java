package be.belnet.orderdesk.customer;

import java.util.Locale;

/** How far a {@link Merge} has come. */
public enum MergeState {
    /** Another manager decides. */
    PROPOSED,
    MERGED,
    REJECTED,
    /** Taken back by who proposed it. */
    WITHDRAWN;

    /** Lower case, as the database, the API and message keys write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MergeState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
