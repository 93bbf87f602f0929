package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.ProcessVariable;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A partner does not do what an order needs: a person has it tried again or gives the order up. */
public abstract class TroubleForm implements TaskForm {
    private final String step;
    private final ProcessVariable<String> decision;
    private final Function<FormContext, Map<String, String>> facts;
    private final Troubles troubles;
    private final Leaving leaving;
    private final OrderFile orders;
    private final Effects effects;
    private final String[] kinds;

    /**
     * @param facts what its texts say about the order
     * @param kinds of events that tell of the trouble
     */
    protected TroubleForm(
            String step,
            ProcessVariable<String> decision,
            Function<FormContext, Map<String, String>> facts,
            Troubles troubles,
            Leaving leaving,
            OrderFile orders,
            Effects effects,
            String... kinds) {
        this.step = step;
        this.decision = decision;
        this.facts = facts;
        this.troubles = troubles;
        this.leaving = leaving;
        this.orders = orders;
        this.effects = effects;
        this.kinds = kinds;
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.apply(context));
        known.put("trouble", troubles.latest(context, kinds).orElse("–"));
        known.put("leaving", leaving.sentence(context.orderNumber(), context.locale()));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decided = answers.text(decision.name());
        if (decided.equals("cancel")) {
            orders.setClosingReason(context.orderNumber(), answers.reason());
        } else {
            allowAgain(context.orderNumber());
        }
        return Map.of(decision.name(), decided);
    }

    private void allowAgain(String order) {
        effects.allowAgain(order, step);
        partner(order).ifPresent(partner -> orders.record(order, "triedAgain", Map.of("partner", partner)));
    }

    /** Where it is tried again; empty where nothing was tried yet. */
    protected Optional<String> partner(String order) {
        return effects.find(order, step).map(Effect::partner);
    }
}
