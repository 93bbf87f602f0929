package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.support.SupportQuestion;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.support.SupportTopic;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Service Desk takes a question in. A form sent twice opens one file. */
@Component
class SupportRequestedForm implements StartForm {
    private final SupportRequests requests;
    private final SentOnce once;

    SupportRequestedForm(SupportRequests requests, SentOnce once) {
        this.requests = requests;
        this.once = once;
    }

    @Override
    public String name() {
        return "support-requested";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("contactLanguage", context.locale().getLanguage());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        Order file = once.open(answers, token -> requests.open(question(answers), token));
        return Map.of(ORDER_NUMBER, file.number());
    }

    private static SupportQuestion question(Answers answers) {
        boolean certificates = answers.text("service").equals("DCS");
        return new SupportQuestion(
                answers.text("service"),
                SupportTopic.of(answers.text("topic")),
                answers.text("acronym"),
                answers.text("question"),
                new Requester(
                        answers.text("contactName"),
                        answers.text("contactEmail"),
                        answers.text("contactPhone"),
                        answers.text("contactLanguage")),
                answers.text("ticketReference"),
                certificates ? answers.text("certificateOrder") : null);
    }
}
