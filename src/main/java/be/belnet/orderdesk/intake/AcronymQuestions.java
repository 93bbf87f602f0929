package be.belnet.orderdesk.intake;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.order.OpenTask;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.time.BelgianTime;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers were asked for their acronym: the review of their request waits for the answer, from the moment on at which
 * the process has come to it.
 */
@Service
@Transactional
class AcronymQuestions {
    private static final String REVIEW = "userTask_reviewRequest";
    /** Read by staff of every language. */
    private static final String REASON = "Acronym?";

    private static final int OPENING_DAYS = 5;

    private final JdbcClient jdbc;
    private final OrderProcess process;
    private final Waits waits;
    private final OpeningDays openingDays;
    private final Clock clock;

    AcronymQuestions(JdbcClient jdbc, OrderProcess process, Waits waits, OpeningDays openingDays, Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
        this.waits = waits;
        this.openingDays = openingDays;
        this.clock = clock;
    }

    public void asked(String order) {
        jdbc.sql("insert into acronym_question (order_number, asked_at, waiting) values (?, ?, false)")
                .params(order, Moments.now(clock))
                .update();
    }

    /** Nothing is to wait any more. */
    public void answered(String order) {
        jdbc.sql("delete from acronym_question where order_number = ?")
                .param(order)
                .update();
    }

    /** Orders whose review does not wait yet. */
    @Transactional(readOnly = true)
    public List<String> open() {
        return jdbc.sql("select order_number from acronym_question where waiting = false order by order_number")
                .query(String.class)
                .list();
    }

    /** Lets the review wait, where the process has come to it; on several nodes once. */
    public void letWait(String order) {
        for (OpenTask task : process.openTasks(order)) {
            if (task.definitionKey().equals(REVIEW) && take(order)) {
                waits.begin(task.id(), new Wait(Turn.CUSTOMER, until(), REASON));
            }
        }
    }

    private boolean take(String order) {
        return jdbc.sql("update acronym_question set waiting = true where order_number = ? and waiting = false")
                        .param(order)
                        .update()
                == 1;
    }

    private LocalDate until() {
        return openingDays.after(BelgianTime.today(clock), OPENING_DAYS);
    }
}
