package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.support.SupportRequest;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms say about the question they belong to; a dash stands for what is not known. */
@Component
class SupportFacts {
    private final OrderFacts order;
    private final SupportRequests requests;
    private final MessageSource messages;

    SupportFacts(OrderFacts order, SupportRequests requests, MessageSource messages) {
        this.order = order;
        this.requests = requests;
        this.messages = messages;
    }

    Map<String, String> of(FormContext context) {
        SupportRequest request = requests.get(context.orderNumber());
        Map<String, String> facts = new HashMap<>(order.of(context));
        String topic = "support.topic." + request.topic().code();
        facts.put("topic", messages.getMessage(topic, null, topic, context.locale()));
        facts.put("certificateOrder", OrderFacts.known(request.certificateOrder()));
        facts.put("note", requests.note(context.orderNumber()).orElse(OrderFacts.UNKNOWN));
        return facts;
    }
}
