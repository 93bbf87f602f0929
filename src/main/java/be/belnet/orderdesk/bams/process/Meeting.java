package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads and keeps the time and place of the meeting, which two forms ask for. */
@Component
class Meeting {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final Clock clock;

    Meeting(OrderFile orders, BamsOrders bamsOrders, Clock clock) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.clock = clock;
    }

    /** @throws AnswersRefusedException when time or place is missing, or the time is past */
    void plan(String orderNumber, Answers answers) {
        LocalDateTime at = time(answers);
        bamsOrders.planMeeting(orderNumber, at, answers.text("meetingPlace"));
        orders.record(orderNumber, "meetingPlanned", Map.of("at", at.toString()));
    }

    /** @throws AnswersRefusedException as {@link #plan} */
    LocalDateTime time(Answers answers) {
        LocalDateTime at = answers.dateTime("meetingAt");
        if (at == null) {
            throw new AnswersRefusedException("meetingAt", "form.error.meetingTimeMissing");
        }
        if (at.isBefore(LocalDateTime.now(clock.withZone(BRUSSELS)))) {
            throw new AnswersRefusedException("meetingAt", "form.error.dateInPast");
        }
        answers.required("meetingPlace");
        return at;
    }
}
