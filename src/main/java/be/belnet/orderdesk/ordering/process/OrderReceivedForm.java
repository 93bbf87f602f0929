package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.ordering.OrderedService;
import be.belnet.orderdesk.ordering.OrderedServices;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the order file, of the service whose process is started. A form sent twice opens one order. */
@Component
class OrderReceivedForm implements StartForm {
    private final SentOnce once;
    private final OrderFile orders;
    private final OrderedServices services;
    private final CustomerRegister customers;

    OrderReceivedForm(SentOnce once, OrderFile orders, OrderedServices services, CustomerRegister customers) {
        this.once = once;
        this.orders = orders;
        this.services = services;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "order-received";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("contactLanguage", context.locale().getLanguage());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        OrderedService service = services.ofProcess(context.process());
        Order order = once.open(answers, token -> orders.open(request(service, answers, token)));
        service.open(order.number());
        return Map.of(ORDER_NUMBER, order.number());
    }

    private NewOrder request(OrderedService service, Answers answers, String token) {
        return new NewOrder(
                service.service(),
                "order",
                acronym(answers.text("acronym")),
                answers.text("request"),
                new Requester(
                        answers.text("contactName"),
                        answers.text("contactEmail"),
                        answers.text("contactPhone"),
                        answers.text("contactLanguage")),
                answers.text("ticketReference"),
                answers.text("customerReference"),
                token);
    }

    /** The acronym in use where the customer gave a former one. */
    private String acronym(String given) {
        return given == null
                ? null
                : customers.find(given).map(Organisation::acronym).orElse(given);
    }
}
