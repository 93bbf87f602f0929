package be.belnet.orderdesk.change.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A partner does not do what a change needs: a person puts it right there, or does it there. Giving up is leaving the file. */
@Component
class DecideOnChangeForm implements TaskForm {
    private static final String[] TROUBLES = {
        "licenceChangeRefused", "resizeRefused", "domainChangeRefused", "administratorChangeRefused"
    };

    private final OrderFacts facts;
    private final Troubles troubles;
    private final Effects effects;
    private final OrderFile orders;

    DecideOnChangeForm(OrderFacts facts, Troubles troubles, Effects effects, OrderFile orders) {
        this.facts = facts;
        this.troubles = troubles;
        this.effects = effects;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "decide-on-change";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("trouble", troubles.latest(context, TROUBLES).orElse(OrderFacts.UNKNOWN));
        known.put("partner", refused(context.orderNumber()).map(Effect::partner).orElse(OrderFacts.UNKNOWN));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String number = context.orderNumber();
        if (answers.text("changeDecision").equals("tryAgain")) {
            refused(number).ifPresent(effect -> tryAgain(number, effect));
        } else {
            doneByHand(
                    number,
                    Optional.ofNullable(answers.text("reason"))
                            .orElseThrow(() -> new AnswersRefusedException("reason", "form.error.needsReason")));
        }
        return Map.of();
    }

    private void tryAgain(String number, Effect effect) {
        effects.allowAgain(number, effect.action());
        orders.record(number, "triedAgain", Map.of("partner", effect.partner()));
    }

    private void doneByHand(String number, String reason) {
        Effect effect = refused(number)
                .orElseThrow(() -> new AnswersRefusedException("changeDecision", "form.error.notByHand"));
        effects.doneByHand(number, effect.step(), effect.reference());
        orders.record(
                number,
                "doneByHand",
                Map.of("partner", effect.partner(), "reference", effect.reference(), "reason", reason));
    }

    private Optional<Effect> refused(String number) {
        return effects.ofOrder(number).stream()
                .filter(effect -> effect.state() == Effect.State.REFUSED)
                .findFirst();
    }
}
