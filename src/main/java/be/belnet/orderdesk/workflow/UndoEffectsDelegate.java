package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Takes back what partners did for an order, newest first. Waits for attempts that are still running; looks at the
 * partner where a row does not say how an attempt ended. What a partner refuses to take back goes to a person; all the
 * rest is undone before. Safe to repeat.
 */
@Component
class UndoEffectsDelegate implements JavaDelegate {
    private static final String REFUSED = "UndoingRefused";

    private final Effects effects;
    private final OrderFile orders;
    private final PartnerPauses pauses;
    private final Clock clock;
    private final UndoableEffects undoable;

    UndoEffectsDelegate(
            Effects effects, OrderFile orders, PartnerPauses pauses, Clock clock, UndoableEffects undoable) {
        this.effects = effects;
        this.orders = orders;
        this.pauses = pauses;
        this.clock = clock;
        this.undoable = undoable;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        List<Effect> open = effects.toUndo(order);
        open.stream().filter(this::isRunning).findFirst().ifPresent(running -> {
            throw new EffectBusyException(running.key(), running.leaseUntil());
        });
        List<Failure> failures =
                open.stream().map(this::undo).flatMap(Optional::stream).toList();
        failures.stream()
                .map(Failure::cause)
                .filter(cause -> !(cause instanceof PartnerRefusedException))
                .findFirst()
                .ifPresent(cause -> {
                    throw cause;
                });
        failures.stream().findFirst().ifPresent(failure -> askPerson(order, failure));
        effects.ofOrder(order).forEach(this::tell);
    }

    private boolean isRunning(Effect effect) {
        return effect.leaseUntil() != null && effect.leaseUntil().isAfter(clock.instant());
    }

    private Optional<Failure> undo(Effect effect) {
        UndoableStep step = undoable.step(effect);
        try {
            pauses.requireNone(effect.partner());
            Optional<String> object = Optional.ofNullable(effect.objectId()).or(() -> step.find(effect));
            object.ifPresent(id -> step.undo(effect, id));
            step.clear(effect);
            effects.undone(effect, object.orElse(null));
            return Optional.empty();
        } catch (PartnerException failed) {
            return Optional.of(new Failure(effect, failed));
        }
    }

    /** About one failure at a time; the others come up when undoing is tried again. */
    private void askPerson(String order, Failure failure) {
        Effect effect = failure.effect();
        String words = failure.cause().getMessage();
        orders.record(
                order,
                "undoingRefused",
                Map.of(
                        "partner", effect.partner(),
                        "reference", effect.reference(),
                        "reason", words));
        throw new BpmnError(REFUSED, words);
    }

    /** Told when all is undone, so that an attempt that is rolled back in between loses nothing of it. */
    private void tell(Effect effect) {
        if (effect.objectId() != null && !effect.isUndoneByHand()) {
            undoable.step(effect)
                    .event()
                    .ifPresent(kind -> orders.record(
                            effect.orderNumber(),
                            kind,
                            Map.of("partner", effect.partner(), "reference", effect.reference())));
        }
    }

    private record Failure(Effect effect, PartnerException cause) {}
}
