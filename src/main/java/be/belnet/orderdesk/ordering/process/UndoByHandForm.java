package be.belnet.orderdesk.ordering.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A partner does not take back what it did for an order that is left: a person does, or has it tried again. */
@Component
class UndoByHandForm implements TaskForm {
    private final OrderFile orders;
    private final OrderFacts facts;
    private final Troubles troubles;
    private final Effects effects;

    UndoByHandForm(OrderFile orders, OrderFacts facts, Troubles troubles, Effects effects) {
        this.orders = orders;
        this.facts = facts;
        this.troubles = troubles;
        this.effects = effects;
    }

    @Override
    public String name() {
        return "undo-by-hand";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("trouble", troubles.latest(context, "undoingRefused").orElse("–"));
        Optional<Effect> left = left(context);
        known.put("partner", left.map(Effect::partner).orElse("–"));
        known.put("reference", left.map(Effect::reference).orElse("–"));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        if (answers.text("undoDecision").equals("doneByHand")) {
            keepDeed(context, answers.reason());
        }
        return Map.of();
    }

    private void keepDeed(FormContext context, String how) {
        left(context).ifPresent(effect -> {
            effects.undoneByHand(effect);
            orders.record(
                    context.orderNumber(),
                    "undoneByHand",
                    Map.of(
                            "partner", effect.partner(),
                            "reference", effect.reference(),
                            "reason", how));
        });
    }

    /** What the person was asked about: the newest that is not undone. */
    private Optional<Effect> left(FormContext context) {
        return effects.toUndo(context.orderNumber()).stream().findFirst();
    }
}
