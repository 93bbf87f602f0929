package be.belnet.orderdesk.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far figures look back; whole weeks, so that each day of the week counts alike. */
public enum Period {
    WEEK(1),
    MONTH(4),
    QUARTER(13),
    YEAR(52);

    private final int weeks;

    Period(int weeks) {
        this.weeks = weeks;
    }

    /** Lower case, as the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> find(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code().equals(code))
                .findFirst();
    }

    /** The first day of a period that ends with this one. */
    LocalDate until(LocalDate today) {
        return today.minusWeeks(weeks).plusDays(1);
    }
}
