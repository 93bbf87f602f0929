package be.belnet.orderdesk.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDatesTest {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 1 januari 2027   | vrijdag 1 januari 2027     | vr 1 jan.      | 1 jan. 2027",
                "fr | 1er janvier 2027 | vendredi 1er janvier 2027  | ven. 1er janv. | 1er janv. 2027",
                "en | 1 January 2027   | Friday 1 January 2027      | Fri 1 Jan      | 1 Jan 2027",
                "de | 1. Januar 2027   | Freitag, 1. Januar 2027    | Fr. 1. Jan.    | 01.01.2027"
            })
    void firstOfAMonthIsWrittenAsOneSaysIt(Locale language, String day, String weekday, String brief, String shortDay) {
        assertThat(WrittenDates.day(FIRST, language)).isEqualTo(day);
        assertThat(WrittenDates.weekday(FIRST, language)).isEqualTo(weekday);
        assertThat(WrittenDates.shortWeekday(FIRST, language)).isEqualTo(brief);
        assertThat(WrittenDates.shortDay(FIRST, language)).isEqualTo(shortDay);
    }

    @Test
    void frenchHasOneOrdinalNumberOnly() {
        assertThat(WrittenDates.day(LocalDate.of(2027, 1, 21), Locale.FRENCH)).isEqualTo("21 janvier 2027");
    }

    /** The last minute of a year in London is in the next year in Brussels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 1 januari 2027 00:30    | 1 jan. 2027 00:30    | vrijdag 1 januari 2027 00:30",
                "fr | 1er janvier 2027 00:30  | 1er janv. 2027 00:30 | vendredi 1er janvier 2027 00:30",
                "en | 1 January 2027, 00:30   | 1 Jan 2027, 00:30    | Friday, 1 January 2027, 00:30",
                "de | 1. Januar 2027, 00:30   | 01.01.2027, 00:30    | Freitag, 1. Januar 2027, 00:30"
            })
    void momentsAreThoseOfBrussels(Locale language, String moment, String shortMoment, String appointment) {
        Instant at = Instant.parse("2026-12-31T23:30:00Z");
        assertThat(WrittenDates.moment(at, language)).isEqualTo(moment);
        assertThat(WrittenDates.shortMoment(at, language)).isEqualTo(shortMoment);
        assertThat(WrittenDates.appointment(FIRST.atTime(0, 30), language)).isEqualTo(appointment);
    }
}
