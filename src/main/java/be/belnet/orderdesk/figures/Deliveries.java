package be.belnet.orderdesk.figures;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.OrderClosed;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures how long completed orders took to deliver, each once. */
@Component
@Transactional
class Deliveries {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final OrderSteps steps;
    private final OpeningDays openingDays;

    Deliveries(JdbcClient jdbc, OrderSteps steps, OpeningDays openingDays) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.openingDays = openingDays;
    }

    @EventListener
    void closed(OrderClosed file) {
        if (file.state() == OrderState.COMPLETED) {
            jdbc.sql("insert into delivery_to_measure (order_number)"
                            + " select number from service_order where number = ? and kind = 'order'")
                    .param(file.number())
                    .update();
        }
    }

    /** Measures some; the caller holds the round. @return how many */
    int measure() {
        List<String> waiting = jdbc.sql("select order_number from delivery_to_measure order by order_number limit ?")
                .param(AT_ONCE)
                .query(String.class)
                .list();
        waiting.forEach(this::measure);
        return waiting.size();
    }

    private void measure(String order) {
        List<Step> delivery = steps.of(order).stream()
                .filter(step -> Phases.isIn(Phase.DELIVERY, step.activity()) && step.leftAt() != null)
                .toList();
        if (!delivery.isEmpty()) {
            keep(
                    order,
                    delivery.stream()
                            .map(Step::enteredAt)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    delivery.stream()
                            .map(Step::leftAt)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }
        jdbc.sql("delete from delivery_to_measure where order_number = ?")
                .param(order)
                .update();
    }

    private void keep(String order, Instant begun, Instant ended) {
        jdbc.sql("insert into order_delivery (order_number, service, delivered_on, opening_minutes)"
                        + " select number, service, ?, ? from service_order where number = ?")
                .params(
                        ended.atZone(BRUSSELS).toLocalDate(),
                        openingDays.elapsed(begun, ended).toMinutes(),
                        order)
                .update();
    }
}
