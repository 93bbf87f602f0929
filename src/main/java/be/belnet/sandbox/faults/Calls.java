package be.belnet.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which calls a fault hits. Log-ins and look-ups are reads whatever their method. */
public enum Calls {
    CHANGES,
    READS,
    ALL;

    boolean include(boolean change) {
        return this == ALL || change == (this == CHANGES);
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
