package be.belnet.orderdesk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody decided, as it stood at that moment.
 *
 * @param actor user id
 * @param roles ids of the actor's groups at that moment
 * @param act name of a form, or of what a page or the API did
 * @param about number of an order, else of what was decided about
 * @param facts choices, numbers and days, by field
 * @param words what was typed, by field; gone where personal data was discarded
 * @param documents those of the file at that moment, oldest first
 */
public record Decision(
        long id,
        Instant at,
        String actor,
        List<String> roles,
        DecisionKind kind,
        String act,
        String about,
        Map<String, String> facts,
        Map<String, String> words,
        List<Paper> documents) {

    /**
     * A document as it was decided on.
     *
     * @param sha256 of its bytes, 64 lower-case hex digits
     */
    public record Paper(String kind, String fileName, String sha256) {}
}
