package be.belnet.orderdesk.reconciliation.process;

import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.ACT_COUNT;
import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.ACT_DECIDED;
import static be.belnet.orderdesk.reconciliation.process.ReconciliationVariables.DIFFERENCES_LEFT;

import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.Reconciliations;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Service operations decides on differences: one of them, or all of a kind at once. */
@Component
class DecideOnDifferencesForm implements TaskForm {
    private static final String CHOICE = "differences";
    private static final String DECISION = "differenceDecision";

    private final Differences differences;
    private final Reconciliations reconciliations;
    private final DifferenceChoices choices;
    private final DifferenceFacts facts;

    DecideOnDifferencesForm(
            Differences differences,
            Reconciliations reconciliations,
            DifferenceChoices choices,
            DifferenceFacts facts) {
        this.differences = differences;
        this.reconciliations = reconciliations;
        this.choices = choices;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "decide-on-differences";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context.orderNumber(), context.locale());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(CHOICE, choices.of(differences.open(context.orderNumber()), context.locale()));
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        differences.hold();
        String task = context.orderNumber();
        List<KnownDifference> chosen = choices.chosen(differences.open(task), answers.text(CHOICE));
        if (chosen.isEmpty()) {
            throw new AnswersRefusedException(CHOICE, "form.error.differenceGone");
        }
        boolean acts = answers.text(DECISION).equals("act");
        decide(chosen, answers, context.userId());
        boolean left = differences.left(task) > 0;
        if (!left) {
            reconciliations.settle(task);
        }
        return Map.of(
                ACT_DECIDED.name(), acts, ACT_COUNT.name(), acts ? chosen.size() : 0, DIFFERENCES_LEFT.name(), left);
    }

    private void decide(List<KnownDifference> chosen, Answers answers, String user) {
        switch (answers.text(DECISION)) {
            case "act" -> differences.letAct(requireAct(chosen), user);
            case "byHand" -> differences.settleByHand(chosen, answers.reason(), user);
            default -> differences.leave(chosen, days(answers), answers.text("reason"), user);
        }
    }

    private static List<KnownDifference> requireAct(List<KnownDifference> chosen) {
        if (chosen.stream().anyMatch(one -> one.difference().act() == null)) {
            throw new AnswersRefusedException(DECISION, "form.error.noAct");
        }
        return chosen;
    }

    private static int days(Answers answers) {
        return answers.requiredNumber("askAgainIn");
    }
}
