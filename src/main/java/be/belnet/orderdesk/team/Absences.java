package be.belnet.orderdesk.team;

import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when, and who does their work meanwhile. Days are those of Brussels. */
@Service
@Transactional
public class Absences {
    private static final int LATEST = 5;

    private final AbsenceRows rows;
    private final AbsenceRules rules;
    private final Clock clock;

    Absences(AbsenceRows rows, AbsenceRules rules, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Enters one; {@link Covering} moves the tasks.
     *
     * @param by user id of who enters it
     * @return its id
     * @throws be.belnet.orderdesk.workflow.AnswersRefusedException saying what is wrong
     */
    public long enter(NewAbsence absence, String by) {
        rows.lock();
        rules.check(absence, today());
        return rows.insert(absence, by);
    }

    /** The person is there from today on; one that has not begun is forgotten. */
    public void end(long id) {
        rows.lock();
        rows.find(id).ifPresent(absence -> {
            if (absence.firstDay().isAfter(today())) {
                rows.delete(id);
            } else if (absence.covers(today())) {
                rows.endOn(id, today().minusDays(1));
            }
        });
    }

    @Transactional(readOnly = true)
    public Optional<Absence> find(long id) {
        return rows.find(id);
    }

    /** Those of today and to come, in their order. */
    @Transactional(readOnly = true)
    public List<Absence> presentAndComing() {
        return rows.endingFrom(today());
    }

    /** Somebody's latest that are over. */
    @Transactional(readOnly = true)
    public List<Absence> over(String user) {
        return rows.over(user, today(), LATEST);
    }

    /** Those of today. */
    @Transactional(readOnly = true)
    public List<Absence> today(String user) {
        return rows.of(user, today()).stream().toList();
    }

    /** Everybody who is away today. */
    @Transactional(readOnly = true)
    public List<Absence> ofToday() {
        return rows.on(today());
    }

    /** Who does somebody's work today: the person, or the first in the row of substitutes who is there. */
    @Transactional(readOnly = true)
    public String actingFor(String user) {
        Set<String> seen = new HashSet<>();
        String acting = user;
        while (seen.add(acting)) {
            Optional<Absence> away = rows.of(acting, today());
            if (away.isEmpty()) {
                return acting;
            }
            acting = away.get().substitute();
        }
        return user;
    }

    /** Forgets those that ended longer ago than so many days. */
    public void forget(int days) {
        rows.deleteBefore(today().minusDays(days));
    }

    public LocalDate today() {
        return BelgianTime.today(clock);
    }
}
