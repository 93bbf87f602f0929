package be.belnet.orderdesk.contract;

import java.util.Arrays;
import java.util.Optional;

/** What scanned paper is, and which signatures it bears. */
public enum ScanKind {
    /** The customer's. */
    SIGNED_COPIES("signedCopies", "signed-copies"),
    /** Both parties'. */
    COUNTERSIGNED_CONTRACT("countersignedContract", "countersigned"),
    /** The customer's, on an annex to its contract. */
    SIGNED_ANNEX("signedAnnex", "signed-annex"),
    /** That of whoever ends a service: its letter, or the carrier's evidence. */
    NOTICE("notice", "notice");

    private final String code;
    private final String inFileNames;

    ScanKind(String code, String inFileNames) {
        this.code = code;
        this.inFileNames = inFileNames;
    }

    /** Kind of the document in the order file. */
    public String code() {
        return code;
    }

    public static Optional<ScanKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    String fileName(String reference, long number) {
        return "%s-%s-%d.pdf".formatted(reference, inFileNames, number);
    }
}
