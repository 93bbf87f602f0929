package be.belnet.orderdesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 30);

    private final WorkingDays days = new WorkingDays(false, Set.of());

    @Test
    void equalAnIndependentCalendarOnEachDayFrom1975To2199() {
        var holidays = HolidayManager.getInstance(ManagerParameters.create("be"));
        assertThat(LocalDate.of(1975, 1, 1).datesUntil(LocalDate.of(2200, 1, 1)))
                .filteredOn(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .allSatisfy(day -> assertThat(days.counts(day))
                        .as("%s", day)
                        .isNotEqualTo(holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY)));
    }

    @Test
    void twoHolidaysOnOneDayAreOne() {
        assertThat(LegalHolidays.of(2008)).hasSize(9).contains(LocalDate.of(2008, 5, 1));
        assertThat(LegalHolidays.of(2026)).hasSize(10);
    }

    @Test
    void easterIsNeverBefore22MarchNorAfter25April() {
        assertThat(LegalHolidays.easter(1818)).isEqualTo(LocalDate.of(1818, 3, 22));
        assertThat(LegalHolidays.easter(1943)).isEqualTo(LocalDate.of(1943, 4, 25));
        assertThat(LegalHolidays.easter(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
    }

    @Test
    void customsThatAreNoLawCount() {
        assertThat(days.counts(LocalDate.of(2026, 11, 2))).isTrue();
        assertThat(days.counts(LocalDate.of(2027, 11, 15))).isTrue();
        assertThat(days.counts(LocalDate.of(2026, 12, 31))).isTrue();
    }

    @Test
    void closingDaysOfOnesOwnDoNot() {
        var closed = new WorkingDays(false, Set.of(MonthDay.of(11, 2)));
        assertThat(closed.after(FRIDAY, 1)).isEqualTo("2026-11-03");
        assertThat(days.after(FRIDAY, 1)).isEqualTo("2026-11-02");
    }

    @Test
    void saturdaysCountWhereTheyAreToldTo() {
        assertThat(new WorkingDays(true, Set.of()).after(FRIDAY, 1)).isEqualTo("2026-10-31");
    }

    @Test
    void lastDayBeforeIsTheLastFromWhichThereAreEnough() {
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).forEach(end -> {
            LocalDate last = days.lastBefore(end, 5);
            assertThat(days.after(last, 5)).isBeforeOrEqualTo(end);
            assertThat(days.after(last.plusDays(1), 5)).isAfter(end);
        });
    }

    @Test
    void nothingIsCountedBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> days.after(FRIDAY, 0));
    }
}
