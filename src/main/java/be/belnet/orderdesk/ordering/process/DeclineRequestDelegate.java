package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.RequestReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the customer what becomes of its request, and why. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class DeclineRequestDelegate implements JavaDelegate {
    private final RequestReview review;

    DeclineRequestDelegate(RequestReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.decline(execution.getProcessBusinessKey());
    }
}
