package be.belnet.orderdesk.failure.process;

import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.FailureRetry;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.UndoableEffects;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a failed step, in the caller's transaction. */
@Service
@Transactional
class FailureDecisions implements FailureRetry {
    private final Failures failures;
    private final Effects effects;
    private final UndoableEffects undoable;
    private final OrderFile orders;
    private final OrderProcess process;
    private final ManagementService management;
    private final ProcessEngineConfiguration engine;
    private final Clock clock;

    FailureDecisions(
            Failures failures,
            Effects effects,
            UndoableEffects undoable,
            OrderFile orders,
            OrderProcess process,
            @Lazy ManagementService management,
            @Lazy ProcessEngineConfiguration engine,
            Clock clock) {
        this.failures = failures;
        this.effects = effects;
        this.undoable = undoable;
        this.orders = orders;
        this.process = process;
        this.management = management;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public int retryAll(String failure) {
        failures.beginRound();
        List<FailedStep> steps = failures.of(failure);
        steps.forEach(this::retry);
        return steps.size();
    }

    /** Has it tried again as if for the first time. */
    void retry(FailedStep step) {
        if (!isThere(step)) {
            failures.settle(step);
            return;
        }
        effects.allowAgain(step.orderNumber(), step.effect());
        if (failures.isOfOrder(step.orderNumber())) {
            orders.record(step.orderNumber(), "stepTriedAgain", Map.of("activity", step.activity()));
        }
        goOn(step);
    }

    /**
     * A person has done, or undone, at the partner what the step would have.
     *
     * @param reference the partner's id of it; needed unless it was undone
     * @throws AnswersRefusedException when the step does nothing that a person could do in its place, or its order is left
     */
    void doneByHand(FailedStep step, String reference, String reason) {
        requireOrder(step);
        if (!isThere(step)) {
            throw new AnswersRefusedException("failedStep", "form.error.orderLeft");
        }
        if (step.isUndoing()) {
            effects.toUndo(step.orderNumber()).forEach(effect -> undoneByHand(effect, reason));
        } else {
            doneByHand(effect(step), reference, reason);
        }
        goOn(step);
    }

    /**
     * Gives the step's order up.
     *
     * @param reason the customer reads it
     * @throws AnswersRefusedException when the order is being left already
     */
    void cancel(FailedStep step, String reason) {
        requireOrder(step);
        Order order = orders.get(step.orderNumber());
        if (order.state() != OrderState.OPEN) {
            throw new AnswersRefusedException("failedStep", "form.error.orderLeft");
        }
        leave(order.number(), reason);
        failures.settle(step);
    }

    /** Steps without one look at the partner first: what was done by hand there they find when they are tried again. */
    private void requireOrder(FailedStep step) {
        if (!failures.isOfOrder(step.orderNumber())) {
            throw new AnswersRefusedException("failureDecision", "form.error.withoutOrder");
        }
    }

    private void leave(String number, String reason) {
        try {
            process.cancel(number, reason);
        } catch (OrderClosedException tooLate) {
            throw new AnswersRefusedException("failedStep", "form.error.tooLateToLeave");
        }
    }

    /** Of a step that does the same to many nobody can say which is meant, unless one alone was tried and is not done. */
    private Effect effect(FailedStep step) {
        Effect effect = effects.find(step.orderNumber(), step.effect())
                .orElseThrow(() -> new AnswersRefusedException("failureDecision", "form.error.notByHand"));
        if (effect.part() != null && (effect.state() == Effect.State.DONE || open(step) > 1)) {
            throw new AnswersRefusedException("failureDecision", "form.error.byHandInParts");
        }
        return effect;
    }

    private long open(FailedStep step) {
        long failed = failures.ofOrder(step.orderNumber()).stream()
                .filter(other -> other.activity().equals(step.activity()))
                .count();
        long notDone = effects.toUndo(step.orderNumber()).stream()
                .filter(effect -> effect.action().equals(step.effect()) && effect.state() != Effect.State.DONE)
                .count();
        return Math.max(failed, notDone);
    }

    private void doneByHand(Effect effect, String reference, String reason) {
        if (undoable.isFoundByItsMark(effect)) {
            throw new AnswersRefusedException("failureDecision", "form.error.foundByItsMark", effect.orderNumber());
        }
        if (reference == null) {
            throw new AnswersRefusedException("reference", "form.error.required");
        }
        effects.doneByHand(effect.orderNumber(), effect.step(), reference);
        tell("doneByHand", effect, reference, reason);
    }

    private void undoneByHand(Effect effect, String reason) {
        effects.undoneByHand(effect);
        tell("undoneByHand", effect, effect.reference(), reason);
    }

    private void tell(String event, Effect effect, String reference, String reason) {
        orders.record(
                effect.orderNumber(),
                event,
                Map.of("partner", effect.partner(), "reference", reference, "reason", reason));
    }

    /** Its job goes with its order, which may have been left since the last round. */
    private boolean isThere(FailedStep step) {
        return management.createJobQuery().jobId(step.jobId()).count() > 0;
    }

    private void goOn(FailedStep step) {
        management.setJobRetries(step.jobId(), engine.getDefaultNumberOfRetries());
        management.setJobDuedate(step.jobId(), Date.from(clock.instant()));
        failures.settle(step);
    }
}
