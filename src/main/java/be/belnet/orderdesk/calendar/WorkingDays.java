package be.belnet.orderdesk.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The law's working days, by which notices are counted: all days but legal holidays, Saturdays and Sundays (Civil Code,
 * art. 1.7 § 3). When Belnet is at work is for {@link OpeningDays} to say.
 *
 * @param saturday whether Saturdays count
 * @param closed days of each year that do not count besides
 */
public record WorkingDays(boolean saturday, Set<MonthDay> closed) {
    public WorkingDays {
        closed = Set.copyOf(closed);
    }

    public boolean counts(LocalDate day) {
        return !isWeekend(day.getDayOfWeek()) && !closed.contains(MonthDay.from(day)) && !LegalHolidays.isOne(day);
    }

    /**
     * The n-th working day after a day, which is not counted itself.
     *
     * @throws IllegalArgumentException when {@code days} is less than 1
     */
    public LocalDate after(LocalDate day, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days are counted from the next one on");
        }
        return day.plusDays(1)
                .datesUntil(LocalDate.MAX)
                .filter(this::counts)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The last day after which n working days pass by the end of another. */
    public LocalDate lastBefore(LocalDate end, int days) {
        LocalDate first = end;
        int missing = days;
        while (missing > 0) {
            missing -= counts(first) ? 1 : 0;
            first = first.minusDays(1);
        }
        return first;
    }

    private boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SUNDAY || day == DayOfWeek.SATURDAY && !saturday;
    }
}
