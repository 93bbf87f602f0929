package be.belnet.orderdesk.support.process;

import static be.belnet.orderdesk.support.process.SupportVariables.MANAGER_DECISION;
import static be.belnet.orderdesk.support.process.SupportVariables.SUPPORT_DECISION;

import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.support.SupportLetters;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormMails;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails to which the forms of a question lead. */
@Component
class SupportMails implements FormMails {
    private static final String ANSWER = "answer-question";
    private static final String DISCUSS = "discuss-question";

    private final SupportLetters letters;
    private final Recipients recipients;
    private final MailRehearsal rehearsal;

    SupportMails(SupportLetters letters, Recipients recipients, MailRehearsal rehearsal) {
        this.letters = letters;
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
            case "answer" -> List.of(shown(order, letters.preview(order, WrittenAnswer.of(answers))));
            case "handToPartner" -> List.of(shown(order, letters.previewTicket(order)));
            case "passOn" -> rehearsal.of(form, context, answers, routing -> {});
            default -> List.of();
        };
    }

    private ShownMail shown(String order, Rendered mail) {
        Recipient to = recipients.requester(order);
        return new ShownMail(to.shown(), to.language(), mail.subject(), mail.html());
    }
}
