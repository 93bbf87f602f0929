package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.privacy.Retention.Count;
import be.belnet.orderdesk.privacy.Retention.Run;
import be.belnet.orderdesk.subscription.Subscriptions;
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
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    DataRequests requests;

    @Autowired
    Post post;

    @Autowired
    Notices notices;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    JdbcClient jdbc;

    private String words;

    /** Each test has a day of its own, since one run a day is all there is. */
    @BeforeEach
    void aDayWithoutARun() {
        words = "Words" + UUID.randomUUID();
        aDayWithout();
    }

    private void aDayWithout() {
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
                .containsEntry("annexes", Period.ofYears(10))
                .containsEntry("orders", Period.ofDays(400))
                .containsEntry("imports", Period.ofDays(90))
                .containsEntry("mails", Period.ofDays(90))
                .containsEntry("notices", Period.ofYears(10))
                .containsEntry("requests", Period.ofYears(3))
                .containsEntry("subscriptions", Period.ofDays(90))
                .hasSize(8);
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
        assertThat(documents.of(order)).isNotEmpty();
        clock.to(last.plusDays(1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);

        assertThat(signatory(order)).isNull();
        assertThat(documents.of(order)).isEmpty();
    }

    /** No order brought the contract: only its subscription tells when it ended. */
    @Test
    void signedAnnexToAContractFromBeforeStaysTenYearsFromJanuary() {
        long id = subscribers.mailSecurity(register.university("nl"), LocalDate.of(2010, 3, 1), null);
        String file = leftOrder();
        jdbc.sql("insert into service_change (order_number, subscription_id, annex_signed_on) values (?, ?, ?)")
                .params(file, id, LocalDate.of(2012, 3, 1))
                .update();
        documents.add(
                file,
                ScanKind.SIGNED_ANNEX.code(),
                file + "-annex.pdf",
                "application/pdf",
                SamplePdf.titled("Signed annex"));
        retention.run(true);
        assertThat(documents.of(file)).as("its contract runs").hasSize(1);
        int year = clock.today().getYear() - 11;
        subscriptions.terminate(id, LocalDate.of(year, 6, 30), null);
        clock.to(LocalDate.of(year + 10, 12, 31).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);
        assertThat(documents.of(file)).as("kept for ten years").hasSize(1);
        clock.to(LocalDate.of(year + 11, 1, 1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);

        assertThat(documents.of(file)).isEmpty();
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
    void linesOfSubscriptionsThatWereRefusedGoAfterNinetyDays() {
        jdbc.sql("insert into subscription_import (imported_by, imported_at, created_count, updated_count,"
                        + " unchanged_count, refused_count) values ('manager1', ?, 0, 0, 0, 1)")
                .params(old(90))
                .update();
        jdbc.sql("insert into subscription_import_refusal (import_id, line_number, field, reason, detail)"
                        + " select max(id), 2, 'acronym', 'unknown', ? from subscription_import")
                .param(words)
                .update();
        retention.run(true);

        assertAllDiscarded("subscriptions");
        assertThat(new Traces(jdbc).of(List.of(words))).isEmpty();
    }

    @Test
    void mailOfNoOrderGoesAfterNinetyDaysAndDoesNotComeAgain() {
        Letter young = settled("young");
        Letter old = settled("old");
        takenOn(old, clock.today().minusDays(90));
        takenOn(young, clock.today().minusDays(89));
        retention.run(true);

        assertAllDiscarded("mails");
        assertThat(new Traces(jdbc).of(List.of("old " + words))).isEmpty();
        assertThat(new Traces(jdbc).of(List.of("young " + words))).isNotEmpty();
        post.take(old);
        assertThat(new Traces(jdbc).of(List.of("old " + words))).isEmpty();
    }

    @Test
    void mailThatCameToAnOrderWhosePeopleAreGoneGoesAsWell() {
        String order = leftOrder();
        closedOn(order, clock.today().minusDays(500));
        retention.run(true);
        Letter late = settled("late");
        jdbc.sql("update incoming_mail set order_number = ? where subject like ?")
                .params(order, "late " + words + "%")
                .update();
        takenOn(late, clock.today().minusDays(91));
        aDayWithout();
        retention.run(true);

        assertAllDiscarded("mails");
        assertThat(new Traces(jdbc).of(List.of("late " + words))).isEmpty();
    }

    @Test
    void signedContractStaysTenYearsFromJanuaryAfterItsSubscriptionEnded() {
        String order = way.signed("en");
        long subscription = subscriptions.ofOrder(order).orElseThrow().id();
        jdbc.sql("update subscription set state = 'active' where id = ?")
                .param(subscription)
                .update();
        jdbc.sql("update service_order set state = 'completed' where number = ?")
                .param(order)
                .update();
        closedOn(order, LocalDate.of(2010, 5, 1));
        clock.to(LocalDate.of(2040, 1, 1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);
        assertThat(signatory(order)).as("its contract runs").isEqualTo("The signatory");
        subscriptions.terminate(subscription, LocalDate.of(2031, 1, 1), null);
        clock.to(LocalDate.of(2040, 12, 31).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);
        assertThat(signatory(order)).as("its last day was in 2030").isEqualTo("The signatory");
        clock.to(LocalDate.of(2041, 1, 1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);

        assertThat(signatory(order)).isNull();
        assertThat(documents.of(order)).isEmpty();
    }

    @Test
    void letterThatEndedAServiceStaysTenYearsFromJanuary() {
        String customer = register.university("en");
        notices.spring();
        long subscription = subscribers.mailSecurity(customer, LocalDate.of(2024, 3, 1), null);
        String file = notices.letter("BAMS", customer, Map.of("barcode", words, "reason", words));
        documents.add(file, "mailAttachment", file + "-letter.pdf", "application/pdf", SamplePdf.titled(words));
        notices.dayComes(file, subscription);
        notices.quarantineOver(file);
        clock.to(LocalDate.of(2037, 12, 31).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);
        assertThat(new Traces(jdbc).of(List.of(words)))
                .extracting(Traces.Trace::table)
                .as("what was written down went with its file")
                .containsExactlyInAnyOrder("termination", "order_document_content");
        clock.to(LocalDate.of(2038, 1, 1).atTime(12, 0).atZone(BRUSSELS).toInstant());
        retention.run(true);

        assertThat(count("notices").failed()).isZero();
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

    /** A mail that nobody took anything from. */
    private Letter settled(String sign) {
        Letter letter =
                Letter.of("asker@nobody.example", sign + " " + words, "What does BAMS cost? " + sign + " " + words);
        desk.complete(post.triage(letter), "userTask_sortMail", "desk1", Map.of("mailOutcome", "notForUs"));
        return letter;
    }

    private void takenOn(Letter letter, LocalDate day) {
        jdbc.sql("update incoming_mail set taken_at = ? where subject = ?")
                .params(Timestamp.from(day.atTime(12, 0).atZone(BRUSSELS).toInstant()), letter.subject())
                .update();
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
