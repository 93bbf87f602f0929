package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.SERVICE;

import be.belnet.orderdesk.change.Changeable;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.change.NewChange;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.subscription.Subscription;
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

/** The Service Desk takes in that a customer wants its service changed. A form sent twice opens one file. */
@Component
class ChangeRequestedForm implements StartForm {
    private final Changes changes;
    private final Changeable changeable;
    private final OrderFile orders;

    ChangeRequestedForm(Changes changes, Changeable changeable, OrderFile orders) {
        this.changes = changes;
        this.changeable = changeable;
        this.orders = orders;
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
        String token = answers.text("formToken");
        Optional.ofNullable(token).flatMap(orders::findByToken).ifPresent(ChangeRequestedForm::refuseSecond);
        NewChange change = new NewChange(
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
        Subscription subscription = changeable.of(change);
        return Map.of(ORDER_NUMBER, open(change, subscription, token).number(), SERVICE.name(), change.service());
    }

    private Order open(NewChange change, Subscription subscription, String token) {
        try {
            return changes.open(change, subscription, token);
        } catch (DuplicateKeyException twoAtOnce) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twiceAtOnce")));
        }
    }

    private static void refuseSecond(Order first) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twice", "", first.number())));
    }
}
