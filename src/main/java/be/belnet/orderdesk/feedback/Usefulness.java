package be.belnet.orderdesk.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a customer may say, best first. */
public enum Usefulness {
    YES,
    PARTLY,
    NO;

    /** Lower case, as page, API and database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for anything else. */
    public static Optional<Usefulness> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
