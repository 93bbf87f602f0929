package be.belnet.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** One partner, whose calls begin with a path segment of its own. Each simulator offers its own as a bean. */
public interface Partner {

    /** First segment of its paths and its name in the ledger, for example {@code fortiflex}. */
    String code();

    /** As people call it. */
    String title();

    /** Whether anything is made and looked up there; at a log-in, or where all is there already, nothing is. */
    default boolean keepsThings() {
        return true;
    }

    /** Whether the call changes something when all goes well; log-ins and look-ups do not, whatever their method. */
    boolean changes(PartnerCall call);

    /**
     * What it answers to a call that it refuses for good.
     *
     * @param message null for its usual words
     */
    ResponseEntity<?> refusal(HttpServletRequest request, String message);

    /**
     * What it answers with status 429 to a call too many, without the time to wait.
     *
     * @param message null for its usual words
     */
    ResponseEntity<?> tooMany(HttpServletRequest request, String message);
}
