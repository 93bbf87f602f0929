package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What went wrong with an order at a partner, as forms tell it. */
@Component
public class Troubles {
    private final OrderFile orders;
    private final MessageSource messages;

    Troubles(OrderFile orders, MessageSource messages) {
        this.orders = orders;
        this.messages = messages;
    }

    /**
     * The partner's words of the latest trouble, or ours where it said nothing; empty when there was none.
     *
     * @param kinds of events that tell of such troubles
     */
    public Optional<String> latest(FormContext context, String... kinds) {
        return event(context.orderNumber(), kinds).map(event -> words(event, context));
    }

    /** The event that tells of the latest trouble of these kinds. */
    public Optional<OrderEvent> event(String orderNumber, String... kinds) {
        return orders.latest(orderNumber, kinds);
    }

    private String words(OrderEvent event, FormContext context) {
        String reason = event.facts().get("reason");
        return reason != null
                ? reason
                : messages.getMessage("trouble." + event.kind(), null, event.kind(), context.locale());
    }
}
