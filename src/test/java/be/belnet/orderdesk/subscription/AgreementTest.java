package be.belnet.orderdesk.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    /** Contract start and F of notice-periods, section 5. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2027-01-01",
        "2026-03-01, 2027-03-01",
        "2026-11-15, 2027-11-15",
        "2026-12-31, 2027-12-31",
        "2025-06-15, 2026-06-15",
        "2027-02-28, 2028-02-28",
        "2028-02-29, 2029-03-01"
    })
    void firstYearIsOverOnTheSameDayAYearLater(LocalDate start, LocalDate over) {
        assertThat(from(start).firstYearOverOn()).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-01, 2026-03-01",
        "2026-03-01, 2027-02-28, 2026-03-01",
        "2026-03-01, 2027-03-01, 2027-03-01",
        "2026-03-01, 2031-12-31, 2031-03-01",
        "2028-02-29, 2029-02-28, 2028-02-29",
        "2028-02-29, 2029-03-01, 2029-03-01",
        "2028-02-29, 2032-02-29, 2032-02-29",
        "2028-02-29, 2032-02-28, 2031-03-01"
    })
    void contractRunsOnFromYearToYear(LocalDate start, LocalDate day, LocalDate began) {
        assertThat(from(start).contractYear(day)).isEqualTo(began);
    }

    @Test
    void eachDayFallsIntoTheYearThatBeganLast() {
        LocalDate start = LocalDate.of(2028, 2, 29);
        start.datesUntil(start.plusYears(10))
                .forEach(day -> assertThat(from(start).contractYear(day))
                        .as(day.toString())
                        .isBeforeOrEqualTo(day)
                        .isAfter(day.minusDays(367)));
    }

    private static Agreement from(LocalDate start) {
        return new Agreement("C-1", start, "DCS-2026");
    }
}
