package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
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
        known.put("partner", partner(context));
        known.put("reference", reference(context));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        if (answers.text("undoDecision").equals("doneByHand")) {
            keepDeed(context, answers.text("reason"));
        }
        return Map.of();
    }

    /** The newest that is not undone is the one that the person was asked about. */
    private void keepDeed(FormContext context, String how) {
        if (how == null) {
            throw new AnswersRefusedException("reason", "form.error.needsReason");
        }
        orders.record(
                context.orderNumber(),
                "undoneByHand",
                Map.of("partner", partner(context), "reference", reference(context), "reason", how));
        effects.toUndo(context.orderNumber()).stream().findFirst().ifPresent(effects::undoneByHand);
    }

    private String partner(FormContext context) {
        return effects.toUndo(context.orderNumber()).stream()
                .findFirst()
                .map(effect -> effect.partner())
                .orElse("–");
    }

    private String reference(FormContext context) {
        return effects.toUndo(context.orderNumber()).stream()
                .findFirst()
                .flatMap(effect -> Optional.ofNullable(effect.objectId()))
                .orElse("–");
    }
}
