package be.belnet.orderdesk.audit;

import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.FormEnclosure;
import be.belnet.orderdesk.workflow.FormFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the answers that decide something, with the documents that are there: after the scan that comes with them. */
@Component
@Order
class DecisionEnclosure implements FormEnclosure {
    /** What only the form itself needs. */
    private static final Set<String> LEFT_OUT = Set.of("formToken", "mailsShown", "mailWords");

    private final Decisions decisions;
    private final FormFields fields;
    private final List<Concerned> concerned;

    DecisionEnclosure(Decisions decisions, FormFields fields, List<Concerned> concerned) {
        this.decisions = decisions;
        this.fields = fields;
        this.concerned = List.copyOf(concerned);
    }

    @Override
    public void keep(String form, FormContext context, Answers answers) {
        DecisionForms.kind(form, answers).ifPresent(kind -> note(kind, form, context, answers));
    }

    private void note(DecisionKind kind, String form, FormContext context, Answers answers) {
        Map<String, String> facts = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        answers.all().forEach((field, value) -> {
            if (!LEFT_OUT.contains(field)) {
                (fields.isText(form, field) ? words : facts).put(field, written(value));
            }
        });
        if (DecisionForms.WITHOUT_WORDS.contains(form)) {
            words.clear();
        }
        decisions.note(new NewDecision(
                context.userId(), kind, form, about(form, context.orderNumber(), answers), facts, words));
    }

    private String about(String form, String number, Answers answers) {
        return concerned.stream()
                .flatMap(one -> one.order(form, number, answers).stream())
                .findFirst()
                .orElse(number);
    }

    private static String written(Object value) {
        return value instanceof List<?> several
                ? String.join(", ", several.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
