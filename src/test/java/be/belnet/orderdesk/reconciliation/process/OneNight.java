package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.ComparisonCatalogue;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.Night;
import be.belnet.orderdesk.reconciliation.Reconciliations;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A night that found what it is said to have found, without any partner being asked. */
@TestComponent
public class OneNight {
    private static final String OWNER = "test";

    private final ReconciliationRounds rounds;
    private final Reconciliations reconciliations;
    private final ComparisonCatalogue catalogue;
    private final RuntimeService processes;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    OneNight(
            ReconciliationRounds rounds,
            Reconciliations reconciliations,
            ComparisonCatalogue catalogue,
            RuntimeService processes,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.reconciliations = reconciliations;
        this.catalogue = catalogue;
        this.processes = processes;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As if no night had been. */
    public void forget() {
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey("reconciliation")
                .list()
                .forEach(left -> processes.deleteProcessInstance(left.getId(), "test is over"));
        Stream.of("reconciliation_difference", "reconciliation_part", "reconciliation")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** Nights from here on are not the first. */
    public void earlier() {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into reconciliation (number, night, outcome, started_at, finished_at)"
                        + " values ('RECON-2020-00001', date '2020-01-01', 'nothing', ?, ?)")
                .params(now, now)
                .update();
    }

    /**
     * A night long ago, which opens a task if it found anything; its number.
     *
     * @param found by part; parts that are not named agree
     * @param silent parts whose partner did not answer
     */
    public String found(Map<String, List<Difference>> found, String... silent) {
        forget();
        earlier();
        Night night = transactions.execute(open -> {
            String number = reconciliations.begin(LocalDate.of(2020, 1, 2));
            processes.startProcessInstanceByKey("reconciliation", number);
            return reconciliations.claim(OWNER).orElseThrow();
        });
        catalogue.all().forEach(part -> keep(night, part, found.getOrDefault(part.part(), List.of()), silent));
        rounds.finish(night, OWNER);
        return night.number();
    }

    private void keep(Night night, Comparison part, List<Difference> found, String... silent) {
        if (List.of(silent).contains(part.part())) {
            reconciliations.noteSilence(night, OWNER, part, clock.instant(), part.partner() + ": cannot be reached");
        } else {
            reconciliations.keep(night, OWNER, part, clock.instant(), new Compared(300, 301, found));
        }
    }
}
