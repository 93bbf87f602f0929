package be.belnet.orderdesk.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.calendar.AnyDay;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.notice.Rules;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialRemindersTest {
    private final OpeningDays openingDays = AnyDay.openingDays();
    private final TrialReminders days = new TrialReminders(
            Rules.ofTheSettings(), new SubscriptionProperties(null, 9, 10, SubscriptionProperties.AfterTrial.CONTRACT));

    /** Rows 75 to 81 of notice-periods. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-10, 2026-04-02",
        "2026-05-15, 2026-05-07",
        "2026-05-29, 2026-05-21",
        "2026-07-24, 2026-07-16",
        "2026-11-13, 2026-11-05",
        "2026-12-31, 2026-12-23",
        "2027-01-04, 2026-12-27"
    })
    void lastSafeDayLeavesFiveWorkingDays(LocalDate trialEndsOn, LocalDate lastSafeDay) {
        assertThat(days.lastSafeDay(trialEndsOn)).isEqualTo(lastSafeDay);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2026-12-16", "2027-01-04, 2026-12-17", "2026-11-29, 2026-11-13", "2026-04-10, 2026-03-26"})
    void remindersComeTenWorkingDaysBefore(LocalDate trialEndsOn, LocalDate reminder) {
        assertThat(days.earlyOn(trialEndsOn)).isEqualTo(reminder);
    }

    @Test
    void theDaysHoldForEachEndOfATrial() {
        LocalDate first = LocalDate.of(2020, 1, 1);
        first.datesUntil(LocalDate.of(2041, 1, 1)).forEach(end -> {
            LocalDate lastSafeDay = days.lastSafeDay(end);
            assertThat(openingDays.after(lastSafeDay, 5)).as(end.toString()).isBeforeOrEqualTo(end);
            assertThat(openingDays.after(lastSafeDay.plusDays(1), 5))
                    .as(end.toString())
                    .isAfter(end);
            LocalDate early = days.earlyOn(end);
            assertThat(early).as(end.toString()).isBefore(lastSafeDay);
            assertThat(openingDays.isOpen(early)).as(end.toString()).isTrue();
            assertThat(openingDays.between(early, end)).as(end.toString()).isBetween(10, 11);
        });
    }
}
