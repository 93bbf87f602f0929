package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.CustomerTalks;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.StaffOptions;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager arranges an appointment between the customer and a technical adviser. */
@Component
class ArrangeAdviceForm implements TaskForm {
    private final OrderFile orders;
    private final BamsOrders bamsOrders;
    private final CustomerTalks talks;
    private final MeetingAnswers meeting;
    private final StaffOptions staff;
    private final BamsFacts facts;

    ArrangeAdviceForm(
            OrderFile orders,
            BamsOrders bamsOrders,
            CustomerTalks talks,
            MeetingAnswers meeting,
            StaffOptions staff,
            BamsFacts facts) {
        this.orders = orders;
        this.bamsOrders = bamsOrders;
        this.talks = talks;
        this.meeting = meeting;
        this.staff = staff;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "arrange-advice";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of("adviser", staff.membersOf(StaffGroup.TECHNICAL_ADVISERS));
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        LocalDateTime at = meeting.upcoming(answers, "appointmentAt");
        bamsOrders.planAdvice(context.orderNumber(), at, answers.text("adviser"));
        orders.record(
                context.orderNumber(),
                "adviceArranged",
                Map.of("adviser", answers.text("adviser"), "at", answers.text("appointmentAt")));
        talks.announceAdvice(context.orderNumber());
        return Map.of();
    }
}
