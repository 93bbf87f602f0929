package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.termination.Codes;
import be.belnet.orderdesk.termination.GivenBy;
import be.belnet.orderdesk.termination.NewNotice;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The Service Desk or Customer Relations takes a notice in, or Belnet gives one. A form sent twice opens one file. */
@Component
class NoticeReceivedForm implements StartForm {
    private final Terminations terminations;
    private final OrderFile orders;
    private final ReceiptAnswers receipts;

    NoticeReceivedForm(Terminations terminations, OrderFile orders, ReceiptAnswers receipts) {
        this.terminations = terminations;
        this.orders = orders;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "notice-received";
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("contactLanguage", context.locale().getLanguage(), "receivedOn", receipts.today());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String token = answers.text("formToken");
        Optional.ofNullable(token).flatMap(orders::findByToken).ifPresent(NoticeReceivedForm::refuseSecond);
        NewNotice notice = notice(context, answers);
        Map<String, Object> routing = new HashMap<>(RunningTerminations.variables(notice.service()));
        routing.put(ORDER_NUMBER, open(notice, token).number());
        return routing;
    }

    private NewNotice notice(FormContext context, Answers answers) {
        Termination.Receipt receipt = receipts.read(answers, Codes.channel(answers.text("channel")));
        return new NewNotice(
                answers.text("service"),
                answers.text("acronym"),
                GivenBy.of(answers.text("givenBy")),
                receipt.channel(),
                receipt.postedOn(),
                receipt.receivedOn(),
                receipt.barcode(),
                answers.date("wish"),
                answers.flag("exceptionAsked", false),
                answers.text("reason"),
                answers.text("ticketReference"),
                new Requester(
                        answers.text("contactName"),
                        answers.text("contactEmail"),
                        answers.text("contactPhone"),
                        answers.text("contactLanguage")),
                context.userId());
    }

    private Order open(NewNotice notice, String token) {
        try {
            return terminations.open(notice, token);
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twiceAtOnce")));
        }
    }

    private static void refuseSecond(Order first) {
        throw new AnswersRefusedException(List.of(new Refusal(null, "form.error.twice", "", first.number())));
    }
}
