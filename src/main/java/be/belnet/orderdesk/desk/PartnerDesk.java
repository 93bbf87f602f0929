package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.audit.DecisionKind;
import be.belnet.orderdesk.audit.Decisions;
import be.belnet.orderdesk.audit.NewDecision;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.PausedSteps;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** How partners are, what failed and waits for a decision, and who pauses whom. */
@Service
@Transactional
class PartnerDesk {
    private final List<Partner> partners;
    private final PartnerPauses pauses;
    private final PausedSteps paused;
    private final Failures failures;
    private final TaskService tasks;
    private final Decisions decisions;
    private final Clock clock;

    PartnerDesk(
            List<Partner> partners,
            PartnerPauses pauses,
            PausedSteps paused,
            Failures failures,
            TaskService tasks,
            Decisions decisions,
            Clock clock) {
        this.partners = partners;
        this.pauses = pauses;
        this.paused = paused;
        this.failures = failures;
        this.tasks = tasks;
        this.decisions = decisions;
        this.clock = clock;
    }

    List<String> names() {
        return partners.stream().map(Partner::name).sorted().toList();
    }

    List<PartnerPause> pauses() {
        return pauses.current();
    }

    /** Failed steps by the number of their failure; those not gathered yet are missing. */
    Map<String, List<FailedStep>> failed() {
        return failures.all().stream()
                .filter(step -> step.failure() != null)
                .sorted(Comparator.comparing(FailedStep::failedAt))
                .collect(Collectors.groupingBy(FailedStep::failure, TreeMap::new, Collectors.toList()));
    }

    /** Where a failure is decided on; empty while it is being decided. */
    Optional<String> task(String failure) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceBusinessKey(failure)
                        .singleResult())
                .map(Task::getId);
    }

    /**
     * @throws ResponseStatusException 404 when there is no such partner
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException when the request makes no sense
     */
    void pause(String user, String partner, PauseRequest request) {
        requireKnown(partner);
        PauseRequest.Read read = request.read(clock.instant());
        pauses.begin(new PartnerPause(partner, read.until(), read.reason(), user))
                .ifPresent(paused::goOn);
        decisions.note(new NewDecision(
                user,
                DecisionKind.OVERRIDE,
                "pause",
                partner,
                Map.of("until", read.until().toString()),
                Map.of("reason", read.reason())));
    }

    /** @throws ResponseStatusException 404 when there is no such partner */
    void resume(String partner) {
        requireKnown(partner);
        pauses.of(partner).ifPresent(pause -> {
            pauses.end(partner);
            paused.goOn(pause.until());
            decisions.note(new NewDecision(null, DecisionKind.OVERRIDE, "goingOn", partner, Map.of(), Map.of()));
        });
    }

    private void requireKnown(String partner) {
        if (!names().contains(partner)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
