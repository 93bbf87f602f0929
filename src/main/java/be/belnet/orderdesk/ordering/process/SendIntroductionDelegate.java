package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderLetters;
import be.belnet.orderdesk.subscription.Subscriptions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Mails customer and account manager that they will hear from each other; the customer's subscription begins. Safe to
 * repeat: the outbox has the mail only if the step is committed.
 */
@Component
class SendIntroductionDelegate implements JavaDelegate {
    private final OrderFile orders;
    private final OrderLetters letters;
    private final Subscriptions subscriptions;

    SendIntroductionDelegate(OrderFile orders, OrderLetters letters, Subscriptions subscriptions) {
        this.orders = orders;
        this.letters = letters;
        this.subscriptions = subscriptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(execution.getProcessBusinessKey());
        subscriptions.open(order.service(), order.acronym(), order.number());
        letters.introduce(order.number());
    }
}
