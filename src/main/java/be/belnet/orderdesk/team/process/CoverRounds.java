package be.belnet.orderdesk.team.process;

import be.belnet.orderdesk.team.Absence;
import be.belnet.orderdesk.team.Absences;
import be.belnet.orderdesk.team.CoveredTasks;
import be.belnet.orderdesk.team.Covering;
import be.belnet.orderdesk.team.DailyRounds;
import be.belnet.orderdesk.team.TeamProperties;
import be.belnet.orderdesk.workflow.Collisions;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day, as soon as it begins in Brussels, and whenever an absence is entered or ended: what is open goes to who is
 * there. Each round looks at the state anew, so a day missed, or one done by two nodes, does no harm.
 */
@Component
class CoverRounds implements Covering {
    private static final Logger LOG = LoggerFactory.getLogger(CoverRounds.class);
    private static final String ROUND = "absences";

    private final TaskService tasks;
    private final Absences absences;
    private final CoveredTasks covered;
    private final TaskCover cover;
    private final DailyRounds rounds;
    private final TeamProperties properties;

    CoverRounds(
            @Lazy TaskService tasks,
            Absences absences,
            CoveredTasks covered,
            TaskCover cover,
            DailyRounds rounds,
            TeamProperties properties) {
        this.tasks = tasks;
        this.absences = absences;
        this.covered = covered;
        this.cover = cover;
        this.rounds = rounds;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${orderdesk.team.round}")
    void look() {
        LocalDate today = absences.today();
        if (rounds.isDue(ROUND, today) && isBroughtUpToDate()) {
            absences.forget(properties.absencesKept());
            rounds.done(ROUND, today);
        }
    }

    @Override
    public void bringUpToDate() {
        isBroughtUpToDate();
    }

    /** False when something is left for the next round. */
    private boolean isBroughtUpToDate() {
        var whole = new AtomicBoolean(true);
        covered.open().forEach(one -> guarded(() -> cover.review(one), one.order(), whole));
        absences.ofToday().forEach(absence -> cover(absence, whole));
        return whole.get();
    }

    private void cover(Absence absence, AtomicBoolean whole) {
        for (Task task : tasks.createTaskQuery().taskAssignee(absence.user()).list()) {
            guarded(() -> cover.cover(absence, task.getId()), task.getId(), whole);
        }
    }

    /** One that cannot be moved holds up no other. */
    private static void guarded(Runnable move, String what, AtomicBoolean whole) {
        try {
            move.run();
        } catch (RuntimeException unexpected) {
            if (unexpected instanceof DuplicateKeyException || Collisions.isOne(unexpected)) {
                LOG.debug("{} went on meanwhile", what);
            } else {
                // its message may quote anything and stays out of the log
                LOG.warn("{} not moved: {}", what, unexpected.getClass().getName());
            }
            whole.set(false);
        }
    }
}
