package be.belnet.orderdesk.change.process;

import static be.belnet.orderdesk.change.process.ChangeVariables.ANNEX_OUTCOME;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_APPROVAL;
import static be.belnet.orderdesk.change.process.ChangeVariables.CHANGE_REVIEW;

import be.belnet.orderdesk.change.ChangeDesk;
import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails to which the forms about a change lead: what will be changed, why it is not, that it is done. */
@Component
class ChangePreviews implements MailPreviews {
    private static final String APPROVE = "approve-change";
    private static final String ANNEX = "register-annex";

    private final MailRehearsal rehearsal;
    private final ChangeTable table;
    private final ChangeDesk desk;

    ChangePreviews(MailRehearsal rehearsal, ChangeTable table, ChangeDesk desk) {
        this.rehearsal = rehearsal;
        this.table = table;
        this.desk = desk;
    }

    @Override
    public Set<String> forms() {
        return Set.of("determine-mail-change", "determine-certificate-change", APPROVE, ANNEX);
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return rehearsal.of(form, context, answers, routing -> next(form, context.orderNumber(), routing));
    }

    private void next(String form, String number, Map<String, Object> routing) {
        if (isRefused(routing)) {
            desk.tellRefusal(number);
        } else if (form.equals(ANNEX)) {
            desk.tellDone(number);
        } else if (form.equals(APPROVE) || !table.ask(number).needsApproval()) {
            desk.announce(number);
        }
    }

    private static boolean isRefused(Map<String, Object> routing) {
        return "refuse".equals(routing.get(CHANGE_REVIEW.name()))
                || "refuse".equals(routing.get(CHANGE_APPROVAL.name()))
                || "declined".equals(routing.get(ANNEX_OUTCOME.name()));
    }
}
