package be.belnet.orderdesk.termination.process;

import static be.belnet.orderdesk.termination.process.TerminationVariables.INTENTION_DECISION;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_DECISION;
import static be.belnet.orderdesk.termination.process.TerminationVariables.NOTICE_REVIEW;

import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.ordering.OrderMails;
import be.belnet.orderdesk.termination.ServiceEnd;
import be.belnet.orderdesk.termination.TerminationMails;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails to which the forms about a notice lead: what it comes to, why it does not count, what is still needed. */
@Component
class NoticePreviews implements MailPreviews {
    private static final String REVIEW = "review-notice";
    private static final String DECIDE = "decide-on-notice";
    private static final String NEW_DATE = "decide-on-new-date";
    private static final String LETTER = "register-letter";
    private static final String INTENTION = "take-up-intention";
    private static final String REFUSE = "refuse";

    private final MailRehearsal rehearsal;
    private final NoticeTable table;
    private final ServiceEnd end;
    private final TerminationMails mails;
    private final OrderMails leaving;

    NoticePreviews(
            MailRehearsal rehearsal, NoticeTable table, ServiceEnd end, TerminationMails mails, OrderMails leaving) {
        this.rehearsal = rehearsal;
        this.table = table;
        this.end = end;
        this.mails = mails;
        this.leaving = leaving;
    }

    @Override
    public Set<String> forms() {
        return Set.of(REVIEW, DECIDE, NEW_DATE, LETTER, INTENTION);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return rehearsal.of(form, context, answers, routing -> next(form, context.orderNumber(), routing));
    }

    /** A new day is told by its form. */
    private void next(String form, String number, Map<String, Object> routing) {
        if (routing.containsKey(INTENTION_DECISION.name())) {
            intended(number, routing);
        } else if (isRefused(routing)) {
            mails.refuse(number);
        } else if (form.equals(DECIDE)) {
            end.confirm(number);
        } else if (!form.equals(NEW_DATE)) {
            judged(number);
        }
    }

    private void intended(String number, Map<String, Object> routing) {
        if ("lapse".equals(routing.get(INTENTION_DECISION.name()))) {
            leaving.confirmWithdrawal(number);
        }
    }

    private static boolean isRefused(Map<String, Object> routing) {
        return REFUSE.equals(routing.get(NOTICE_REVIEW.name())) || REFUSE.equals(routing.get(NOTICE_DECISION.name()));
    }

    /** Nobody is told of what a person is to look at. */
    private void judged(String number) {
        switch (table.ask(number).outcome()) {
            case "accept" -> end.confirm(number);
            case "intention" -> mails.askForLetter(number);
            default -> {}
        }
    }
}
