package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the forms have in common in which a person puts right at a partner what it refused, or does it there. */
@Component
public class RefusedEffects {
    private static final Set<Effect.State> OPEN =
            EnumSet.of(Effect.State.REFUSED, Effect.State.UNKNOWN, Effect.State.INTENDED);

    private final OrderFacts facts;
    private final Troubles troubles;
    private final Effects effects;
    private final OrderFile orders;

    RefusedEffects(OrderFacts facts, Troubles troubles, Effects effects, OrderFile orders) {
        this.facts = facts;
        this.troubles = troubles;
        this.effects = effects;
        this.orders = orders;
    }

    /**
     * What the file tells, what went wrong last, and at whom.
     *
     * @param kinds of the events that tell of trouble
     */
    public Map<String, String> facts(FormContext context, String... kinds) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("trouble", troubles.latest(context, kinds).orElse(OrderFacts.UNKNOWN));
        known.put("partner", refused(context.orderNumber()).map(Effect::partner).orElse(OrderFacts.UNKNOWN));
        return known;
    }

    /**
     * Has it tried again, or notes it as done by hand.
     *
     * @param decision key of the field that says which: tryAgain or byHand
     * @throws AnswersRefusedException when it was done by hand for no reason, or nothing was refused
     */
    public void decide(String number, Answers answers, String decision) {
        if (answers.text(decision).equals("tryAgain")) {
            refused(number).ifPresent(effect -> tryAgain(number, effect));
        } else {
            String reason = answers.reason();
            Effect effect =
                    refused(number).orElseThrow(() -> new AnswersRefusedException(decision, "form.error.notByHand"));
            doneByHand(number, effect, reason);
        }
    }

    private void tryAgain(String number, Effect effect) {
        effects.allowAgain(number, effect.action());
        orders.record(number, "triedAgain", Map.of("partner", effect.partner()));
    }

    /** What it is known by stays what it was: the one thing that the step does it to. */
    private void doneByHand(String number, Effect effect, String reason) {
        effects.doneByHand(number, effect.step(), effect.reference());
        orders.record(
                number,
                "doneByHand",
                Map.of("partner", effect.partner(), "reference", effect.reference(), "reason", reason));
    }

    /** Where the partner refused to be looked at, what is known of the step is older: not done, or perhaps. */
    private Optional<Effect> refused(String number) {
        List<Effect> open = effects.ofOrder(number).stream()
                .filter(effect -> OPEN.contains(effect.state()))
                .toList();
        return open.stream()
                .filter(effect -> effect.state() == Effect.State.REFUSED)
                .findFirst()
                .or(() -> open.stream().findFirst());
    }
}
