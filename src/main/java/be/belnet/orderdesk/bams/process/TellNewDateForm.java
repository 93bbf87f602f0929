package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.DeliveryPromise;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager tells the customer when its appliance comes, since it will be later than promised. */
@Component
class TellNewDateForm implements TaskForm {
    private static final int USUAL_DELAY = 5;

    private final BamsOrders bamsOrders;
    private final DeliveryPromise promise;
    private final DeliveryDueDate dueDate;
    private final OpeningDays openingDays;
    private final BamsFacts facts;
    private final Clock clock;

    TellNewDateForm(
            BamsOrders bamsOrders,
            DeliveryPromise promise,
            DeliveryDueDate dueDate,
            OpeningDays openingDays,
            BamsFacts facts,
            Clock clock) {
        this.bamsOrders = bamsOrders;
        this.promise = promise;
        this.dueDate = dueDate;
        this.openingDays = openingDays;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-new-date";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put(
                "promisedOn",
                WrittenDates.weekday(bamsOrders.get(context.orderNumber()).promisedOn(), context.locale()));
        return known;
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        LocalDate promised = bamsOrders.get(context.orderNumber()).promisedOn();
        return Map.of("newDate", openingDays.after(promised, USUAL_DELAY).toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        LocalDate day = answers.dateFrom("newDate", BelgianTime.today(clock));
        if (!openingDays.isOpen(day)) {
            throw new AnswersRefusedException("newDate", "form.error.closingDay");
        }
        promise.change(context.orderNumber(), day, answers.text("reason"));
        dueDate.keepUp(context.orderNumber());
        return Map.of();
    }
}
