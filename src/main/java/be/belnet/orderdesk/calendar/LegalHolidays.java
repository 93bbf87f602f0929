package be.belnet.orderdesk.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Belgium's ten legal public holidays (law of 4 January 1974, royal decree of 18 April 1974). One that falls in a weekend is
 * not moved: days in its place concern employers alone.
 */
final class LegalHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 21),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    /** Easter Monday, Ascension, Whit Monday. */
    private static final int[] DAYS_AFTER_EASTER = {1, 39, 50};

    private LegalHolidays() {}

    /** Nine only in a year in which two fall together, as in 2008. */
    static Set<LocalDate> of(int year) {
        LocalDate easter = easter(year);
        return Stream.concat(
                        FIXED.stream().map(day -> day.atYear(year)),
                        IntStream.of(DAYS_AFTER_EASTER).mapToObj(easter::plusDays))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isOne(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || of(day.getYear()).contains(day);
    }

    /** Easter Sunday: the first Sunday after the Gregorian calendar's computed full moon of spring. */
    static LocalDate easter(int year) {
        int fullMoon = daysToFullMoon(year);
        LocalDate moon = LocalDate.of(year, 3, 21).plusDays(fullMoon);
        return moon.plusDays(7L - moon.getDayOfWeek().getValue() % 7);
    }

    /** Days from 21 March to the full moon of the church's tables, 0 to 28. */
    private static int daysToFullMoon(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leapDaysLeftOut = century - century / 4;
        int moonCorrection = (8 * century + 13) / 25;
        int days = (19 * golden + leapDaysLeftOut - moonCorrection + 15) % 30;
        boolean tooLate = days == 29 || days == 28 && golden > 10;
        return tooLate ? days - 1 : days;
    }
}
