package be.belnet.orderdesk.calendar;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.VisibleToModels;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The days on which Belnet works: Monday to Friday without Belgium's public holidays. Not the law's working days. */
@VisibleToModels
@Component("openingDays")
public class OpeningDays {
    private static final LocalTime START_OF_BUSINESS = LocalTime.of(9, 0);
    private static final LocalTime END_OF_BUSINESS = LocalTime.of(17, 0);

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("be"));
    private final Clock clock;

    OpeningDays(Clock clock) {
        this.clock = clock;
    }

    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY);
    }

    /**
     * The n-th opening day after a day; with 0 the day itself, or the next opening day where it is none.
     *
     * @throws IllegalArgumentException when {@code days} is negative
     */
    public LocalDate after(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Opening days are counted forward only");
        }
        return days == 0
                ? openFrom(from).findFirst().orElseThrow()
                : openFrom(from.plusDays(1)).skip(days - 1L).findFirst().orElseThrow();
    }

    /** Opening days after {@code from}, up to and including {@code to}; negative when {@code to} comes first. */
    public int between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -between(to, from)
                : (int) from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isOpen)
                        .count();
    }

    /** Time from one moment to a later one, as far as it fell on opening days of Brussels; zero when there is none. */
    public Duration elapsed(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(BRUSSELS);
        ZonedDateTime end = to.atZone(BRUSSELS);
        return end.isBefore(start)
                ? Duration.ZERO
                : start.toLocalDate()
                        .datesUntil(end.toLocalDate().plusDays(1))
                        .filter(this::isOpen)
                        .map(day -> within(day, start, end))
                        .reduce(Duration.ZERO, Duration::plus);
    }

    /** End of business in Brussels on the n-th opening day from now; models name it for due dates. */
    public Date dueIn(int days) {
        return endOfBusiness(after(BelgianTime.today(clock), days));
    }

    /** End of business in Brussels on the n-th opening day before today; lists of tasks name it for what is long overdue. */
    public Date daysAgo(int days) {
        return endOfBusiness(Stream.iterate(BelgianTime.today(clock).minusDays(1), day -> day.minusDays(1))
                .filter(this::isOpen)
                .skip(days - 1L)
                .findFirst()
                .orElseThrow());
    }

    /** Start of business in Brussels on the n-th opening day from now; models name it for timers. */
    public Date morningIn(int days) {
        return at(after(BelgianTime.today(clock), days), START_OF_BUSINESS);
    }

    /** When a due date of this day is over in Brussels. */
    public Date endOfBusiness(LocalDate day) {
        return at(day, END_OF_BUSINESS);
    }

    /** Every calendar day at the start of business in Brussels, from tomorrow on, as the engine writes a cycle. */
    public String everyMorning() {
        return "R/%s/P1D"
                .formatted(BelgianTime.today(clock)
                        .plusDays(1)
                        .atTime(START_OF_BUSINESS)
                        .atZone(BRUSSELS)
                        .toOffsetDateTime());
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(BRUSSELS).toInstant());
    }

    private static Duration within(LocalDate day, ZonedDateTime start, ZonedDateTime end) {
        ZonedDateTime midnight = day.atStartOfDay(BRUSSELS);
        ZonedDateTime nextMidnight = day.plusDays(1).atStartOfDay(BRUSSELS);
        return Duration.between(
                start.isAfter(midnight) ? start : midnight, end.isBefore(nextMidnight) ? end : nextMidnight);
    }

    private Stream<LocalDate> openFrom(LocalDate first) {
        return Stream.iterate(first, day -> day.plusDays(1)).filter(this::isOpen);
    }
}
