package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Takes the file of a notice along its way, for tests of what can happen on it. */
@TestComponent
public class Notices {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String QUARANTINE = "intermediateCatchEvent_quarantineOver";

    private final Desk desk;
    private final TestClock clock;
    private final ManagementService management;
    private final RuntimeService processes;
    private final Subscriptions subscriptions;

    Notices(
            Desk desk,
            TestClock clock,
            ManagementService management,
            RuntimeService processes,
            Subscriptions subscriptions) {
        this.desk = desk;
        this.clock = clock;
        this.management = management;
        this.processes = processes;
        this.subscriptions = subscriptions;
    }

    /** A Monday of spring, ten o'clock: no notice of a contract is late then. */
    public void spring() {
        clock.to(LocalDateTime.of(2027, 5, 10, 10, 0).atZone(BRUSSELS).toInstant());
    }

    /** A registered letter of the customer that came today; the file's number. */
    public String letter(String service, String acronym, Map<String, Object> otherwise) {
        return start("desk1", answers(service, acronym, otherwise));
    }

    public String start(String user, Map<String, Object> answers) {
        return desk.start(user, "service-termination", answers);
    }

    /** Answers of the start form. */
    public Map<String, Object> answers(String service, String acronym, Map<String, Object> otherwise) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "service", service,
                "acronym", acronym,
                "givenBy", "customer",
                "channel", "registeredLetter",
                "barcode", "010541288500000123456789",
                "receivedOn", clock.today().toString(),
                "contactName", "Head of IT",
                "contactEmail", "it@customer.example",
                "contactLanguage", "en"));
        answers.putAll(otherwise);
        return answers;
    }

    /** The one timer that the file has at an event. */
    public Job timer(String file, String activity) {
        List<Job> found = instances(file).stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(activity).list().stream())
                .toList();
        assertThat(found).as("timers of %s at %s", file, activity).hasSize(1);
        return found.get(0);
    }

    /** Midnight after the last day: what is due then runs. */
    public void dayComes(String file, long subscription) {
        clock.to(subscriptions.get(subscription).endsOn().atStartOfDay(BRUSSELS).toInstant());
        fire(file, "intermediateCatchEvent_lastDayOver");
    }

    /** Midnight before the day on which what was kept may go: what is due then runs. */
    public void quarantineOver(String file) {
        clock.to(timer(file, QUARANTINE).getDuedate().toInstant());
        fire(file, QUARANTINE);
    }

    /** Timers that a job executor with the time of tests would take. */
    public List<Job> dueTimers(String file) {
        return instances(file).stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .duedateLowerThan(Date.from(clock.instant()))
                        .list()
                        .stream())
                .toList();
    }

    public void fire(String file, String activity) {
        management.executeJob(timer(file, activity).getId());
        desk.runJobs(file);
    }

    private List<String> instances(String file) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(file).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
