package be.belnet.orderdesk.failure.process;

import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failure;
import be.belnet.orderdesk.failure.Failures;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts failed steps before people, one task for each cause, and takes the task back when all its steps went on without:
 * tried again in Cockpit, or left with their orders.
 */
@Component
class FailureRounds {
    private static final String PROCESS = "failed-step";
    private static final String WENT_ON = "StepsWentOn";

    private final Failures failures;
    private final ManagementService management;
    private final RuntimeService processes;

    FailureRounds(Failures failures, ManagementService management, RuntimeService processes) {
        this.failures = failures;
        this.management = management;
        this.processes = processes;
    }

    @Scheduled(fixedDelayString = "${orderdesk.failures.round:PT5S}")
    @Transactional
    public void look() {
        failures.beginRound();
        settleWhatWentOn(failures.all());
        failures.gather().forEach(failure -> processes.startProcessInstanceByKey(PROCESS, failure.number()));
        failures.over().forEach(this::takeBack);
    }

    private void settleWhatWentOn(List<FailedStep> steps) {
        Set<String> failed = stillFailed(steps);
        steps.stream().filter(step -> !failed.contains(step.jobId())).forEach(failures::settle);
    }

    private Set<String> stillFailed(List<FailedStep> steps) {
        return steps.isEmpty()
                ? Set.of()
                : management
                        .createJobQuery()
                        .jobIds(steps.stream().map(FailedStep::jobId).collect(Collectors.toSet()))
                        .noRetriesLeft()
                        .list()
                        .stream()
                        .map(Job::getId)
                        .collect(Collectors.toSet());
    }

    private void takeBack(Failure failure) {
        failures.close(failure.number());
        // nobody waits for it where all was decided
        processes
                .createMessageCorrelation(WENT_ON)
                .processInstanceBusinessKey(failure.number())
                .correlateAll();
    }
}
