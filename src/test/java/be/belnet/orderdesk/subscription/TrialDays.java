package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/** Lets the days come on which the end of a trial is spoken of. */
@TestComponent
public class TrialDays {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final TrialRounds rounds;
    private final TrialReminders days;
    private final Subscriptions subscriptions;
    private final Correspondence correspondence;
    private final TestClock clock;

    TrialDays(
            TrialRounds rounds,
            TrialReminders days,
            Subscriptions subscriptions,
            Correspondence correspondence,
            TestClock clock) {
        this.rounds = rounds;
        this.days = days;
        this.subscriptions = subscriptions;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /** All of them, one after the other; then it is today again. */
    public void pass(String orderNumber) {
        LocalDate end = subscriptions.ofOrder(orderNumber).orElseThrow().trialEndsOn();
        List.of(days.earlyOn(end), days.lastSafeDay(end), end.plusDays(1)).forEach(day -> {
            come(day, 10);
            awaitMails(orderNumber);
        });
        clock.putBack();
    }

    /** A mail that has not left when its day is over would wait until the day comes again. */
    private void awaitMails(String orderNumber) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> correspondence.of(orderNumber).stream()
                .allMatch(mail -> mail.sentAt() != null));
    }

    void come(LocalDate day, int hour) {
        clock.to(day.atTime(LocalTime.of(hour, 0)).atZone(BRUSSELS).toInstant());
        rounds.look();
    }
}
