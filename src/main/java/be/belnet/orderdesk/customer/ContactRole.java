package be.belnet.orderdesk.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a contact is written to about; one contact may have several roles. */
public enum ContactRole {
    /** Asks for services and hears how the order goes on. */
    REQUESTER,
    /** May bind the organisation: contracts and notices. */
    SIGNATORY,
    /** Runs mail and DNS: hand-over, cut-over, validation. */
    TECHNICAL,
    INVOICES;

    /** Lower case, as files and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ContactRole> find(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
