package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.MailSecurityArrangement;
import be.belnet.orderdesk.bams.NeedsReader;
import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.ChangeReview;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What mail security is to be like for a customer that has it; the fields have what it is like now. */
@Component
class DetermineMailChangeForm implements TaskForm {
    private final Changes changes;
    private final ChangeReview review;
    private final NeedsReader needs;

    DetermineMailChangeForm(Changes changes, ChangeReview review, NeedsReader needs) {
        this.changes = changes;
        this.review = review;
        this.needs = needs;
    }

    @Override
    public String name() {
        return "determine-mail-change";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return review.facts(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Arrangement now = changes.get(context.orderNumber()).after();
        Map<String, Object> values = new HashMap<>();
        values.put("mailDomains", String.join("\n", now.all(MailSecurityArrangement.MAIL_DOMAINS)));
        if (now.one(MailSecurityArrangement.MAILBOXES) != null) {
            values.put("mailboxes", Integer.parseInt(now.one(MailSecurityArrangement.MAILBOXES)));
        }
        if (now.one(MailSecurityArrangement.CPUS) != null) {
            values.put("cpus", now.one(MailSecurityArrangement.CPUS));
        }
        if (now.one(MailSecurityArrangement.PACKAGE) != null) {
            values.put("package", now.one(MailSecurityArrangement.PACKAGE));
        }
        values.put("addOns", List.copyOf(now.all(MailSecurityArrangement.ADD_ONS)));
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        return review.submit(context, answers, () -> wanted(answers));
    }

    private Arrangement wanted(Answers answers) {
        List<Refusal> missing = Stream.of(
                        MailSecurityArrangement.MAIL_DOMAINS,
                        MailSecurityArrangement.MAILBOXES,
                        MailSecurityArrangement.CPUS,
                        MailSecurityArrangement.PACKAGE)
                .filter(field -> !answers.has(field))
                .map(field -> new Refusal(field, "form.error.required"))
                .toList();
        if (!missing.isEmpty()) {
            throw new AnswersRefusedException(missing);
        }
        return MailSecurityArrangement.arrangement(needs.read(answers));
    }
}
