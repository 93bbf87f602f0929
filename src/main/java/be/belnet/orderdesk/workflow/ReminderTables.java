package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Silence;
import java.util.List;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables of reminders, which all have the same inputs. */
@Component
public class ReminderTables {
    private final OrderSteps steps;
    private final DecisionService decisions;

    ReminderTables(OrderSteps steps, @Lazy DecisionService decisions) {
        this.steps = steps;
        this.decisions = decisions;
    }

    /** What the table says: its one output. */
    public String ask(String table, Silence silence) {
        return decisions
                .evaluateDecisionTableByKey(
                        table,
                        Variables.putValue("openingDay", silence.openingDay())
                                .putValue("customersTurn", silence.customersTurn())
                                .putValue("remindedThisWeek", silence.remindedThisWeek())
                                .putValue("openingDaysWaited", silence.openingDaysWaited())
                                .putValue("remindersSent", silence.remindersSent()))
                .getSingleEntry();
    }

    /** The task in which something of the customer is taken in is open, and nobody lets it wait until a day. */
    public boolean awaits(String orderNumber, String task) {
        return steps.open(List.of(orderNumber)).stream()
                .anyMatch(step -> step.activity().equals(task) && step.waiting() == null);
    }
}
