package be.belnet.orderdesk.change;

import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of all services have in common in which a change is determined, or refused. */
@Component
public class ChangeReview {
    /** Routing variable: goOn or refuse. */
    private static final String DECISION = "changeReview";

    private final Changes changes;
    private final ChangeDesk desk;
    private final ChangeWords words;
    private final OrderFacts order;

    ChangeReview(Changes changes, ChangeDesk desk, ChangeWords words, OrderFacts order) {
        this.changes = changes;
        this.desk = desk;
        this.words = words;
        this.order = order;
    }

    /** What the file tells, and both sides: before and after. */
    public Map<String, String> facts(FormContext context) {
        Map<String, String> facts = new HashMap<>(order.of(context));
        List<ChangeWords.Row> rows = words.rows(context.orderNumber(), context.locale());
        facts.put("before", side(rows, ChangeWords.Row::before, context.locale()));
        facts.put("after", side(rows, ChangeWords.Row::after, context.locale()));
        facts.put("changes", words.line(context.orderNumber(), context.locale()));
        facts.put(
                "contract",
                OrderFacts.known(
                        changes.subscription(context.orderNumber()).agreement().contractNumber()));
        return facts;
    }

    /**
     * Keeps what was determined, or the refusal.
     *
     * @param wanted reads the answers; may refuse them
     */
    public Map<String, Object> submit(FormContext context, Answers answers, Supplier<Arrangement> wanted) {
        String decision = answers.text(DECISION);
        if (decision.equals("refuse")) {
            desk.refuse(context.orderNumber(), answers.reason());
        } else {
            determine(context, wanted.get());
        }
        return Map.of(DECISION, decision);
    }

    private void determine(FormContext context, Arrangement after) {
        if (changes.get(context.orderNumber()).before().differences(after).isEmpty()) {
            throw new AnswersRefusedException(DECISION, "form.error.nothingChanges");
        }
        changes.determine(context.orderNumber(), after, context.userId());
    }

    private String side(List<ChangeWords.Row> rows, Function<ChangeWords.Row, List<String>> side, Locale locale) {
        return rows.stream()
                .map(row -> words.pair(row.label(), String.join(", ", side.apply(row)), locale))
                .collect(Collectors.joining("\n"));
    }
}
