package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.contract.Scans;
import be.belnet.orderdesk.contract.TaskScans;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.dcs.process.OrganisationRounds;
import be.belnet.orderdesk.dns.FindingKind;
import be.belnet.orderdesk.feedback.Feedbacks;
import be.belnet.orderdesk.feedback.Usefulness;
import be.belnet.orderdesk.intake.Letter;
import be.belnet.orderdesk.intake.Post;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.SamplePdf;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.privacy.Traces.Trace;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.TaskAccess;
import be.belnet.orderdesk.workflow.TaskDrafts;
import be.belnet.orderdesk.workflow.Waits;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody whose marks stand in every field that tells of people asks to be erased: nothing is left anywhere but in the
 * rows that the law has kept, and those are exactly the ones that the report lists.
 */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {
    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    TestClock clock;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    OrganisationRounds organisations;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    OrderProcess process;

    @Autowired
    CustomerRegister customers;

    @Autowired
    Scans scans;

    @Autowired
    DataRequests requests;

    @Autowired
    PersonDesk persons;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Post post;

    @Autowired
    Waits waits;

    @Autowired
    Feedbacks feedbacks;

    @Autowired
    Notices notices;

    @Autowired
    TaskAccess access;

    @Autowired
    TaskDrafts drafts;

    @Autowired
    TaskScans taskScans;

    @Autowired
    Subscriptions subscriptions;

    private final Set<String> marked = new TreeSet<>();
    private Asked asked;
    private String customer;
    private String name;
    private String email;
    private String phone;
    private String digits;
    private String words;

    @AfterEach
    void today() {
        clock.putBack();
    }

    @BeforeEach
    void somebodyAtACustomer() {
        asked = new Asked(desk, clock);
        customer = register.university("fr");
        String sign = UUID.randomUUID().toString().substring(0, 8);
        name = "Contact O’Mark-" + sign + " & Co";
        email = "mark-" + sign + "@customer.example";
        digits = "47" + (10_000_000 + Math.floorMod(sign.hashCode(), 10_000_000));
        phone = "+32 " + digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
        words = "Words" + sign;
        jdbc.sql("update customer_contact set name = ?, email = ?, email_key = ?, phone = ? where roles = 'technical'"
                        + " and organisation_id = (select id from customer_organisation where acronym = ?)")
                .params(name, email, email, phone, customer)
                .update();
    }

    @Test
    void nothingIsLeftButWhatTheReportLists(CapturedOutput log) {
        String bams = mailSecurity();
        String dcs = certificates();
        String left = leftOrder();
        String sorted = mails();
        questions();
        anotherContact(bams);
        String notice = notice(bams);
        quotedByOthers(bams);
        askedBefore();
        String request = asked.register("erase", name, email, Map.of("details", words, "acronym", customer));
        asked.confirm(request, Map.of("reason", words));
        look();
        asked.approve(request, Map.of("reason", words));
        look();
        assertThat(marked)
                .as("the marks stand in every column that tells of people")
                .containsAll(Columns.telling());
        assertThat(Columns.telling()).as("and in no other").containsAll(marked);
        assertThat(new Traces(jdbc).tablesSearched()).isGreaterThan(100);
        List<Kept> kept = requests.kept(request);
        asked.answer(request, Map.of("reason", words));

        assertThat(traces()).as("left outside of what is kept").allSatisfy(trace -> assertThat(kept)
                .anyMatch(row -> row.table().equals(trace.table()) && row.row().equals(trace.row())));
        assertThat(kept).as("listed and there").isNotEmpty().allSatisfy(row -> assertThat(isThere(row))
                .isTrue());
        assertThat(traces())
                .extracting(Trace::table)
                .contains("contract", "policy_acceptance", "order_document_content", "termination");
        assertThat(kept).extracting(Kept::ground).containsOnly("fiscalRecords", "contractClaims");
        assertThat(kept)
                .filteredOn(row -> row.what().startsWith(bams) || row.what().startsWith(notice))
                .as("ten years after the year in which the service ended")
                .isNotEmpty()
                .extracting(Kept::until)
                .containsOnly(LocalDate.of(2037, 12, 31));
        assertThat(documents.of(bams)).as("the signed contract stays").isNotEmpty();
        assertThat(documents.of(notice)).as("so does the letter").isNotEmpty();
        assertThat(documents.of(left)).as("what nobody signed does not").isEmpty();
        assertThat(documents.of(sorted)).as("nor what came by mail").isEmpty();
        assertThat(orders.get(dcs).requester().name())
                .startsWith("erased-" + clock.today().getYear());
        assertThat(customers.contacts(customer)).hasSize(1);
        assertThat(log.getAll())
                .contains("Erased for " + request)
                .doesNotContainIgnoringCase(email)
                .doesNotContainIgnoringCase(name)
                .doesNotContain(digits)
                .doesNotContain(words);
    }

    /** It is no order of the person's own, so that it stays open and its draft stays with it. */
    @Test
    void draftsInOrdersOfColleaguesDoNotMentionThePerson() {
        String order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym",
                        customer,
                        "contactName",
                        "Mail administrator",
                        "contactEmail",
                        "colleague-of-" + email,
                        "contactLanguage",
                        "fr"));
        draft(
                order,
                "userTask_introduceAccountManager",
                "desk1",
                Map.of("accountManager", name + " said: \"" + phone + "\""));

        asked.erase(name, email);

        String task = desk.task(order, "userTask_introduceAccountManager").getId();
        assertThat(drafts.find(task).orElseThrow().answers()).containsEntry("accountManager", "*** said: \"***\"");
        process.withdraw(order, "End of the test");
        desk.runJobs(order);
        assertThat(drafts.find(task)).isEmpty();
    }

    @Test
    void mailThatNobodyHasSortedGoesWithItsTask() {
        Letter letter = letter("Question", "What does BAMS cost?");
        String triage = post.triage(letter);
        Letter answer = letter("Question", "And by when?").answering(letter.messageId());
        assertThat(post.triage(answer)).isEqualTo(triage);
        Letter first = Letter.of(email, "Other question", "Does BAMS read mails? " + words);
        String shared = post.triage(first);
        Letter theirs = Letter.of("colleague@%s.example".formatted(UUID.randomUUID()), "Re: BAMS", "I ask that too.")
                .answering(first.messageId());
        assertThat(post.triage(theirs)).isEqualTo(shared);
        String request = asked.register("erase", name, email);
        asked.confirm(request);
        asked.approve(request, Map.of());

        assertThat(desk.isRunning(triage)).isFalse();
        assertThat(desk.openTasks(shared)).as("somebody else wrote too").containsExactly("userTask_sortMail");
        assertThat(traces()).extracting(Trace::table).containsOnly("data_request");
        post.take(letter);
        assertThat(traces())
                .extracting(Trace::table)
                .as("the same mail does not come again")
                .containsOnly("data_request");
    }

    /** Neither register nor order tells of the customer any more: only its subscription that has ended, and the contract. */
    @Test
    void whoSignedForAFormerCustomerIsFoundByTheAcronym() {
        String order = way.contractOut("fr");
        String former = orders.get(order).acronym();
        way.registerCopies(order, Map.of("signatoryName", name));
        jdbc.sql("update subscription set state = 'active' where order_number = ?")
                .param(order)
                .update();
        subscriptions.terminate(subscriptions.ofOrder(order).orElseThrow().id(), LocalDate.of(2026, 1, 1), null);
        forgottenLongAgo(order, former);

        String without = asked.register("access", name, email);
        asked.confirm(without);
        assertThat(persons.export(without, "desk1").entries())
                .extracting(Entry::kind)
                .as("a name alone says who is meant only among the person's own")
                .doesNotContain("contract");
        String number = asked.register("access", name, email, Map.of("acronym", former.toLowerCase(Locale.ROOT)));
        asked.confirm(number);
        assertThat(persons.export(number, "desk1").entries())
                .filteredOn(entry -> entry.kind().equals("contract"))
                .extracting(entry -> entry.values().get("name"))
                .containsExactly(name);
        String erasure = asked.register("erase", name, email, Map.of("acronym", former));
        asked.confirm(erasure);
        asked.approve(erasure, Map.of());
        assertThat(requests.kept(erasure)).extracting(Kept::table).contains("contract", "order_document_content");
        assertThat(requests.kept(erasure)).extracting(Kept::until).containsOnly(LocalDate.of(2035, 12, 31));
    }

    private void forgottenLongAgo(String order, String former) {
        jdbc.sql("update service_order set state = 'completed', closed_at = ? where number = ?")
                .params(Timestamp.valueOf(LocalDateTime.now().minusDays(500)), order)
                .update();
        jdbc.sql("delete from retention_count").update();
        jdbc.sql("delete from retention_run").update();
        retention.run(true);
        String organisation = "(select id from customer_organisation where acronym = ?)";
        for (String table : List.of("customer_contact", "customer_mail_domain")) {
            jdbc.sql("delete from %s where organisation_id = %s".formatted(table, organisation))
                    .param(former)
                    .update();
        }
        jdbc.sql("delete from customer_organisation where acronym = ?")
                .param(former)
                .update();
    }

    @Test
    void erasingAgainChangesNothing() {
        mailSecurity();
        String request = asked.erase(name, email);
        List<Kept> kept = requests.kept(request);
        List<DataAccess> acts = requests.accesses(request);
        List<Map<String, Object>> before = contentOf("service_order", "correspondence", "contract", "order_event");

        persons.erase(request);

        assertThat(requests.kept(request)).isEqualTo(kept);
        assertThat(requests.accesses(request)).isEqualTo(acts).hasSize(1);
        assertThat(contentOf("service_order", "correspondence", "contract", "order_event"))
                .isEqualTo(before);
    }

    @Test
    void othersOfTheSameNameKeepTheirData() {
        String other = register.university("fr");
        jdbc.sql("update customer_contact set name = ? where roles = 'technical' and organisation_id ="
                        + " (select id from customer_organisation where acronym = ?)")
                .params(name, other)
                .update();
        String order = way.contractOut(other, "fr");
        orders.record(order, "noteAdded", Map.of("text", name + " called."));

        asked.erase(name, email);

        assertThat(customers.contacts(other)).anyMatch(contact -> contact.name().equals(name));
        assertThat(orders.events(order))
                .anyMatch(event -> (name + " called.").equals(event.facts().get("text")));
    }

    @Test
    void mentionsInOrdersOfColleaguesAreTakenOut() {
        String order = way.contractOut(customer, "fr");
        orders.record(order, "noteAdded", Map.of("text", name + " called from " + phone + " about \"mail\"."));

        asked.erase(name, email);

        assertThat(orders.events(order)).anyMatch(event -> "*** called from *** about \"mail\"."
                .equals(event.facts().get("text")));
        assertThat(orders.get(order).requester().name()).as("the colleague").isEqualTo("Mail administrator");
    }

    @Test
    void openOrderHoldsTheErasureUp() {
        String order = order("bams-order");
        String request = asked.register("erase", name, email);
        asked.confirm(request);

        assertThatThrownBy(() -> desk.complete(
                        request, "userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "approve")))
                .hasMessageContaining("form.error.ordersNeedPerson");
        process.withdraw(order, "Not now");
        desk.runJobs(order);
        desk.complete(request, "userTask_decideOnErasure", "manager1", Map.of("erasureDecision", "approve"));

        assertThat(traces()).extracting(Trace::table).containsOnly("data_request");
    }

    @Test
    void nobodyErasesWithoutApproval() {
        String request = asked.register("erase", name, email);
        asked.confirm(request);

        assertThatThrownBy(() -> persons.erase(request)).isInstanceOf(IllegalStateException.class);
        assertThat(customers.contacts(customer))
                .anyMatch(contact -> contact.email().equals(email));
    }

    /** Where the marks stand now, all told. */
    private void look() {
        marked.addAll(new Traces(jdbc).columns(marks()));
    }

    /** One that starts an order, which is withdrawn, and one that a person sorts; the order's number. */
    private String mails() {
        Letter order = letter(
                        "Demande " + words,
                        "Nous souhaitons commander BAMS. Notre acronyme est " + customer + ".\n" + words)
                .file(words + ".pdf", SamplePdf.titled(words))
                .file(words + ".xlsx", new byte[] {'P', 'K', 3, 4});
        post.take(order);
        post.order(order);
        post.take(letter("Re: " + words, "Re").answering(order.messageId()));
        String number = post.order(order).number();
        look();
        process.withdraw(number, words);
        desk.runJobs(number);
        Letter question = letter("Question " + words, "What does BAMS cost? " + words)
                .file(words + ".pdf", SamplePdf.titled(words));
        String triage = post.triage(question);
        look();
        desk.complete(triage, "userTask_sortMail", "desk1", Map.of("mailOutcome", "notForUs", "reason", words));
        return number;
    }

    private Letter letter(String subject, String text) {
        return new Letter(
                "<%s@%s.example>".formatted(UUID.randomUUID(), words), email, name, subject, text, Map.of(), Map.of());
    }

    /** Asked for on the customer's page, and decided: as long as it is open the person stands there, in either place. */
    private void anotherContact(String order) {
        for (boolean leaves : List.of(true, false)) {
            String other = "other-" + UUID.randomUUID() + "@customer.example";
            jdbc.sql(
                            "insert into contact_change (number, order_number, asked_at, former_name, former_email, name, email,"
                                    + " phone, language, open_key, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'fr', ?, 'asked')")
                    .params(
                            "CONTACT-1999-" + UUID.randomUUID().toString().substring(0, 8),
                            order,
                            Timestamp.from(clock.instant()),
                            leaves ? name : "Somebody",
                            leaves ? email : other,
                            leaves ? "Somebody" : name,
                            leaves ? other : email,
                            leaves ? null : phone,
                            order + " " + (leaves ? email : other))
                    .update();
        }
    }

    /** Both are answered; the customer says how useful that was. */
    private void questions() {
        String file = question("BAMS", "contract");
        complete(
                file,
                "userTask_answerQuestion",
                "desk1",
                Map.of("supportDecision", "passOn", "accountManager", "relations1", "note", words));
        complete(file, "userTask_discussQuestion", "relations1", Map.of("managerDecision", "giveBack", "note", words));
        waits.begin(
                desk.task(file, "userTask_answerQuestion").getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(9), words));
        look();
        complete(file, "userTask_answerQuestion", "desk1", Map.of("supportDecision", "answer", "answer", words));
        feedbacks.keep(file, Usefulness.NO, words);
        feedbacks.keep(question("DCS", "technical"), Usefulness.YES, words + " " + name);
    }

    private String question(String service, String topic) {
        Map<String, Object> answers = new HashMap<>(contact());
        answers.putAll(Map.of("service", service, "topic", topic, "question", words + " of " + name));
        answers.put("ticketReference", words);
        if (service.equals("DCS")) {
            answers.put("certificateOrder", words);
        }
        return desk.start("desk1", "support-request", answers);
    }

    private Map<String, Object> contact() {
        return Map.of(
                "acronym",
                customer,
                "contactName",
                name,
                "contactEmail",
                email,
                "contactPhone",
                phone,
                "contactLanguage",
                "fr");
    }

    /** A registered letter ends what the order brought, on the last day of 2027. */
    private String notice(String order) {
        notices.spring();
        long subscription = subscriptions.ofOrder(order).orElseThrow().id();
        jdbc.sql("update subscription set trial_ends_on = null, contract_starts_on = ? where id = ?")
                .params(LocalDate.of(2024, 3, 1), subscription)
                .update();
        subscriptions.keepDomains(subscription, List.of());
        Map<String, Object> answers = new HashMap<>(contact());
        answers.putAll(Map.of("barcode", words, "reason", words, "ticketReference", words));
        String file = notices.letter("BAMS", customer, answers);
        documents.add(file, "mailAttachment", file + "-letter.pdf", "application/pdf", SamplePdf.titled(words));
        look();
        notices.dayComes(file, subscription);
        notices.quarantineOver(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        return file;
    }

    /** What partners, colleagues and lines of files say of somebody who did not write it. */
    private void quotedByOthers(String order) {
        String said = "User " + email + " exists";
        jdbc.sql("update effect set detail = ? where order_number = ?")
                .params(said, order)
                .update();
        jdbc.sql("insert into failed_step (job_id, order_number, activity, cause, words, failed_at)"
                        + " values (?, ?, 'serviceTask_orderLicence', 'Fortinet/outage', ?, current_timestamp)")
                .params(UUID.randomUUID().toString(), order, said)
                .update();
        jdbc.sql("insert into partner_pause (partner, paused_until, reason, paused_by, paused_at)"
                        + " values (?, current_timestamp, ?, 'operations1', current_timestamp)")
                .params("Partner" + UUID.randomUUID(), said)
                .update();
        jdbc.sql("insert into customer_import (started_by, started_at, progress_at, failed, lines_total, lines_done,"
                        + " created_count, updated_count, unchanged_count, refused_count) values ('manager1',"
                        + " current_timestamp, current_timestamp, false, 1, 1, 0, 0, 0, 1)")
                .update();
        jdbc.sql("insert into customer_import_refusal (import_id, file_kind, line_number, field, reason, detail)"
                        + " select max(id), 'contacts', 2, 'phone', 'notAPhone', ? from customer_import")
                .param(said)
                .update();
        jdbc.sql("insert into subscription_import (imported_by, imported_at, created_count, updated_count,"
                        + " unchanged_count, refused_count) values ('manager1', current_timestamp, 0, 0, 0, 1)")
                .update();
        jdbc.sql("insert into subscription_import_refusal (import_id, line_number, field, reason, detail)"
                        + " select max(id), 2, 'acronym', 'unknown', ? from subscription_import")
                .param(said)
                .update();
        jdbc.sql("update subscription_event set detail = ? where order_number = ?")
                .params(said, order)
                .update();
        jdbc.sql(
                        "insert into customer_merge (from_acronym, from_name, into_acronym, state, accepted, reason, proposed_by,"
                                + " proposed_at, decision_reason) values ('OLD', 'Old', 'NEW', 'rejected', '', ?, 'manager1',"
                                + " current_timestamp, ?)")
                .params(said, said)
                .update();
        jdbc.sql("insert into reconciliation_difference (part, kind, subject, state, asked_at, first_seen, last_seen,"
                        + " reason, words) values ('fortiflex', 'licenceAfterEnd', ?, 'settled', current_timestamp,"
                        + " 'RECON-2020-00001', 'RECON-2020-00001', ?, ?)")
                .params(UUID.randomUUID().toString(), said, said)
                .update();
        jdbc.sql("insert into service_change (order_number, subscription_id, annex_signed_on) select order_number, id,"
                        + " current_date from subscription where order_number = ?")
                .param(order)
                .update();
        documents.add(
                order,
                ScanKind.SIGNED_ANNEX.code(),
                order + "-annex.pdf",
                "application/pdf",
                SamplePdf.titled("Annex of " + email));
        jdbc.sql("insert into service_change_aspect (order_number, side, aspect, position, content)"
                        + " values (?, 'before', 'administrators', 0, ?)")
                .params(order, "Contact; " + name + "; " + email)
                .update();
        jdbc.sql("insert into certificate_domain (acronym, authority, domain, order_number, place, state, state_since,"
                        + " method, wildcard, findings, trouble, mail_address) values (?, 'harica', ?, ?, 0, 'validated',"
                        + " current_timestamp, 'EMAIL', 'none', ?, ?, ?)")
                .params(customer, customer.toLowerCase(Locale.ROOT) + ".example", order, finding(said), said, email)
                .update();
        jdbc.sql("update correspondence set subject = ?, in_reply_to = ?, thread = ? where order_number = ?")
                .params("Re: " + words, "<%s@x.example>".formatted(words), "<%s@x.example>".formatted(words), order)
                .update();
    }

    private static String finding(String seen) {
        return "[{\"kind\":\"%s\",\"at\":\"a.example\",\"seen\":\"%s\",\"expected\":\"\"}]"
                .formatted(FindingKind.values()[0], seen);
    }

    /** An earlier request, which was put off and answered. */
    private void askedBefore() {
        String request = asked.register("access", name, email, Map.of("details", words));
        asked.confirm(request, Map.of("reason", words));
        asked.answer(
                request,
                Map.of(
                        "answerDecision",
                        "extend",
                        "extendedUntil",
                        clock.today().plusMonths(2).toString(),
                        "reason",
                        words));
        asked.answer(request, Map.of("reason", words));
    }

    /** From the first mail to the end, with words in every field. */
    private String mailSecurity() {
        String order = order("bams-order");
        complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                order,
                "userTask_discussWishes",
                "relations1",
                Map.of("wishes", words, "meetingNeeded", true, "meetingAt", tomorrow(), "meetingPlace", words));
        draft(order, "userTask_holdMeeting", "relations1", Map.of("minutes", words + " of " + name));
        look();
        complete(order, "userTask_holdMeeting", "relations1", Map.of("minutes", words + " of " + name));
        complete(order, "userTask_determineNeeds", "relations1", needs(true));
        complete(
                order,
                "userTask_arrangeAdvice",
                "relations1",
                Map.of("adviser", "adviser1", "appointmentAt", tomorrow()));
        complete(order, "userTask_adviseCustomer", "adviser1", Map.of("advice", words));
        complete(order, "userTask_determineNeeds", "relations1", needs(false));
        orders.record(order, "noteAdded", Map.of("text", words + " " + email));
        complete(order, "userTask_registerSignedCopies", "relations1", copies("textChanged"));
        complete(order, "userTask_decideOnChanges", "relations1", Map.of("changesDecision", "refuse", "reason", words));
        taskScans.put(
                desk.task(order, "userTask_registerSignedCopies").getId(),
                order,
                ScanKind.SIGNED_COPIES,
                SamplePdf.titled(words),
                "relations1");
        look();
        complete(order, "userTask_registerSignedCopies", "relations1", copies("none"));
        scans.add(order, ScanKind.SIGNED_COPIES, SamplePdf.plain());
        watch.untilHandOver(order);
        way.handOver(order);
        way.countersign(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        return order;
    }

    private void draft(String order, String task, String user, Map<String, Object> answers) {
        String id = desk.task(order, task).getId();
        drafts.keep(
                access.visible(id, user).orElseThrow(),
                answers,
                UUID.randomUUID().toString(),
                null,
                user);
    }

    private String certificates() {
        String order = order("dcs-order");
        complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        complete(
                order,
                "userTask_determineDomains",
                "relations1",
                Map.of(
                        "domains",
                        customer.toLowerCase(Locale.ROOT) + ".example",
                        "administratorGivenName",
                        words,
                        "administratorFamilyName",
                        name.substring("Contact ".length()),
                        "administratorEmail",
                        email,
                        "administratorPhone",
                        phone,
                        "administratorLanguage",
                        "fr"));
        complete(order, "userTask_registerSignedCopies", "relations1", copies("none"));
        way.countersign(order);
        sectigo.validate(customer);
        organisations.look(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        return order;
    }

    /** Given up before anybody signed, with a scan already there. */
    private String leftOrder() {
        String order = order("dcs-order");
        desk.complete(
                order, "userTask_reviewRequest", "desk1", Map.of("requestOutcome", "accept", "acronym", customer));
        scans.add(order, ScanKind.SIGNED_COPIES, SamplePdf.plain());
        process.withdraw(order, words);
        desk.runJobs(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        return order;
    }

    private String order(String process) {
        return desk.start(
                "desk1",
                process,
                Map.of(
                        "acronym",
                        customer,
                        "request",
                        words + " asks " + name,
                        "contactName",
                        name,
                        "contactEmail",
                        email,
                        "contactPhone",
                        phone,
                        "contactLanguage",
                        "fr",
                        "ticketReference",
                        words,
                        "customerReference",
                        words));
    }

    private Map<String, Object> needs(boolean advice) {
        return new HashMap<>(Map.of(
                "mailDomains",
                "customer.example mx.customer.example",
                "mailboxes",
                50,
                "technicalAdviceNeeded",
                advice));
    }

    private Map<String, Object> copies(String defect) {
        return Map.of(
                "copiesReceived",
                2,
                "copy1Defect",
                "none",
                "copy2Defect",
                defect,
                "signatoryName",
                name,
                "signatoryRole",
                words,
                "receivedOn",
                clock.today().toString());
    }

    private void complete(String order, String task, String user, Map<String, Object> answers) {
        desk.complete(order, task, user, answers);
    }

    private List<Trace> traces() {
        return new Traces(jdbc).of(marks());
    }

    private List<String> marks() {
        return List.of(name.split(" ")[1], email, phone, digits, words);
    }

    private boolean isThere(Kept row) {
        String key =
                switch (row.table()) {
                    case "order_document_content" -> "document_id";
                    case "policy_acceptance" -> "contract_id";
                    case "termination" -> "order_number";
                    default -> "id";
                };
        return jdbc.sql("select count(*) from %s where cast(%s as varchar(60)) = ?".formatted(row.table(), key))
                        .param(row.row())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Map<String, Object>> contentOf(String... tables) {
        return List.of(tables).stream()
                .flatMap(table -> jdbc.sql("select * from " + table + " order by 1").query().listOfRows().stream())
                .toList();
    }

    private String tomorrow() {
        return LocalDateTime.now().plusDays(1).withNano(0).toString();
    }
}
