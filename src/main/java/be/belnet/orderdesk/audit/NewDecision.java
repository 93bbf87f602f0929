package be.belnet.orderdesk.audit;

import java.util.Map;

/**
 * A decision that is taken now.
 *
 * @param actor user id; null for whoever is signed in
 * @param act name of a form, or of what a page or the API does
 * @param about number of an order, else of what is decided about
 * @param facts choices, numbers and days, by field
 * @param words what was typed, by field
 */
public record NewDecision(
        String actor,
        DecisionKind kind,
        String act,
        String about,
        Map<String, String> facts,
        Map<String, String> words) {

    /** What a page or the API does by whoever is signed in, other than the process would have it. */
    public static NewDecision override(String act, String about, String reason) {
        return new NewDecision(null, DecisionKind.OVERRIDE, act, about, Map.of(), Map.of("reason", reason));
    }
}
