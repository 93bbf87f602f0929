package be.belnet.orderdesk.failure.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Brings steps to their last attempt and before people, for a test. */
@TestComponent
public class Gathering {
    public static final String DECIDE = "userTask_decideOnFailedStep";

    private final Desk desk;
    private final Failures failures;
    private final FailureRounds rounds;
    private final ManagementService management;

    Gathering(Desk desk, Failures failures, FailureRounds rounds, ManagementService management) {
        this.desk = desk;
        this.failures = failures;
        this.rounds = rounds;
        this.management = management;
    }

    /**
     * Runs the jobs of an order until they are done or out of attempts.
     *
     * @param failed what to do after each that failed
     */
    public void exhaust(String order, Consumer<Job> failed) {
        for (List<Job> jobs = desk.pending(order); !jobs.isEmpty(); jobs = desk.pending(order)) {
            jobs.forEach(job -> run(job, failed));
        }
    }

    /** Number of the failure in which an order's failed step was gathered. */
    public Optional<String> failureOf(String order) {
        rounds.look();
        return failures.ofOrder(order).stream().map(FailedStep::failure).findFirst();
    }

    /** Has all steps of an order's failure tried again, as service operations would; false when none has failed. */
    public boolean retry(String order) {
        Optional<String> failure = failureOf(order);
        failure.ifPresent(number -> desk.submit(number, DECIDE, "operations1", Map.of("failureDecision", "retry")));
        return failure.isPresent();
    }

    /** Nothing is left over for the next test. */
    public void forget() {
        failures.all().forEach(failures::settle);
        rounds.look();
        assertThat(failures.over()).isEmpty();
    }

    private void run(Job job, Consumer<Job> failed) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException thrown) {
            failed.accept(job);
        }
    }
}
