package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.termination.ServiceEnd;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A manager decides whether the service ends on another day than the customer was told. The customer is told, and the timer
 * moved, in the same transaction: completing the task takes the file back to where it waits.
 */
@Component
class DecideOnNewDateForm implements TaskForm {
    private static final String ENDS_ON = "newEndsOn";

    private final ServiceEnd end;
    private final Terminations terminations;
    private final FourEyes fourEyes;
    private final NoticeFormFacts facts;
    private final EndDates days;
    private final OrderFile orders;

    DecideOnNewDateForm(
            ServiceEnd end,
            Terminations terminations,
            FourEyes fourEyes,
            NoticeFormFacts facts,
            EndDates days,
            OrderFile orders) {
        this.end = end;
        this.terminations = terminations;
        this.fourEyes = fourEyes;
        this.facts = facts;
        this.days = days;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "decide-on-new-date";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put(
                "askedBecause",
                orders.latest(context.orderNumber(), "newEndAsked")
                        .map(event -> event.facts().get("reason"))
                        .orElse(OrderFacts.UNKNOWN));
        return known;
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Optional.ofNullable(terminations.get(context.orderNumber()).askedEndsOn())
                .<Map<String, Object>>map(day -> Map.of(ENDS_ON, day.toString()))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        fourEyes.check(context);
        String reason = answers.reason();
        if (answers.text("newDateDecision").equals("move")) {
            end.move(context.orderNumber(), days.ahead(ENDS_ON, answers.date(ENDS_ON)), reason);
        } else {
            end.leaveWhereItIs(context.orderNumber(), reason);
        }
        return Map.of();
    }
}
