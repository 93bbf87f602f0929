package be.belnet.orderdesk.failure.process;

import be.belnet.orderdesk.audit.Concerned;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.workflow.Answers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A failure gathers steps of many orders; one by one they are done by hand or given up. */
@Component
class FailedStepConcerned implements Concerned {
    private final Failures failures;

    FailedStepConcerned(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Optional<String> order(String form, String number, Answers answers) {
        return form.equals(DecideOnFailedStepForm.NAME) ? order(failures.of(number), answers) : Optional.empty();
    }

    private static Optional<String> order(List<FailedStep> steps, Answers answers) {
        String picked = answers.has(DecideOnFailedStepForm.STEP) ? answers.text(DecideOnFailedStepForm.STEP) : null;
        return steps.stream()
                .filter(step ->
                        picked == null ? steps.size() == 1 : step.jobId().equals(picked))
                .map(FailedStep::orderNumber)
                .findFirst();
    }
}
