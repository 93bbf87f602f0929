package be.belnet.orderdesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningDaysTest {
    private final OpeningDays days = at("2026-11-20T09:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-07-21",
                "2025-08-15",
                "2027-11-01",
                "2026-11-11",
                "2026-12-25"
            })
    void publicHolidaysAreClosed(LocalDate holiday) {
        assertThat(days.isOpen(holiday)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-11-19", "2, 2026-11-18", "5, 2026-11-13"}) // 20 November is a Friday
    void countsBackToTheEndOfAnOpeningDay(int count, LocalDate expected) {
        assertThat(days.daysAgo(count)).isEqualTo(days.endOfBusiness(expected));
    }

    @Test
    void weekendsAreClosed() {
        assertThat(days.isOpen(LocalDate.parse("2026-11-21"))).isFalse();
        assertThat(days.isOpen(LocalDate.parse("2026-11-22"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-02", "2027-11-15", "2026-12-31", "2025-07-11", "2026-12-24", "2026-04-03"})
    void observancesEvesAndFeastsOfOneCommunityAreOrdinaryDays(LocalDate day) {
        assertThat(days.isOpen(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 1, 2026-11-23", // over a weekend
        "2026-07-20, 1, 2026-07-22", // over 21 July
        "2026-04-03, 1, 2026-04-07", // over Easter Monday
        "2026-12-24, 1, 2026-12-28", // over Christmas and the weekend behind it
        "2026-12-31, 1, 2027-01-04", // over the New Year
        "2026-11-20, 0, 2026-11-20",
        "2026-11-21, 0, 2026-11-23",
        "2026-11-21, 1, 2026-11-23",
        "2026-07-17, 4, 2026-07-24"
    })
    void countsOpeningDaysOnly(LocalDate from, int count, LocalDate expected) {
        assertThat(days.after(from, count)).isEqualTo(expected);
    }

    @Test
    void countingBackIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> days.after(LocalDate.parse("2026-11-20"), -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 260})
    void betweenUndoesAfter(int count) {
        LocalDate from = LocalDate.parse("2026-12-22");

        assertThat(days.between(from, days.after(from, count))).isEqualTo(count);
        assertThat(days.between(days.after(from, count), from)).isEqualTo(-count);
    }

    @Test
    void nothingLiesBetweenADayAndItself() {
        assertThat(days.between(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-20")))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 1, 2026-11-23T16:00:00Z", // winter: 17:00 is 16:00 UTC
        "2026-07-20T09:00:00Z, 1, 2026-07-22T15:00:00Z", // summer: 15:00 UTC
        "2026-03-27T09:00:00Z, 1, 2026-03-30T15:00:00Z", // clocks go forward on 29 March
        "2026-10-23T09:00:00Z, 1, 2026-10-26T16:00:00Z", // clocks go back on 25 October
        "2026-11-18T23:30:00Z, 1, 2026-11-20T16:00:00Z" // already the 19th in Brussels
    })
    void dueAtTheEndOfBusinessInBrussels(Instant now, int count, Instant due) {
        assertThat(at(now.toString()).dueIn(count)).isEqualTo(due);
    }

    private static OpeningDays at(String now) {
        return new OpeningDays(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
