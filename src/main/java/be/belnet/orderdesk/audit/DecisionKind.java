package be.belnet.orderdesk.audit;

import java.util.Arrays;
import java.util.List;

/** What sort of decision somebody took. */
public enum DecisionKind {
    /** Somebody let something happen that must not happen unseen. */
    APPROVAL("approval"),
    /** Somebody took another way than the rule or the process would have. */
    OVERRIDE("override"),
    /** Somebody did outside what Orderdesk would have done, and said so. */
    BY_HAND("byHand");

    private final String code;

    DecisionKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is no kind of this code */
    public static DecisionKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of decision: " + code));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(DecisionKind::code).toList();
    }
}
