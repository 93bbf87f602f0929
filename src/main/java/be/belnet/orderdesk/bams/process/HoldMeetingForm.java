package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.MEETING_HELD;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager reports on the meeting, or moves it. */
@Component
class HoldMeetingForm implements TaskForm {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final MeetingAnswers meeting;
    private final BamsFacts facts;

    HoldMeetingForm(OrderFile orders, BamsOrders bamsOrders, MeetingAnswers meeting, BamsFacts facts) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.meeting = meeting;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "hold-meeting";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("meetingHeld", true);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        boolean held = answers.flag("meetingHeld", true);
        if (held) {
            bamsOrders.keepMinutes(context.orderNumber(), answers.text("minutes"));
            orders.record(context.orderNumber(), "meetingHeld", Map.of());
        } else {
            meeting.plan(context.orderNumber(), answers);
        }
        return Map.of(MEETING_HELD.name(), held);
    }
}
