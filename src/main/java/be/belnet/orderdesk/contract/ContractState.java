package be.belnet.orderdesk.contract;

import java.util.Locale;

/** Where a contract version stands. */
public enum ContractState {
    GENERATED,
    SENT,
    /** The customer's copies, or its changes, are accepted. */
    SIGNED,
    COUNTERSIGNED,
    /** Replaced by a later version, or given up with its order. */
    VOID;

    /** Lower case, as the database writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no state has this code */
    public static ContractState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
