package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.privacy.Retention.Count;
import be.belnet.orderdesk.privacy.Retention.Run;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is discarded of itself, and when. Orders of other tests are too young for it. */
@ProcessTest
class RetentionTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    TestClock clock;

    @Autowired
    Retention retention;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    DataRequests requests;

    @Autowired
    JdbcClient jdbc;

    private String words;

    /** Each test has a day of its own, since one run a day is all there is. */
    @BeforeEach
    void aDayWithoutARun() {
        words = "Words" + UUID.randomUUID();
        jdbc.sql("delete from retention_count").update();
        jdbc.sql("delete from retention_run").update();
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void periodsAreThoseOfTheSettings() {
        assertThat(retention.periods())
                .containsEntry("contracts", Period.ofYears(10))
                .containsEntry("orders", Period.ofDays(400))
                .containsEntry("imports", Period.ofDays(90))
                .containsEntry("requests", Period.ofYears(3))
                .hasSize(4);
    }

    @Test
    void reportAloneDiscardsNothing() {
        String order = leftOrder();
        closedOn(order, clock.today().minusDays(400));
        retention.run(false);

        assertThat(count("orders").expired()).isPositive();
        assertThat(count("orders").discarded()).isZero();
        assertThat(latest().discards()).isFalse();
        assertThat(orders.get(order).request()).isEqualTo(words);
        retention.run(true);
        assertThat(orders.get(order).request()).as("one run a day").isEqualTo(words);
        closedOn(order, clock.today());
    }

    @Test
    void orderThatIsClosedForLongForgetsItsPeople() {
        String young = leftOrder();
        closedOn(young, clock.today().minusDays(399));
        String old = leftOrder();
        closedOn(old, clock.today().minusDays(400));
        retention.run(true);

        assertAllDiscarded("orders");
        assertThat(latest().endedAt()).isNotNull();
        assertThat(orders.get(young).request()).isEqualTo(words);
        assertThat(orders.get(old).request()).isNull();
        assertThat(orders.get(old).requester().email()).endsWith("@erased.invalid");
        assertThat(correspondence.of(old))
                .allSatisfy(mail -> assertThat(mail.text()).isEqualTo("***"));
        assertThat(new Traces(jdbc).of(List.of(words)))
                .as("but for the young one")
                .allSatisfy(trace -> assertThat(trace.table()).isIn("service_order", "order_event", "correspondence"));
        closedOn(young, clock.today());
    }

    @Test
    void signedContractOfALeftOrderStaysTenYearsFromJanuary() {
        String order = way.signed("en");
        process.cancel(order, "Nobody answers");
        desk.runJobs(order);
        LocalDate closed = clock.today().minusYears(11).withMonth(12).withDayOfMonth(31);
        closedOn(order, closed);
        LocalDate last = LocalDate.of(closed.getYear() + 11, 1, 1).minusDays(1);
        clock.to(last.atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);
        assertThat(signatory(order)).as("kept through %s", last).isEqualTo("The signatory");
        assertThat(orders.documents(order)).isNotEmpty();
        clock.to(last.plusDays(1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);

        assertThat(signatory(order)).isNull();
        assertThat(orders.documents(order)).isEmpty();
    }

    @Test
    void whoAskedIsForgottenYearsAfterTheAnswer() {
        var asked = new Asked(desk, clock);
        String email = words.toLowerCase(Locale.ROOT) + "@customer.example";
        String number = asked.register("access", "The asker", email);
        asked.confirm(number);
        asked.answer(number, Map.of());
        jdbc.sql("update data_request set answered_at = ? where number = ?")
                .params(
                        Timestamp.from(clock.today()
                                .minusYears(3)
                                .atTime(12, 0)
                                .atZone(BRUSSELS)
                                .toInstant()),
                        number)
                .update();
        retention.run(true);

        assertAllDiscarded("requests");
        assertThat(requests.get(number).personName()).startsWith("erased-");
        assertThat(requests.get(number).answer().way())
                .as("that it was answered stays")
                .isEqualTo("mail");
    }

    @Test
    void refusedLinesOfImportsGoAfterNinetyDays() {
        jdbc.sql("insert into customer_import (started_by, started_at, progress_at, failed, lines_total, lines_done,"
                        + " created_count, updated_count, unchanged_count, refused_count) values ('manager1', ?, ?, false,"
                        + " 1, 1, 0, 0, 0, 1)")
                .params(old(90), old(90))
                .update();
        jdbc.sql("insert into customer_import_refusal (import_id, file_kind, line_number, field, reason, detail)"
                        + " select max(id), 'contacts', 2, 'email', 'notAnAddress', ? from customer_import")
                .param(words)
                .update();
        retention.run(true);

        assertAllDiscarded("imports");
        assertThat(new Traces(jdbc).of(List.of(words))).isEmpty();
    }

    @Test
    void nodesThatBeginTogetherMakeOneRun() throws Exception {
        String order = leftOrder();
        closedOn(order, clock.today().minusDays(401));
        var nodes = Executors.newFixedThreadPool(2);
        nodes.invokeAll(List.<Callable<Void>>of(this::night, this::night)).forEach(RetentionTest::ended);
        nodes.shutdown();

        assertThat(retention.latest()).hasSize(1);
        assertAllDiscarded("orders");
    }

    /** Others of the same age, of other tests, included. */
    private void assertAllDiscarded(String name) {
        assertThat(count(name).discarded()).isPositive().isEqualTo(count(name).expired());
        assertThat(count(name).failed()).isZero();
    }

    private Void night() {
        retention.run(true);
        return null;
    }

    private static void ended(Future<Void> night) {
        try {
            night.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private String leftOrder() {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        register.university("en"),
                        "request",
                        words,
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "mail-admin@customer.example",
                        "contactLanguage",
                        "en"));
        process.withdraw(order, words);
        desk.runJobs(order);
        return order;
    }

    private void closedOn(String order, LocalDate day) {
        jdbc.sql("update service_order set closed_at = ? where number = ?")
                .params(Timestamp.from(day.atTime(12, 0).atZone(BRUSSELS).toInstant()), order)
                .update();
    }

    private Timestamp old(int days) {
        return Timestamp.from(
                clock.today().minusDays(days).atTime(12, 0).atZone(BRUSSELS).toInstant());
    }

    private String signatory(String order) {
        return jdbc.sql("select signatory_name from contract where order_number = ?")
                .param(order)
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private Run latest() {
        return retention.latest().get(0);
    }

    private Count count(String name) {
        return latest().counts().stream()
                .filter(count -> count.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
