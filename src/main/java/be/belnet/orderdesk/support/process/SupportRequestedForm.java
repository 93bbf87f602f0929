package be.belnet.orderdesk.support.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.support.SupportQuestion;
import be.belnet.orderdesk.support.SupportRequests;
import be.belnet.orderdesk.support.SupportTopic;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The Service Desk takes a question in. A form sent twice opens one file. */
@Component
class SupportRequestedForm implements StartForm {
    private final SupportRequests requests;
    private final OrderFile orders;

    SupportRequestedForm(SupportRequests requests, OrderFile orders) {
        this.requests = requests;
        this.orders = orders;
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
        String token = answers.text("formToken");
        Optional.ofNullable(token).flatMap(orders::findByToken).ifPresent(SupportRequestedForm::refuseSecond);
        return Map.of(ORDER_NUMBER, open(question(answers), token).number());
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

    private Order open(SupportQuestion question, String token) {
        try {
            return requests.open(question, token);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twiceAtOnce")));
        }
    }

    private static void refuseSecond(Order first) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twice", "", first.number())));
    }
}
