package be.belnet.orderdesk.termination;

import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days of each year as a file keeps them, such as {@code 11-02,11-15}. */
final class StoredDays {
    private static final String YEARLESS = "--";

    private StoredDays() {}

    static String write(Set<MonthDay> days) {
        return days.stream()
                .sorted()
                .map(day -> day.toString().substring(YEARLESS.length()))
                .collect(Collectors.joining(","));
    }

    static Set<MonthDay> read(String days) {
        return days.isEmpty()
                ? Set.of()
                : Stream.of(days.split(","))
                        .map(day -> MonthDay.parse(YEARLESS + day))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
