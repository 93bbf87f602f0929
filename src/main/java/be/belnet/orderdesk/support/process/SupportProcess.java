package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.RequestsAsQuestions;
import be.belnet.orderdesk.support.SupportQuestion;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.support.SupportStarts;
import be.belnet.orderdesk.support.SupportTopic;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts {@code support-request} without a person at its start form. */
@Service
@Transactional
class SupportProcess implements SupportStarts, RequestsAsQuestions {
    private final SupportRequests requests;
    private final OrderFile orders;
    private final RuntimeService processes;

    SupportProcess(SupportRequests requests, OrderFile orders, RuntimeService processes) {
        this.requests = requests;
        this.orders = orders;
        this.processes = processes;
    }

    @Override
    public String takeUp(Order order, String reason) {
        var question = new SupportQuestion(
                order.service(),
                SupportTopic.OTHER,
                order.acronym(),
                Optional.ofNullable(order.request()).orElse(reason),
                order.requester(),
                order.ticketReference(),
                null);
        return begin(question, "question/" + order.number());
    }

    @Override
    public String begin(SupportQuestion question, String token) {
        Optional<String> earlier = orders.findByToken(token).map(Order::number);
        return earlier.orElseGet(() -> {
            String number = requests.open(question, token).number();
            processes.startProcessInstanceByKey("support-request", number);
            return number;
        });
    }
}
