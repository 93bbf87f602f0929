package be.belnet.orderdesk.failure.process;

import static be.belnet.orderdesk.failure.process.FailedStepVariables.FAILURE_DECISION;
import static be.belnet.orderdesk.failure.process.FailedStepVariables.STEPS_LEFT;
import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.PausedSteps;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Steps failed of one cause, and service operations decides: all again, or one by hand or given up with its order. */
@Component
class DecideOnFailedStepForm implements TaskForm {
    static final String NAME = "decide-on-failed-step";
    static final String STEP = "failedStep";

    private final Failures failures;
    private final FailureDecisions decisions;
    private final FailureWords words;
    private final PartnerPauses pauses;
    private final PausedSteps paused;
    private final Clock clock;

    DecideOnFailedStepForm(
            Failures failures,
            FailureDecisions decisions,
            FailureWords words,
            PartnerPauses pauses,
            PausedSteps paused,
            Clock clock) {
        this.failures = failures;
        this.decisions = decisions;
        this.words = words;
        this.pauses = pauses;
        this.paused = paused;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return words.of(context.orderNumber(), failures.of(context.orderNumber()), context.locale());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                STEP,
                failures.of(context.orderNumber()).stream()
                        .map(step -> new Option(step.jobId(), words.line(step, context.locale())))
                        .toList());
    }

    /** The only one is chosen, so that no other takes its place while the form is open. */
    @Override
    public Map<String, Object> values(FormContext context) {
        List<FailedStep> steps = failures.of(context.orderNumber());
        return steps.size() == 1 ? Map.of(STEP, steps.get(0).jobId()) : Map.of();
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        failures.beginRound();
        String decision = answers.text(FAILURE_DECISION.name());
        List<FailedStep> steps = failures.of(context.orderNumber());
        switch (decision) {
            case "retry" -> retry(steps, context, answers);
            case "byHand" -> decisions.doneByHand(chosen(steps, answers), answers.text("reference"), answers.reason());
            default -> decisions.cancel(chosen(steps, answers), answers.reason());
        }
        boolean left = !failures.of(context.orderNumber()).isEmpty();
        if (!left) {
            failures.close(context.orderNumber());
        }
        return Map.of(FAILURE_DECISION.name(), decision, STEPS_LEFT.name(), left);
    }

    private void retry(List<FailedStep> steps, FormContext context, Answers answers) {
        LocalDateTime from = answers.dateTime("retryFrom");
        if (from != null) {
            pause(steps, context.userId(), moment(from), answers.reason());
        }
        steps.forEach(decisions::retry);
    }

    private void pause(List<FailedStep> steps, String user, Instant until, String reason) {
        String partner = steps.stream()
                .flatMap(step -> Stream.ofNullable(step.partner()))
                .findFirst()
                .orElseThrow(() -> new AnswersRefusedException("retryFrom", "form.error.noPartner"));
        pauses.begin(new PartnerPause(partner, until, reason, user)).ifPresent(paused::goOn);
    }

    private Instant moment(LocalDateTime from) {
        Instant moment = from.atZone(BRUSSELS).toInstant();
        if (!moment.isAfter(clock.instant())) {
            throw new AnswersRefusedException("retryFrom", "form.error.dateInPast");
        }
        return moment;
    }

    /** The only one, or the one that was picked. */
    private static FailedStep chosen(List<FailedStep> steps, Answers answers) {
        String picked = answers.text(STEP);
        if (picked == null && steps.size() == 1) {
            return steps.get(0);
        }
        return steps.stream()
                .filter(step -> step.jobId().equals(picked))
                .findFirst()
                .orElseThrow(() -> new AnswersRefusedException(
                        STEP, picked == null ? "form.error.required" : "form.error.stepGone"));
    }
}
