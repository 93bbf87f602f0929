package be.belnet.orderdesk.ordering.process;

import static be.belnet.orderdesk.ordering.process.OrderVariables.REQUEST_OUTCOME;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.ordering.RequestReview;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the review that follows a question to the customer wait for the answer; it is due on the opening day after the wait. */
@Component
class ReviewAwaitsAnswer {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final int OPENING_DAYS = 5;

    private final RequestReview review;
    private final Waits waits;
    private final OpeningDays openingDays;
    private final Clock clock;

    ReviewAwaitsAnswer(RequestReview review, Waits waits, OpeningDays openingDays, Clock clock) {
        this.review = review;
        this.waits = waits;
        this.openingDays = openingDays;
        this.clock = clock;
    }

    @EventListener
    void happened(DelegateTask task) {
        if (task.getEventName().equals(TaskListener.EVENTNAME_CREATE)
                && REVIEW.equals(task.getTaskDefinitionKey())
                && RequestReview.ASK.equals(REQUEST_OUTCOME.get(task))) {
            await(task);
        }
    }

    private void await(DelegateTask task) {
        String question = review.asked(task.getExecution().getProcessBusinessKey());
        var until = openingDays.after(BelgianTime.today(clock), OPENING_DAYS);
        task.setDueDate(openingDays.dueIn(OPENING_DAYS + 1));
        waits.beginAtOnce(task, new Wait(Turn.CUSTOMER, until, question));
    }
}
