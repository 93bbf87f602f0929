package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes back what partners did for an order, newest first. Waits for attempts that are still running; looks at the
 * partner where a row does not say how an attempt ended. Safe to repeat.
 */
@Component
class UndoEffectsDelegate implements JavaDelegate {
    private final Effects effects;
    private final OrderFile orders;
    private final Clock clock;
    private final Map<String, UndoableStep> steps;

    UndoEffectsDelegate(Effects effects, OrderFile orders, Clock clock, List<UndoableStep> steps) {
        this.effects = effects;
        this.orders = orders;
        this.clock = clock;
        this.steps = steps.stream().collect(Collectors.toMap(UndoableStep::step, Function.identity()));
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        List<Effect> open = effects.ofOrder(order).stream()
                .filter(effect -> effect.state() != Effect.State.UNDONE)
                .toList();
        open.stream().filter(this::isRunning).findFirst().ifPresent(running -> {
            throw new EffectBusyException(running.key());
        });
        open.forEach(effect -> undo(order, effect));
    }

    private boolean isRunning(Effect effect) {
        return effect.leaseUntil() != null && effect.leaseUntil().isAfter(clock.instant());
    }

    private void undo(String order, Effect effect) {
        UndoableStep step = steps.get(effect.step());
        Optional<String> object = Optional.ofNullable(effect.objectId()).or(() -> step.find(order));
        object.ifPresent(id -> {
            step.undo(order, id);
            step.event()
                    .ifPresent(
                            kind -> orders.record(order, kind, Map.of("partner", effect.partner(), "reference", id)));
        });
        effects.undone(effect);
    }
}
