package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mail that tells a customer how its mail is moved to its appliance. */
@Component
class HandOverPreviews implements MailPreviews {
    private final MailRehearsal rehearsal;

    HandOverPreviews(MailRehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public Set<String> forms() {
        return Set.of("hand-over-appliance");
    }

    /** The form itself tells. */
    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return rehearsal.of(form, context, answers, routing -> {});
    }
}
