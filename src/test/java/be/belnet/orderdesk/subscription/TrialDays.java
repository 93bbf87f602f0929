package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestComponent;

/** Lets the days come on which the end of a trial is spoken of. */
@TestComponent
public class TrialDays {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final TrialRounds rounds;
    private final TrialReminders days;
    private final Subscriptions subscriptions;
    private final TestClock clock;

    TrialDays(TrialRounds rounds, TrialReminders days, Subscriptions subscriptions, TestClock clock) {
        this.rounds = rounds;
        this.days = days;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** All of them, one after the other; then it is today again. */
    public void pass(String orderNumber) {
        LocalDate end = subscriptions.ofOrder(orderNumber).orElseThrow().trialEndsOn();
        come(days.earlyOn(end), 10);
        come(days.lastSafeDay(end), 10);
        come(end.plusDays(1), 10);
        clock.putBack();
    }

    void come(LocalDate day, int hour) {
        clock.to(day.atTime(LocalTime.of(hour, 0)).atZone(BRUSSELS).toInstant());
        rounds.look();
    }
}
