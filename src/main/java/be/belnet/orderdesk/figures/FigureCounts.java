package be.belnet.orderdesk.figures;

import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the first page shows, in one transaction: readers see the former count or the new one. */
@Component
@Transactional
class FigureCounts {
    /** Where each open order stands: at the step of the side that has to act first, the oldest of these. */
    private static final String STANDING = "with standing as (select order_number, activity, turn,"
            + " row_number() over (partition by order_number"
            + " order by case turn when 'belnet' then 0 when 'customer' then 1 else 2 end, id) as place,"
            + " max(case when waits_until is null and activity not in (:patient)"
            + " and entered_at < case turn when 'belnet' then cast(:belnet as timestamp with time zone)"
            + " when 'customer' then cast(:customer as timestamp with time zone)"
            + " else cast(:supplier as timestamp with time zone) end"
            + " then 1 else 0 end) over (partition by order_number) as stuck"
            + " from order_step where left_at is null),"
            + " failed as (select order_number, min(activity) as activity from failed_step group by order_number)"
            + " select o.service, o.kind, coalesce(s.activity, f.activity) as activity, coalesce(s.turn, 'belnet') as turn,"
            + " count(*) as orders, sum(case when f.order_number is not null or s.stuck = 1 then 1 else 0 end) as stuck"
            + " from service_order o left join standing s on s.order_number = o.number and s.place = 1"
            + " left join failed f on f.order_number = o.number where o.state in ('open', 'cancelling')"
            + " group by o.service, o.kind, coalesce(s.activity, f.activity), coalesce(s.turn, 'belnet')";

    private static final String DELIVERIES =
            "insert into figure_delivery (service, period, deliveries, median_minutes, ninth_minutes, in_time)"
                    + " select service, ?, count(*),"
                    + " percentile_disc(0.5) within group (order by opening_minutes),"
                    + " percentile_disc(0.9) within group (order by opening_minutes),"
                    + " sum(case when opening_minutes <= ? then 1 else 0 end)"
                    + " from order_delivery where delivered_on between ? and ? group by service";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Patience patience;
    private final Clock clock;

    FigureCounts(JdbcClient jdbc, Deliveries deliveries, Patience patience, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Counts anew, unless that was done a moment ago.
     *
     * @param moment so young the last count may be, of this node or another one
     * @return false when nothing was to be done
     */
    boolean count(Duration moment) {
        Instant last = hold();
        if (last != null && last.plus(moment).isAfter(now())) {
            return false;
        }
        countStandings();
        countDeliveries();
        jdbc.sql("update figure_round set counted_at = ?")
                .param(Timestamp.from(now()))
                .update();
        return true;
    }

    /** Measures some of the orders that were completed. @return whether some are left */
    boolean measure() {
        hold();
        return deliveries.measure() > 0;
    }

    /** No other node counts until the transaction ends. @return when it was done last; null before the first time */
    private Instant hold() {
        return jdbc.sql("select counted_at from figure_round for update")
                .query((row, index) -> new Last(row.getTimestamp("counted_at")))
                .single()
                .moment();
    }

    private record Last(Timestamp at) {
        Instant moment() {
            return at == null ? null : at.toInstant();
        }
    }

    private void countStandings() {
        Map<Standing, List<Standing>> alike = jdbc
                .sql(STANDING)
                .param("patient", Phases.PATIENT)
                .param("belnet", patience.endsFor(Turn.BELNET))
                .param("customer", patience.endsFor(Turn.CUSTOMER))
                .param("supplier", patience.endsFor(Turn.SUPPLIER))
                .query((row, index) -> new Standing(
                        row.getString("service"),
                        row.getString("kind"),
                        Phases.of(row.getString("activity")),
                        Turn.of(row.getString("turn")),
                        row.getInt("orders"),
                        row.getInt("stuck")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(one -> sum(one, List.of())));
        jdbc.sql("delete from figure_standing").update();
        alike.forEach((place, all) -> keep(sum(place, all)));
    }

    private static Standing sum(Standing place, List<Standing> all) {
        return new Standing(
                place.service(),
                place.kind(),
                place.phase(),
                place.turn(),
                all.stream().mapToInt(Standing::orders).sum(),
                all.stream().mapToInt(Standing::stuck).sum());
    }

    private void keep(Standing sum) {
        jdbc.sql("insert into figure_standing (service, kind, phase, turn, orders, stuck) values (?, ?, ?, ?, ?, ?)")
                .params(
                        sum.service(),
                        sum.kind(),
                        sum.phase().code(),
                        sum.turn().code(),
                        sum.orders(),
                        sum.stuck())
                .update();
    }

    private void countDeliveries() {
        LocalDate today = BelgianTime.today(clock);
        jdbc.sql("delete from figure_delivery").update();
        for (Period period : Period.values()) {
            jdbc.sql(DELIVERIES)
                    .params(period.code(), Duration.ofDays(Delivery.WEEK).toMinutes(), period.until(today), today)
                    .update();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
