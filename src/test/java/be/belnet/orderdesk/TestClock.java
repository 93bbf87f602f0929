package be.belnet.orderdesk;

import be.belnet.orderdesk.calendar.OpeningDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's clock, which a test may put forward; it puts it back when it is done. The engine's own stays. */
@Primary
@TestComponent
public class TestClock extends Clock {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** How long a thing at a partner is left alone after a change whose outcome is not known. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final ObjectProvider<OpeningDays> openingDays;
    private final ObjectProvider<JdbcClient> database;
    private volatile Duration ahead = Duration.ZERO;

    TestClock(ObjectProvider<OpeningDays> openingDays, ObjectProvider<JdbcClient> database) {
        this.openingDays = openingDays;
        this.database = database;
    }

    /** To the n-th opening day from today, at this time of day. */
    public void toOpeningDay(int days) {
        to(openingDays.getObject().after(today(), days));
    }

    /** To the next day on which Belnet is closed. */
    public void toClosingDay() {
        to(today().datesUntil(today().plusWeeks(1))
                .filter(day -> !openingDays.getObject().isOpen(day))
                .findFirst()
                .orElseThrow());
    }

    /** May lie in the past. */
    public void to(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** Leases of things at partners, which run by the database's clock, end where they would. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
        if (by.compareTo(LEASE) > 0) {
            database.getObject().sql("delete from partner_lease").update();
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), BRUSSELS);
    }

    public void putBack() {
        ahead = Duration.ZERO;
    }

    private void to(LocalDate day) {
        ahead = ahead.plus(Duration.ofDays(day.toEpochDay() - today().toEpochDay()));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : Clock.offset(Clock.system(zone), ahead);
    }
}
