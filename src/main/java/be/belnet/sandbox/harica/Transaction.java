package be.belnet.sandbox.harica;

import java.time.Instant;
import java.util.List;

/**
 * A row of {@code harica_transaction}: a certificate that somebody asked for.
 *
 * @param requester mail address of an account
 * @param domains separated by spaces
 * @param type DV or OV
 * @param status Pending, Completed or Cancelled
 */
record Transaction(
        String id, String reviewId, String requester, String domains, String type, String status, Instant requestedAt) {

    static final String PENDING = "Pending";

    boolean pending() {
        return status.equals(PENDING);
    }

    List<String> names() {
        return List.of(domains.split(" ", -1));
    }
}
