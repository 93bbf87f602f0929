package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.SERVICE;

import be.belnet.orderdesk.change.Changeable;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.change.NewChange;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Service Desk takes in that a customer wants its service changed. A form sent twice opens one file. */
@Component
class ChangeRequestedForm implements StartForm {
    private final Changes changes;
    private final Changeable changeable;
    private final SentOnce once;

    ChangeRequestedForm(Changes changes, Changeable changeable, SentOnce once) {
        this.changes = changes;
        this.changeable = changeable;
        this.once = once;
    }

    @Override
    public String name() {
        return "change-requested";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("contactLanguage", context.locale().getLanguage());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        Order file = once.open(answers, token -> open(change(answers), token));
        return Map.of(ORDER_NUMBER, file.number(), SERVICE.name(), file.service());
    }

    private static NewChange change(Answers answers) {
        return new NewChange(
                answers.text("service"),
                answers.text("acronym"),
                answers.text("contract"),
                answers.text("request"),
                answers.text("ticketReference"),
                new Requester(
                        answers.text("contactName"),
                        answers.text("contactEmail"),
                        answers.text("contactPhone"),
                        answers.text("contactLanguage")));
    }

    private Order open(NewChange change, String token) {
        return changes.open(change, changeable.of(change), token);
    }
}
