package be.belnet.orderdesk.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Steps that were put off until the end of a pause. */
@Component
public class PausedSteps {
    private final ManagementService management;
    private final Clock clock;

    PausedSteps(@Lazy ManagementService management, Clock clock) {
        this.management = management;
        this.clock = clock;
    }

    /**
     * Lets steps go on now, as their pause is over before its time, or has another end: they put themselves off to that.
     *
     * @param until when the pause was to end
     */
    public void goOn(Instant until) {
        management
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(until.minusMillis(1)))
                .duedateLowerThan(Date.from(until.plus(Postponements.SPREAD)))
                .list()
                .stream()
                .map(Job::getId)
                .forEach(job -> management.setJobDuedate(job, Date.from(clock.instant())));
    }
}
