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

/** Reads times that are agreed on with customers, and keeps time and place of the meeting, which two forms ask for. */
@Component
class MeetingAnswers {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final Clock clock;

    MeetingAnswers(OrderFile orders, BamsOrders bamsOrders, Clock clock) {
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
        if (!answers.has("meetingAt")) {
            throw new AnswersRefusedException("meetingAt", "form.error.meetingTimeMissing");
        }
        LocalDateTime at = upcoming(answers, "meetingAt");
        answers.required("meetingPlace");
        return at;
    }

    /** @throws AnswersRefusedException when the time in a field is past */
    LocalDateTime upcoming(Answers answers, String field) {
        LocalDateTime at = answers.dateTime(field);
        if (at.isBefore(LocalDateTime.now(clock.withZone(BRUSSELS)))) {
            throw new AnswersRefusedException(field, "form.error.dateInPast");
        }
        return at;
    }
}
