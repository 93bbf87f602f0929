package be.belnet.orderdesk.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * A version of an order's contract.
 *
 * @param number such as BAMS-C-2026-00042; all versions share it
 * @param version from 1
 * @param language the customer's: nl, fr, en or de
 * @param documentId of the PDF with both copies in the order file
 * @param sha256 of that PDF
 * @param copies null while none were registered
 * @param changesAccepted Belnet agreed with the text as the customer changed it
 * @param countersignedOn null before
 * @param returnedBy post or mail; null before
 */
public record Contract(
        long id,
        String orderNumber,
        String number,
        int version,
        String language,
        ContractState state,
        long documentId,
        String sha256,
        Instant generatedAt,
        CopiesReceived copies,
        boolean changesAccepted,
        LocalDate countersignedOn,
        String returnedBy) {

    /** Facts of an event about this version. */
    Map<String, String> facts(Map<String, String> more) {
        var all = new TreeMap<>(more);
        all.put("contract", number);
        all.put("version", Integer.toString(version));
        return all;
    }
}
