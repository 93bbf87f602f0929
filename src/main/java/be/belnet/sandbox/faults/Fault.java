package be.belnet.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can go wrong at a partner. "It" is what the call asks for, counted in the ledger like any other effect. */
public enum Fault {
    SLOW("slow", "Slow", "it happens, and the answer comes late", Calls.ALL),
    TIME_OUT_BEFORE("timeOutBefore", "Time-out before", "it does not happen, and no answer comes", Calls.CHANGES),
    TIME_OUT_AFTER("timeOutAfter", "Time-out after", "it happens, but no answer comes", Calls.CHANGES),
    FAIL_BEFORE("failBefore", "Failure before", "it does not happen, and a server error is answered", Calls.CHANGES),
    FAIL_AFTER("failAfter", "Failure after", "it happens, but a server error is answered", Calls.CHANGES),
    RESET("reset", "Reset", "it happens, but the connection breaks in the middle of the answer", Calls.CHANGES),
    MALFORMED("malformed", "Malformed", "it happens, but the answer is JSON cut short", Calls.CHANGES),
    REFUSAL("refusal", "Refusal", "it does not happen, and the partner refuses it for good", Calls.CHANGES),
    TOO_MANY("tooMany", "Too many calls", "it does not happen, and the partner asks to wait", Calls.ALL),
    LATE_LOOK_UP("lateLookUp", "Late look-up", "look-ups do not see what was made a moment ago", null),
    TWO_OBJECTS("twoObjects", "Two objects", "a look-up that finds one thing shows a twin beside it", null);

    private final String code;
    private final String title;
    private final String words;
    private final Calls usualCalls;

    Fault(String code, String title, String words, Calls usualCalls) {
        this.code = code;
        this.title = title;
        this.words = words;
        this.usualCalls = usualCalls;
    }

    /** As the API names it. */
    @JsonValue
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What happens, to be read after the title. */
    public String words() {
        return words;
    }

    /** Null for faults of look-ups, which hit nothing else. */
    Calls usualCalls() {
        return usualCalls;
    }

    boolean hitsLookUps() {
        return usualCalls == null;
    }

    boolean takesSeconds() {
        return switch (this) {
            case SLOW, TIME_OUT_BEFORE, TIME_OUT_AFTER, TOO_MANY, LATE_LOOK_UP -> true;
            default -> false;
        };
    }

    boolean takesStatus() {
        return this == FAIL_BEFORE || this == FAIL_AFTER;
    }

    boolean takesMessage() {
        return this == REFUSAL || this == TOO_MANY;
    }
}
