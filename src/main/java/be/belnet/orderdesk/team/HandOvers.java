package be.belnet.orderdesk.team;

import be.belnet.orderdesk.customer.Portfolios;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffGroup;
import be.belnet.orderdesk.team.CoveredTask.State;
import be.belnet.orderdesk.team.Work.OpenWork;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives all open work and all customers of one person to another, at once. */
@Service
@Transactional
public class HandOvers {
    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final AbsenceRows rows;
    private final Absences absences;
    private final CoveredTasks covered;
    private final Tasks tasks;
    private final OrderFile orders;
    private final Portfolios portfolios;
    private final StaffDirectory staff;
    private final Clock clock;

    HandOvers(
            JdbcClient jdbc,
            AbsenceRows rows,
            Absences absences,
            CoveredTasks covered,
            Tasks tasks,
            OrderFile orders,
            Portfolios portfolios,
            StaffDirectory staff,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.absences = absences;
        this.covered = covered;
        this.tasks = tasks;
        this.orders = orders;
        this.portfolios = portfolios;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * What would move now.
     *
     * @throws AnswersRefusedException when the one has no such colleague
     */
    @Transactional(readOnly = true)
    public Work foresee(String from, String to) {
        check(from, to);
        return new Work(
                tasks.of(from),
                orders.openOfAccountManager(from),
                portfolios.of(from),
                absences.presentAndComing().stream()
                        .filter(absence -> absence.substitute().equals(from))
                        .toList());
    }

    /**
     * Moves it, all or nothing. The timeline of each order tells it.
     *
     * @param by user id of the manager who decides
     * @throws AnswersRefusedException when the one has no such colleague, or nothing to hand over
     */
    public HandOver carryOut(String from, String to, String by) {
        rows.lock();
        Work work = foresee(from, to);
        if (work.isEmpty()) {
            throw new AnswersRefusedException("former", "form.error.nothingToHandOver");
        }
        work.tasks().forEach(task -> give(task, from, to));
        work.orders().forEach(order -> orders.assign(order.number(), to));
        tasks.rename(from, to);
        portfolios.move(from, to);
        return note(new HandOver(
                from,
                to,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                work.tasks().size(),
                work.orders().size(),
                work.customers().size()));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<HandOver> latest() {
        return jdbc.sql("select * from hand_over order by id desc limit ?")
                .param(LATEST)
                .query((row, index) -> new HandOver(
                        row.getString("from_user"),
                        row.getString("to_user"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getInt("tasks"),
                        row.getInt("orders"),
                        row.getInt("customers")))
                .list();
    }

    /** What the person has in the place of another goes back to that one later on, from the colleague. */
    private void give(OpenWork task, String from, String to) {
        covered.openOf(task.task()).ifPresent(cover -> {
            if (cover.absent().equals(from)) {
                covered.settle(cover, State.MOVED);
            } else {
                covered.pass(cover, to);
            }
        });
        tasks.give(task, to);
        if (orders.find(task.order()).isPresent()) {
            orders.record(
                    task.order(),
                    "taskHandedOver",
                    Map.of("activity", task.activity(), "former", from, "colleague", to));
        }
    }

    private HandOver note(HandOver done) {
        jdbc.sql("insert into hand_over (from_user, to_user, decided_by, decided_at, tasks, orders, customers)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        done.from(),
                        done.to(),
                        done.decidedBy(),
                        Timestamp.from(done.decidedAt()),
                        done.tasks(),
                        done.orders(),
                        done.customers())
                .update();
        return done;
    }

    private void check(String from, String to) {
        requireKnown("former", from);
        requireKnown("colleague", to);
        if (from.equals(to)) {
            throw new AnswersRefusedException("colleague", "form.error.ownColleague");
        }
        Set<StaffGroup> theirs = staff.groupsOf(to);
        boolean mayWork = staff.groupsOf(from).stream()
                .filter(StaffGroup.WORKERS::contains)
                .allMatch(theirs::contains);
        if (!mayWork) {
            throw new AnswersRefusedException(
                    "colleague",
                    "form.error.substituteOfOtherGroup",
                    staff.find(to).orElseThrow().name());
        }
        if (!absences.today(to).isEmpty()) {
            throw new AnswersRefusedException(
                    "colleague",
                    "form.error.colleagueAway",
                    staff.find(to).orElseThrow().name());
        }
    }

    private void requireKnown(String field, String user) {
        if (staff.find(user).isEmpty()) {
            throw new AnswersRefusedException(field, "form.error.notAnOption");
        }
    }
}
