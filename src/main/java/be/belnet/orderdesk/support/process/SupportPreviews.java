package be.belnet.orderdesk.support.process;

import static be.belnet.orderdesk.support.process.SupportVariables.MANAGER_DECISION;
import static be.belnet.orderdesk.support.process.SupportVariables.SUPPORT_DECISION;

import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.support.SupportMails;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails to which the forms of a question lead. */
@Component
class SupportPreviews implements MailPreviews {
    private static final String ANSWER = "answer-question";
    private static final String DISCUSS = "discuss-question";

    private final SupportMails mails;
    private final Recipients recipients;
    private final MailRehearsal rehearsal;

    SupportPreviews(SupportMails mails, Recipients recipients, MailRehearsal rehearsal) {
        this.mails = mails;
        this.recipients = recipients;
        this.rehearsal = rehearsal;
    }

    @Override
    public Set<String> forms() {
        return Set.of(ANSWER, DISCUSS);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        String order = context.orderNumber();
        return switch (answers.text((form.equals(ANSWER) ? SUPPORT_DECISION : MANAGER_DECISION).name())) {
            case "answer" -> List.of(shown(order, mails.preview(order, WrittenAnswer.of(answers))));
            case "handToPartner" -> List.of(shown(order, mails.previewTicket(order)));
            case "passOn" -> rehearsal.of(form, context, answers, routing -> {});
            default -> List.of();
        };
    }

    private ShownMail shown(String order, Rendered mail) {
        Recipient to = recipients.requester(order);
        return new ShownMail(to.shown(), to.language(), mail.subject(), mail.html());
    }
}
