package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderMails;
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
    private final OrderMails mails;
    private final Subscriptions subscriptions;

    SendIntroductionDelegate(OrderFile orders, OrderMails mails, Subscriptions subscriptions) {
        this.orders = orders;
        this.mails = mails;
        this.subscriptions = subscriptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Order order = orders.get(execution.getProcessBusinessKey());
        subscriptions.open(order.service(), order.acronym(), order.number());
        mails.introduce(order.number());
    }
}
