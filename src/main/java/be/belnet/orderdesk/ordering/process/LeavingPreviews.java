package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.ordering.OrderMails;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mail that tells a customer that its order ends, since no contract comes of it. */
@Component
class LeavingPreviews implements MailPreviews {
    private static final String SILENCE = "decide-on-silence";
    private static final String CHANGES = "decide-on-changes";

    private final MailRehearsal rehearsal;
    private final OrderMails mails;

    LeavingPreviews(MailRehearsal rehearsal, OrderMails mails) {
        this.rehearsal = rehearsal;
        this.mails = mails;
    }

    @Override
    public Set<String> forms() {
        return Set.of(SILENCE, CHANGES);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return ends(form, answers)
                ? rehearsal.of(form, context, answers, routing -> mails.confirmWithdrawal(context.orderNumber()))
                : List.of();
    }

    private static boolean ends(String form, Answers answers) {
        return form.equals(SILENCE)
                ? answers.text("silenceDecision").equals("withdraw")
                : answers.text("changesDecision").equals("giveUp");
    }
}
