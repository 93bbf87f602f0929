package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.termination.Codes;
import be.belnet.orderdesk.termination.GivenBy;
import be.belnet.orderdesk.termination.NewNotice;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Service Desk or Customer Relations takes a notice in, or Belnet gives one. A form sent twice opens one file. */
@Component
class NoticeReceivedForm implements StartForm {
    private final Terminations terminations;
    private final SentOnce once;
    private final ReceiptAnswers receipts;

    NoticeReceivedForm(Terminations terminations, SentOnce once, ReceiptAnswers receipts) {
        this.terminations = terminations;
        this.once = once;
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
        Order file = once.open(answers, token -> terminations.open(notice(context, answers), token));
        Map<String, Object> routing = new HashMap<>(RunningTerminations.variables(file.service()));
        routing.put(ORDER_NUMBER, file.number());
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
}
