package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** F7, dates: what is due on a day comes on that day in Brussels, once, whatever the clocks do on it. */
@ProcessTest
class OddDaysTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String REVIEW = "userTask_reviewRequest";
    private static final int TIMERS = 10;

    @Autowired
    Desk desk;

    @Autowired
    Waits waits;

    @Autowired
    WaitRounds rounds;

    @Autowired
    OrderFile orders;

    @Autowired
    OpeningDays openingDays;

    @Autowired
    TestClock clock;

    @AfterEach
    void putClockBack() {
        clock.putBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "2027-01-01", "2027-03-28", "2027-10-31", "2028-02-29"})
    void waitsEndOnTheirDayAndNotASecondEarlier(LocalDate day) throws Exception {
        List<String> waiting =
                IntStream.range(0, TIMERS).mapToObj(number -> waitingOrder(day)).toList();
        clock.to(midnight(day).minusSeconds(2));
        rounds.look();
        assertThat(waiting).allMatch(order -> ended(order) == 0);

        clock.to(midnight(day));
        assertThat(AtOnce.run(6, rounds::look)).isEmpty();
        clock.forward(Duration.ofDays(1));
        rounds.look();
        assertThat(waiting).allMatch(order -> ended(order) == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T22:59:00Z, 2027-01-01T09:00+01:00",
        "2026-12-31T23:01:00Z, 2027-01-02T09:00+01:00",
        "2027-03-27T22:59:00Z, 2027-03-28T09:00+02:00",
        "2027-10-30T21:59:00Z, 2027-10-31T09:00+01:00",
        "2028-02-28T12:00:00Z, 2028-02-29T09:00+01:00",
        "2028-02-29T12:00:00Z, 2028-03-01T09:00+01:00"
    })
    void remindersBeginOnTheMorningAfter(Instant now, OffsetDateTime morning) {
        clock.to(now);
        assertThat(openingDays.everyMorning()).isEqualTo("R/%s/P1D".formatted(morning));
    }

    @ParameterizedTest
    @CsvSource({
        "R/2027-03-27T09:00+01:00/P1D, 2027-03-27T08:30:00Z, 2027-03-28T09:00+02:00",
        "R/2027-10-30T09:00+02:00/P1D, 2027-10-30T07:30:00Z, 2027-10-31T09:00+01:00",
        "R/2028-02-28T09:00+01:00/P1D, 2028-02-28T08:30:00Z, 2028-02-29T09:00+01:00"
    })
    void remindersComeAtNineInTheMorningBeforeAndAfterClocksChange(String cycle, Instant now, OffsetDateTime next)
            throws Exception {
        assertThat(new DurationHelper(cycle, Date.from(now)).getDateAfter(Date.from(now)))
                .isEqualTo(Date.from(next.toInstant()));
    }

    @Test
    void warningOnDayFourSkipsTheTurnOfTheYear() {
        clock.to(Instant.parse("2026-12-29T12:00:00Z"));
        assertThat(openingDays.morningIn(4)).isEqualTo(Date.from(Instant.parse("2027-01-05T08:00:00Z")));
    }

    private String waitingOrder(LocalDate day) {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        waits.begin(desk.task(order, REVIEW).getId(), new Wait(Turn.CUSTOMER, day, "On leave"));
        return order;
    }

    private long ended(String order) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals("waitEnded"))
                .count();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BRUSSELS).toInstant();
    }
}
