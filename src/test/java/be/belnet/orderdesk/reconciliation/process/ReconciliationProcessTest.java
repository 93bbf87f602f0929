package be.belnet.orderdesk.reconciliation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.reconciliation.ComparisonCatalogue;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.reconciliation.Night;
import be.belnet.orderdesk.reconciliation.Reconciliations;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a night finds, and what people decide on it. */
@ProcessTest
class ReconciliationProcessTest {
    private static final String DECIDE = "userTask_decideOnDifferences";
    private static final String OUTAGE = "{\"fault\":\"failBefore\",\"calls\":\"all\",\"status\":503}";
    private static final LocalDate END = LocalDate.of(2031, 5, 31);

    @Autowired
    Nights nights;

    @Autowired
    Holdings holdings;

    @Autowired
    Desk desk;

    @Autowired
    Partners partners;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    Differences differences;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    ComparisonCatalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    DecideOnDifferencesForm form;

    @Autowired
    Gathering gathering;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasAnything() {
        nights.begin();
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        pauses.end("Fortinet");
        nights.end();
    }

    @Test
    void nothingIsFoundWhereAllAgrees() {
        customer("A");
        String night = nights.reconcile();

        assertThat(nights.outcome(night)).isEqualTo("nothing");
        assertThat(nights.part(night, "fortiflex")).isEqualTo("compared");
        assertThat(nights.seen()).isEmpty();
        assertThat(nights.ends(night)).containsExactly("endEvent_nothingFound");
    }

    @Test
    void nightBeginsAtItsHourAndOnce() throws Exception {
        customer("A");
        clock.forward(Duration.ofMinutes(-40));
        nights.look();
        assertThat(nights.latest()).as("too early").isEqualTo("RECON-2020-00001");
        clock.forward(Duration.ofMinutes(40));
        assertThat(AtOnce.run(4, nights::look)).isEmpty();
        nights.look();

        assertThat(jdbc.sql("select count(*) from reconciliation")
                        .query(Long.class)
                        .single())
                .as("one, and those of years ago are discarded")
                .isOne();
        assertThat(nights.ends(nights.latest())).containsExactly("endEvent_nothingFound");
        assertThat(nights.next()).isNotEqualTo("RECON-2020-00001");
    }

    @Test
    void licenceThatNobodyHasIsAcceptedAndReportedNoMore() {
        customer("A");
        String spare = holdings.serial();
        holdings.licence(spare, END, "ACTIVE");
        String night = nights.reconcile();

        assertThat(nights.outcome(night)).isEqualTo("task");
        assertThat(nights.seen()).containsExactly("licenceWithoutCustomer " + spare + " open");
        assertThat(facts(night).get("lines"))
                .contains(spare, "no customer and no open order", "until 31 May 2031", "a person has to see to it");
        refused(night, decision(only(night), "act"), "differenceDecision");
        refused(night, decision(only(night), "byHand"), "reason");
        decide(night, decision(only(night), "byHand", "reason", "Belongs to the laboratory"));

        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        assertThat(nights.seen()).containsExactly("licenceWithoutCustomer " + spare + " byHand");
    }

    @Test
    void acceptedDifferenceComesAgainWhenItChanges() {
        String serial = holdings.serial();
        long id = holdings.mailSecurity("A", serial, END, null);
        holdings.licence(serial, END.plusDays(1), "ACTIVE");
        String night = nights.reconcile();
        decide(night, decision(only(night), "byHand", "reason", "Fortinet corrects it"));
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        subscriptions.keepLicenceEnd(id, END.minusDays(1), null);

        assertThat(nights.outcome(nights.next())).isEqualTo("task");
    }

    @Test
    void endThatFortinetSaysIsTakenOver() {
        String serial = holdings.serial();
        long id = holdings.mailSecurity("A", serial, END, null);
        holdings.licence(serial, END.minusYears(1), "ACTIVE");
        String night = nights.reconcile();
        assertThat(facts(night).get("lines")).contains("until 31 May 2031", "until 31 May 2030", "partner’s date");
        decide(night, decision(only(night), "act"));

        assertThat(subscriptions.get(id).references().licenceEndsOn()).isEqualTo(END.minusYears(1));
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        assertThat(nights.state(DifferenceKind.LICENCE_END_DIFFERS)).isEqualTo("settled");
        assertThat(nights.seen()).isEmpty();
    }

    @Test
    void licencesThatRunAfterTheEndAreEndedAllAtOnce() {
        customer("A");
        List<String> serials =
                IntStream.range(0, 3).mapToObj(i -> afterEnd("E" + i)).toList();
        String night = nights.reconcile();
        assertThat(nights.seen()).hasSize(3).allMatch(line -> line.startsWith("licenceAfterEnd"));
        desk.submit(night, DECIDE, "operations1", decision("all/fortiflex/licenceAfterEnd/endLicence", "act"));
        assertThat(desk.due(night)).as("one job each").isNotEmpty();
        desk.runJobs(night);

        assertThat(serials)
                .allSatisfy(serial -> assertThat(holdings.licenceStatus(serial)).isEqualTo("STOPPED"));
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
    }

    @Test
    void actThatThePartnerRefusesIsDecidedAgain() {
        String organisation = holdings.organisation("Organisation A");
        String another = holdings.organisation("Organisation B");
        holdings.delegate("b.nights.example", another);
        holdings.certificates("B", "sectigo", another, "b.nights.example");
        holdings.delegate("a.nights.example", another);
        holdings.certificates("A", "sectigo", organisation, "a.nights.example");
        String night = nights.reconcile();
        decide(night, decision(only(night), "act"));
        assertThat(desk.openTasks(night)).containsExactly(DECIDE);
        assertThat(facts(night).get("lines")).contains("Not done: Sectigo");
        holdings.undelegate("a.nights.example");
        decide(night, decision(only(night), "act"));

        assertThat(holdings.isDelegated("a.nights.example")).isTrue();
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
    }

    @Test
    void actThatMakesNoSenseAnyMoreIsNotDone() {
        customer("A");
        String serial = afterEnd("E");
        String night = nights.reconcile();
        String choice = only(night);
        holdings.mailSecurity("NEW", serial, END, null);
        decide(night, decision(choice, "act"));

        assertThat(holdings.licenceStatus(serial)).isEqualTo("ACTIVE");
        assertThat(nights.state(DifferenceKind.LICENCE_AFTER_END)).isEqualTo("gone");
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
    }

    @Test
    void differenceThatIsLeftComesAgainOnItsDay() {
        customer("A");
        afterEnd("E");
        String night = nights.reconcile();
        var leave = new HashMap<>(decision(only(night), "leave"));
        refused(night, leave, "askAgainIn");
        leave.put("askAgainIn", 3);
        decide(night, leave);

        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        nights.pass(1);
        String again = nights.next();
        assertThat(nights.outcome(again)).isEqualTo("task");
        assertThat(desk.openTasks(again)).containsExactly(DECIDE);
    }

    @Test
    void laterDifferencesJoinTheOpenTask() {
        customer("A");
        afterEnd("E");
        String first = nights.reconcile();
        assertThat(nights.outcome(nights.next())).as("the same again").isEqualTo("nothing");
        afterEnd("F");
        String later = nights.next();

        assertThat(nights.outcome(later)).isEqualTo("added");
        assertThat(nights.ends(later)).containsExactly("endEvent_addedToOpenTask");
        assertThat(differences.open(first)).hasSize(2);
        decide(first, decision("one/" + differences.open(first).get(0).id(), "act"));
        assertThat(desk.openTasks(first)).as("one is left").containsExactly(DECIDE);
        decide(first, decision(only(first), "byHand", "reason", "In the portal"));
        assertThat(nights.ends(first)).containsExactly("endEvent_differencesHandedOver");
        afterEnd("G");
        assertThat(nights.outcome(nights.next())).as("a task of its own").isEqualTo("task");
    }

    @Test
    void taskIsTakenBackWhenNothingDiffersAnyMore() {
        customer("A");
        String spare = holdings.serial();
        holdings.licence(spare, END, "ACTIVE");
        String night = nights.reconcile();
        holdings.forgetLicence(spare);
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");

        assertThat(desk.openTasks(night)).isEmpty();
        assertThat(nights.ends(night)).containsExactly("endEvent_nothingToDecide");
        assertThat(nights.state(DifferenceKind.LICENCE_WITHOUT_CUSTOMER)).isEqualTo("gone");
    }

    @Test
    void firstNightAfterAnImportOnlyReports() {
        long id = customer("A");
        String spare = holdings.serial();
        holdings.licence(spare, END, "ACTIVE");
        nights.firstOfAll();
        holdings.takeOver(id, clock.instant().minusSeconds(60));
        String first = nights.reconcile();

        assertThat(nights.outcome(first)).isEqualTo("reported");
        assertThat(nights.ends(first)).containsExactly("endEvent_nothingFound");
        assertThat(nights.seen()).containsExactly("licenceWithoutCustomer " + spare + " reported");
        String second = nights.next();
        assertThat(nights.outcome(second)).isEqualTo("task");
        assertThat(desk.openTasks(second)).containsExactly(DECIDE);
    }

    @Test
    void partnerThatDoesNotAnswerIsNotComparedAndNothingOfItIsGone() {
        customer("A");
        String spare = holdings.serial();
        holdings.licence(spare, END, "ACTIVE");
        nights.reconcile();
        partners.fail("fortiflex", OUTAGE);
        nights.pass(1);
        String night = nights.reconcile();
        assertThat(nights.outcome(night)).as("asked again later").isEqualTo("comparing");
        assertThat(nights.part(night, "fortiflex")).isEqualTo("waiting");
        assertThat(nights.part(night, "openstack")).isEqualTo("compared");
        clock.forward(Duration.ofMinutes(121));
        nights.look();

        assertThat(nights.outcome(night)).isEqualTo("nothing");
        assertThat(nights.part(night, "fortiflex")).isEqualTo("notCompared");
        assertThat(nights.seen()).containsExactly("licenceWithoutCustomer " + spare + " open");
    }

    @Test
    void partnerThatAnswersLateIsComparedInTheSameNight() {
        customer("A");
        partners.fail("fortiflex", OUTAGE);
        String night = nights.reconcile();
        partners.heal();
        nights.look();
        assertThat(nights.outcome(night)).as("not at once").isEqualTo("comparing");
        clock.forward(Duration.ofMinutes(16));
        nights.look();

        assertThat(nights.part(night, "fortiflex")).isEqualTo("compared");
        assertThat(nights.outcome(night)).isEqualTo("nothing");
    }

    @Test
    void pausedPartnerIsNotAsked() {
        customer("A");
        pauses.begin(new PartnerPause("Fortinet", clock.instant().plus(Duration.ofDays(1)), "maintenance", "manager1"));
        String night = nights.reconcile();
        clock.forward(Duration.ofMinutes(121));
        nights.look();

        assertThat(nights.part(night, "fortiflex")).isEqualTo("notCompared");
        assertThat(nights.seen()).isEmpty();
    }

    @Test
    void emptyListingIsDoubtedAndProposesNothing() {
        IntStream.range(0, 4).forEach(i -> holdings.mailSecurity("A" + i, holdings.serial(), END, null));
        String night = nights.reconcile();

        assertThat(nights.part(night, "fortiflex")).isEqualTo("doubtful");
        assertThat(nights.seen()).containsExactly("listingDoubtful fortiflex open");
        assertThat(nights.count("doubtful")).isEqualTo(4);
        assertThat(facts(night).get("lines")).contains("FortiFlex", "nothing is proposed");
        refused(night, decision(only(night), "act"), "differenceDecision");
    }

    @Test
    void listingOfWhichTooMuchDiffersIsDoubted() {
        IntStream.range(0, 90).forEach(i -> customer("A" + i));
        IntStream.range(0, 11).forEach(i -> holdings.mailSecurity("B" + i, holdings.serial(), END, null));
        String night = nights.reconcile();
        assertThat(nights.part(night, "fortiflex")).isEqualTo("doubtful");
        assertThat(differences.open(night)).hasSize(1);

        IntStream.range(0, 10).forEach(i -> customer("C" + i));
        String later = nights.next();
        assertThat(nights.part(later, "fortiflex")).as("a tenth is believed").isEqualTo("compared");
        assertThat(nights.seen()).hasSize(11).allMatch(line -> line.startsWith("customerWithoutLicence"));
    }

    @Test
    void nodeThatDiesBetweenListingAndReportCostsNothingTwice() {
        customer("A");
        String serial = afterEnd("E");
        begunAndDied("fortiflex");
        nights.look();
        assertThat(nights.outcome(nights.latest()))
                .as("the other node still has it")
                .isEqualTo("comparing");
        holdings.forgetLicence(serial);
        clock.forward(Duration.ofMinutes(121));
        nights.look();
        nights.look();

        String night = nights.latest();
        assertThat(nights.outcome(night)).isEqualTo("task");
        assertThat(differences.open(night))
                .as("what was compared before it died counts")
                .extracting(KnownDifference::difference)
                .extracting(Difference::subject)
                .containsExactly(serial);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reconciliation")
                        .count())
                .isOne();
        assertThat(desk.openTasks(night)).containsExactly(DECIDE);
    }

    @Test
    void nodeThatComesBackFromTheDeadWritesNothing() {
        customer("A");
        afterEnd("E");
        Night night = begunAndDied();
        clock.forward(Duration.ofMinutes(121));
        assertThat(reconciliations.claim("alive")).isPresent();
        var late = catalogue.of("fortiflex");
        reconciliations.keep(night, "dead", late, clock.instant(), late.compare());

        assertThat(nights.seen()).isEmpty();
        assertThat(reconciliations.finish(night, "dead")).isEmpty();
        reconciliations.release(night, "alive");
        nights.look();
        assertThat(nights.part(night.number(), "fortiflex")).isEqualTo("compared");
        assertThat(nights.seen()).hasSize(1);
    }

    @Test
    void stepThatRunsTwiceEndsTheLicenceOnce() {
        customer("A");
        String serial = afterEnd("E");
        String night = nights.reconcile();
        desk.submit(night, DECIDE, "operations1", decision(only(night), "act"));
        partners.fail("fortiflex", "{\"fault\":\"failAfter\",\"times\":1,\"path\":\"entitlements/stop$\"}");
        assertThatThrownBy(() -> desk.runJobs(night)).hasMessageContaining("FortiFlex");
        clock.forward(Duration.ofMinutes(6));
        desk.pending(night).forEach(job -> management.executeJob(job.getId()));

        assertThat(holdings.licenceStatus(serial)).isEqualTo("STOPPED");
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
    }

    @Test
    void actThatFailsAtEveryAttemptIsAFailedStepLikeAnyOther() {
        customer("A");
        String serial = afterEnd("E");
        String night = nights.reconcile();
        desk.submit(night, DECIDE, "operations1", decision(only(night), "act"));
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"calls\":\"changes\",\"status\":503}");
        gathering.exhaust(night, failed -> clock.forward(Duration.ofMinutes(6)));
        String failure = gathering.failureOf(night).orElseThrow();

        assertThat(desk.openTasks(failure)).containsExactly(Gathering.DECIDE);
        for (String needless : List.of("byHand", "cancel")) {
            var answers = Map.<String, Object>of("failureDecision", needless, "reason", "Done", "reference", serial);
            assertThatThrownBy(() -> desk.submit(failure, Gathering.DECIDE, "operations1", answers))
                    .hasMessageContaining("withoutOrder");
        }
        partners.heal();
        assertThat(gathering.retry(night)).isTrue();
        desk.pending(night).forEach(job -> management.executeJob(job.getId()));
        assertThat(holdings.licenceStatus(serial)).isEqualTo("STOPPED");
        assertThat(nights.ends(night)).containsExactly("endEvent_differencesHandedOver");
    }

    @Test
    void nightEndsWhereWhatWasDecidedFailedAndIsMendedByHand() {
        customer("A");
        String serial = afterEnd("E");
        String night = nights.reconcile();
        desk.submit(night, DECIDE, "operations1", decision(only(night), "act"));
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"calls\":\"changes\",\"status\":503}");
        gathering.exhaust(night, failed -> clock.forward(Duration.ofMinutes(6)));
        partners.heal();
        holdings.forgetLicence(serial);

        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
    }

    /** A customer whose licence is as it should be; the subscription. */
    private long customer(String acronym) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        return holdings.mailSecurity(acronym, serial, END, null);
    }

    /** A licence that runs though its service has ended; its serial number. */
    private String afterEnd(String acronym) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        holdings.end(holdings.mailSecurity(acronym, serial, END, null), LocalDate.of(2026, 1, 1));
        return serial;
    }

    /** A node that has begun the night, compared some parts, and is heard of no more. */
    private Night begunAndDied(String... parts) {
        String number = reconciliations.begin(reconciliations.due().orElseThrow());
        processes.startProcessInstanceByKey("reconciliation", number);
        Night night = reconciliations.claim("dead").orElseThrow();
        for (String part : parts) {
            reconciliations.keep(
                    night,
                    "dead",
                    catalogue.of(part),
                    clock.instant(),
                    catalogue.of(part).compare());
        }
        return night;
    }

    private String only(String night) {
        assertThat(differences.open(night)).hasSize(1);
        return "one/" + differences.open(night).get(0).id();
    }

    private static Map<String, Object> decision(String choice, String decision, String... more) {
        var answers = new HashMap<String, Object>(Map.of("differences", choice, "differenceDecision", decision));
        if (more.length > 0) {
            answers.put(more[0], more[1]);
        }
        return answers;
    }

    private void decide(String night, Map<String, Object> answers) {
        desk.complete(night, DECIDE, "operations1", answers);
    }

    private void refused(String night, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> decide(night, answers))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(AnswersRefusedException.Refusal::field)
                        .containsExactly(field));
    }

    private Map<String, String> facts(String night) {
        return form.facts(new FormContext(night, desk.task(night, DECIDE).getId(), "operations1", Locale.ENGLISH));
    }
}
