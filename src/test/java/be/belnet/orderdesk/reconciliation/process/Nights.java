package be.belnet.orderdesk.reconciliation.process;

import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets nights pass over a world in which nobody else has anything, at us or at partners. */
@TestComponent
public class Nights {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final List<String> AT_PARTNERS = List.of(
            "fortiflex_token",
            "fortiflex_entitlement",
            "forticare_product",
            "fortimail_session",
            "fortimail_domain",
            "fortimail_unit",
            "os_server",
            "os_port",
            "sectigo_delegation",
            "sectigo_domain",
            "sectigo_credential",
            "sectigo_organisation",
            "harica_domain",
            "harica_enterprise");

    private final ReconciliationRounds rounds;
    private final OneNight one;
    private final HistoryService history;
    private final TestClock clock;
    private final JdbcClient jdbc;

    Nights(ReconciliationRounds rounds, OneNight one, HistoryService history, TestClock clock, JdbcClient jdbc) {
        this.rounds = rounds;
        this.one = one;
        this.history = history;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** From here on what other tests have left is not there; nights begin tomorrow, and not with the first one. */
    public void begin() {
        one.forget();
        jdbc.sql("update subscription set service = 'z' || service where service in ('BAMS', 'DCS')")
                .update();
        jdbc.sql("update subscription_event set happened_at = timestamp '2020-01-01 00:00:00' where kind = 'imported'")
                .update();
        AT_PARTNERS.forEach(
                table -> TestWorld.sandboxTables().sql("delete from " + table).update());
        clock.to(LocalDate.now(BRUSSELS)
                .plusDays(1)
                .atTime(LocalTime.of(3, 0))
                .atZone(BRUSSELS)
                .toInstant());
        one.earlier();
    }

    /** As if no night had been before. */
    public void firstOfAll() {
        jdbc.sql("delete from reconciliation").update();
    }

    public void end() {
        one.forget();
        clock.putBack();
        jdbc.sql("update subscription set service = 'old' where service in ('BAMS', 'DCS')")
                .update();
        jdbc.sql("update subscription set service = substring(service from 2) where service in ('zBAMS', 'zDCS')")
                .update();
    }

    /** Reconciles this night; its number. */
    public String reconcile() {
        rounds.look();
        return latest();
    }

    /** Reconciles the next night; its number. */
    public String next() {
        pass(1);
        return reconcile();
    }

    public void pass(int days) {
        clock.forward(Duration.ofDays(days));
    }

    /** One round, whatever it finds to do. */
    public void look() {
        rounds.look();
    }

    public String latest() {
        return jdbc.sql("select number from reconciliation order by night desc limit 1")
                .query(String.class)
                .single();
    }

    public String outcome(String night) {
        return jdbc.sql("select outcome from reconciliation where number = ?")
                .param(night)
                .query(String.class)
                .single();
    }

    /** State of a part, such as compared. */
    public String part(String night, String part) {
        return jdbc.sql("select state from reconciliation_part where number = ? and part = ?")
                .params(night, part)
                .query(String.class)
                .single();
    }

    /** What is seen now, such as {@code licenceAfterEnd FEVM… open}; sorted. */
    public List<String> seen() {
        return jdbc.sql(
                        "select kind, subject, state from reconciliation_difference where live = 1 order by kind, subject")
                .query((row, index) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public String state(DifferenceKind kind) {
        return jdbc.sql("select state from reconciliation_difference where kind = ? order by id desc limit 1")
                .param(kind.code())
                .query(String.class)
                .single();
    }

    public long count(String state) {
        return jdbc.sql("select count(*) from reconciliation_difference where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    /** Ends that the process of a night came to. */
    public List<String> ends(String night) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(night)
                .processDefinitionKey("reconciliation")
                .list()
                .stream()
                .flatMap(instance -> ends(instance.getId(), "noneEndEvent"))
                .toList();
    }

    private Stream<String> ends(String instance, String type) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType(type)
                .list()
                .stream()
                .map(ended -> ended.getActivityId());
    }
}
