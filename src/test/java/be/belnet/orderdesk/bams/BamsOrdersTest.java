package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class BamsOrdersTest {
    private final TimeZone zone = TimeZone.getDefault();

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    OrderFile orders;

    private String order;

    @BeforeEach
    void openOrder() {
        var requester = new Requester("Contact", "c@a.example", null, "en");
        order = orders.open(new NewOrder("BAMS", "order", null, null, requester, null, null, null))
                .number();
        bamsOrders.open(order);
    }

    @AfterEach
    void backToTheZoneOfTheMachine() {
        TimeZone.setDefault(zone);
    }

    /** On that night New York has no half past two. */
    @Test
    void appointmentsAreInBrusselsWhereverTheServerStands() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        var at = LocalDateTime.of(2027, 3, 14, 2, 30);
        bamsOrders.planMeeting(order, at, "Brussels");
        bamsOrders.planAdvice(order, at, "adviser1");
        assertThat(bamsOrders.get(order).meetingAt()).isEqualTo(at);
        assertThat(bamsOrders.get(order).appointmentAt()).isEqualTo(at);
    }
}
