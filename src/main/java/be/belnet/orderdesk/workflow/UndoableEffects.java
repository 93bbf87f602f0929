package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.Consequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How each effect is taken back, and what that would mean for an order. */
@Component
public class UndoableEffects {
    private static final Set<Effect.State> NOTHING_DONE =
            Set.of(Effect.State.INTENDED, Effect.State.REFUSED, Effect.State.UNDONE);

    private final Effects effects;
    private final Map<String, UndoableStep> steps;

    UndoableEffects(Effects effects, List<UndoableStep> steps) {
        this.effects = effects;
        this.steps = steps.stream().collect(Collectors.toMap(UndoableStep::step, Function.identity()));
    }

    /** What taking back all that partners did for an order would mean to people, newest first. */
    public List<Consequence> consequences(String orderNumber) {
        return effects.ofOrder(orderNumber).stream()
                .filter(effect -> !NOTHING_DONE.contains(effect.state()))
                .flatMap(this::consequence)
                .toList();
    }

    /** As {@link UndoableStep#isFoundByItsMark}. */
    public boolean isFoundByItsMark(Effect effect) {
        return step(effect).isFoundByItsMark();
    }

    UndoableStep step(Effect effect) {
        return steps.get(effect.action());
    }

    private Stream<Consequence> consequence(Effect effect) {
        UndoableStep step = step(effect);
        return step.consequence().stream().map(key -> new Consequence(key, effect.reference(), step.isTakenBack()));
    }
}
