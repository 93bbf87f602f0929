package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.RequestReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the reviewer's question to the customer. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class AskCustomerDelegate implements JavaDelegate {
    private final RequestReview review;

    AskCustomerDelegate(RequestReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.askCustomer(execution.getProcessBusinessKey());
    }
}
