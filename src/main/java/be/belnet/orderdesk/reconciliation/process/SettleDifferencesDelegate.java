package be.belnet.orderdesk.reconciliation.process;

import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.DIFFERENCES_LEFT;

import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.ComparisonCatalogue;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.Reconciliations;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.EffectExhaustedException;
import be.belnet.orderdesk.workflow.Effects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Does what was decided about one difference, whose place the engine counts: an effect of its own for each decision, looked up
 * before. What a partner refuses comes back to be decided again. Safe to repeat.
 */
@Component
class SettleDifferencesDelegate implements JavaDelegate {
    private static final String STEP = "settleDifferences";
    private static final String PLACE = "loopCounter";

    private final Differences differences;
    private final Reconciliations reconciliations;
    private final ComparisonCatalogue comparisons;
    private final Effects effects;

    SettleDifferencesDelegate(
            Differences differences,
            Reconciliations reconciliations,
            ComparisonCatalogue comparisons,
            Effects effects) {
        this.differences = differences;
        this.reconciliations = reconciliations;
        this.comparisons = comparisons;
        this.effects = effects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String task = execution.getProcessBusinessKey();
        differences
                .acting(task, (Integer) execution.getVariable(PLACE))
                .ifPresent(difference -> settle(task, difference));
        differences.hold();
        boolean left = differences.left(task) > 0;
        if (!left) {
            reconciliations.settle(task);
        }
        DIFFERENCES_LEFT.set(execution.getProcessInstance(), left);
    }

    private void settle(String task, KnownDifference known) {
        Comparison part = comparisons.of(known.part());
        if (!part.holds(known.difference())) {
            differences.gone(known);
            return;
        }
        try {
            String objectId = effects.once(
                    task,
                    part.partner(),
                    step(known),
                    () -> part.find(known.difference()),
                    () -> part.act(known.difference()));
            part.keep(known.difference(), objectId);
            differences.settled(known);
        } catch (PartnerRefusedException | EffectExhaustedException no) {
            differences.kept(known, no.getMessage());
        }
    }

    /** Each decision is one of its own, so that what comes again can be done again. */
    private static String step(KnownDifference known) {
        return Effect.step(STEP, known.id() + "-" + known.decidedAt().toEpochMilli());
    }
}
