package be.belnet.orderdesk.termination.process;

import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.termination.Codes;
import be.belnet.orderdesk.termination.NoticeDesk;
import be.belnet.orderdesk.termination.Termination;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customer Relations registers the letter that an intention waited for. */
@Component
class RegisterLetterForm implements TaskForm {
    private final NoticeDesk desk;
    private final ReceiptAnswers receipts;
    private final NoticeFormFacts facts;

    RegisterLetterForm(NoticeDesk desk, ReceiptAnswers receipts, NoticeFormFacts facts) {
        this.desk = desk;
        this.receipts = receipts;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "register-letter";
    }

    @Override
    public String scan() {
        return ScanKind.NOTICE.code();
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("receivedOn", receipts.today());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        Termination.Receipt letter = receipts.read(answers, Codes.channel(answers.text("channel")));
        desk.keepLetter(context.orderNumber(), letter, context.userId());
        return Map.of();
    }
}
