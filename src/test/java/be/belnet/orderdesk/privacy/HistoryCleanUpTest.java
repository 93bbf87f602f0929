package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine forgets old processes: its job is there, and removes all that an ended process left. */
@ProcessTest
class HistoryCleanUpTest {
    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Test
    void windowAndPeriodsAreSet() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(settings.getHistoryCleanupJobLogTimeToLive()).isEqualTo("P30D");
        assertThat(settings.getBatchOperationHistoryTimeToLive()).isEqualTo("P30D");
        assertThat(settings.getTaskMetricsTimeToLive()).isEqualTo("P540D");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .isNotEmpty()
                .extracting(ProcessDefinition::getHistoryTimeToLive)
                .containsOnly(400);
        assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
    }

    @Test
    void endedProcessLeavesNoRowOnceItsTimeIsOver() {
        var asked = new Asked(desk, clock);
        String young = ended(asked);
        String old = ended(asked);
        HistoricProcessInstance process = instance(old);
        assertThat(process.getRemovalTime())
                .isEqualTo(Date.from(process.getEndTime()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .plusDays(400)
                        .toInstant()));
        assertThat(rows(process.getId())).hasSizeGreaterThan(2);
        overSince(process.getId(), Instant.now().minus(Duration.ofDays(1)));

        history.cleanUpHistoryAsync(true);
        for (Job job : history.findHistoryCleanupJobs()) {
            management.executeJob(job.getId());
        }

        assertThat(rows(process.getId())).isEmpty();
        assertThat(rows(instance(young).getId())).as("the young one").isNotEmpty();
    }

    /** Of each kind that our level keeps, a step that failed for good included. */
    @Test
    void everyRowOfAnEndedProcessKnowsWhenToGo() {
        var asked = new Asked(desk, clock);
        String number = asked.register("access", "The asker", "asker@customer.example");
        String process = instance(number).getId();
        jdbc.sql("insert into act_hi_incident (id_, root_proc_inst_id_, create_time_, incident_type_, incident_state_)"
                        + " values (?, ?, current_timestamp, 'failedJob', 0)")
                .params("i" + number, process)
                .update();
        jdbc.sql("insert into act_hi_job_log (id_, root_proc_inst_id_, timestamp_, job_id_)"
                        + " values (?, ?, current_timestamp, 'job')")
                .params("l" + number, process)
                .update();
        jdbc.sql("insert into act_ge_bytearray (id_, root_proc_inst_id_) values (?, ?)")
                .params("b" + number, process)
                .update();
        asked.confirm(number);
        asked.answer(number, Map.of());

        assertThat(rows(process))
                .containsOnlyKeys(Stream.of("actinst", "incident", "job_log", "op_log", "procinst", "taskinst")
                        .map(kind -> jdbc.sql(
                                        "select table_name from information_schema.tables where lower(table_name) = ?")
                                .param("act_hi_" + kind)
                                .query(String.class)
                                .single())
                        .toList());
        assertThat(Stream.concat(tables().stream(), Stream.of("act_ge_bytearray"))
                        .mapToInt(table -> jdbc.sql(
                                        "select count(*) from %s where root_proc_inst_id_ = ? and removal_time_ is null"
                                                .formatted(table))
                                .param(process)
                                .query(Integer.class)
                                .single())
                        .sum())
                .isZero();
    }

    private String ended(Asked asked) {
        String number = asked.register("access", "The asker", "asker@customer.example");
        asked.confirm(number);
        asked.answer(number, Map.of());
        assertThat(desk.isRunning(number)).isFalse();
        return number;
    }

    private HistoricProcessInstance instance(String number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
    }

    /** Rows of a process by table, of all tables that have any. */
    private Map<String, Long> rows(String process) {
        Map<String, Long> rows = new TreeMap<>();
        tables().forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from %s where root_proc_inst_id_ = ?".formatted(table))
                        .param(process)
                        .query(Long.class)
                        .single()));
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    private void overSince(String process, Instant moment) {
        tables().forEach(table -> jdbc.sql(
                        "update %s set removal_time_ = ? where root_proc_inst_id_ = ?".formatted(table))
                .params(java.sql.Timestamp.from(moment), process)
                .update());
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.columns c where lower(column_name) ="
                        + " 'root_proc_inst_id_' and lower(table_name) like 'act!_hi!_%' escape '!' and exists (select 1 from"
                        + " information_schema.columns r where r.table_name = c.table_name and r.table_schema ="
                        + " c.table_schema and lower(r.column_name) = 'removal_time_') order by table_name")
                .query(String.class)
                .list();
    }
}
