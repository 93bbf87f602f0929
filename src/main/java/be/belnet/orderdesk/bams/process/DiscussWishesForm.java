package be.belnet.orderdesk.bams.process;

import static be.belnet.orderdesk.bams.process.BamsVariables.MEETING_NEEDED;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager listens to the wishes and proposes a meeting where one helps. */
@Component
class DiscussWishesForm implements TaskForm {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final MeetingAnswers meeting;
    private final BamsFacts facts;

    DiscussWishesForm(OrderFile orders, BamsOrders bamsOrders, MeetingAnswers meeting, BamsFacts facts) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.meeting = meeting;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "discuss-wishes";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        boolean meetingNeeded = answers.flag("meetingNeeded", false);
        if (meetingNeeded) {
            meeting.plan(context.orderNumber(), answers);
        }
        bamsOrders.keepWishes(context.orderNumber(), answers.text("wishes"));
        orders.record(context.orderNumber(), "wishesDiscussed", Map.of());
        return Map.of(MEETING_NEEDED.name(), meetingNeeded);
    }
}
