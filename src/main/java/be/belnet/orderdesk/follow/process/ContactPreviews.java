package be.belnet.orderdesk.follow.process;

import be.belnet.orderdesk.follow.ContactChanges;
import be.belnet.orderdesk.ordering.MailRehearsal;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.MailPreviews;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The mails that tell whoever is concerned that a contact is another one, or stays. */
@Component
class ContactPreviews implements MailPreviews {
    private final ContactChanges changes;
    private final ConfirmContactForm confirm;
    private final MailRehearsal rehearsal;

    ContactPreviews(ContactChanges changes, ConfirmContactForm confirm, MailRehearsal rehearsal) {
        this.changes = changes;
        this.confirm = confirm;
        this.rehearsal = rehearsal;
    }

    @Override
    public Set<String> forms() {
        return Set.of(confirm.name());
    }

    @Override
    public List<ShownMail> of(String form, FormContext context, Answers answers) {
        return rehearsal.of(changes.get(context.orderNumber()).orderNumber(), () -> confirm.submit(context, answers));
    }
}
