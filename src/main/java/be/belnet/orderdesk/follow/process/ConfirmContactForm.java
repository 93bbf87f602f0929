package be.belnet.orderdesk.follow.process;

import static be.belnet.orderdesk.follow.process.ContactVariables.CONTACT_OUTCOME;

import be.belnet.orderdesk.follow.ContactChange;
import be.belnet.orderdesk.follow.ContactChanges;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Staff find out whether somebody else is to take the place of a contact, and say so. */
@Component
class ConfirmContactForm implements TaskForm {
    private final ContactChanges changes;
    private final MessageSource messages;

    ConfirmContactForm(ContactChanges changes, MessageSource messages) {
        this.changes = changes;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "confirm-contact";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        ContactChange change = changes.get(context.orderNumber());
        Map<String, String> facts = new HashMap<>();
        facts.put("number", change.number());
        facts.put("order", change.orderNumber());
        facts.put(
                "formerName",
                change.former() == null ? OrderFacts.UNKNOWN : change.former().name());
        facts.put(
                "formerEmail",
                change.former() == null ? OrderFacts.UNKNOWN : change.former().email());
        ContactChange.Successor successor = change.successor();
        facts.put("newName", successor == null ? OrderFacts.UNKNOWN : successor.name());
        facts.put("newEmail", successor == null ? OrderFacts.UNKNOWN : successor.email());
        facts.put("newPhone", successor == null ? OrderFacts.UNKNOWN : OrderFacts.known(successor.phone()));
        facts.put("newLanguage", successor == null ? OrderFacts.UNKNOWN : language(successor, context.locale()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String outcome = answers.text(CONTACT_OUTCOME.name());
        boolean changed = outcome.equals("change");
        if (changed && changes.get(context.orderNumber()).successor() == null) {
            throw new AnswersRefusedException(CONTACT_OUTCOME.name(), "form.error.nobodyToTakeThePlace");
        }
        changes.decide(context.orderNumber(), changed);
        return Map.of(CONTACT_OUTCOME.name(), outcome);
    }

    private String language(ContactChange.Successor successor, Locale reader) {
        return messages.getMessage("form.rectify-data.personLanguage." + successor.language(), null, reader);
    }
}
