package be.belnet.orderdesk.failure.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of steps that are out of attempts. */
@ProcessTest
class FailedStepTest {
    private static final String DECIDE = "userTask_decideOnFailedStep";
    private static final String OUTAGE = "{\"fault\":\"failBefore\",\"status\":503}";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Partners partners;

    @Autowired
    Failures failures;

    @Autowired
    FailureRounds rounds;

    @Autowired
    Gathering gathering;

    @Autowired
    DecideOnFailedStepForm form;

    @Autowired
    FailureDecisions decisions;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    OrderProcess process;

    @Autowired
    Effects effects;

    @Autowired
    OrderFile orders;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    @AfterEach
    void allIsWell() {
        partners.heal();
        clock.putBack();
        pauses.end("Fortinet");
        gathering.forget();
    }

    @Test
    void outageIsOneTaskAndOneClickResumesAllOrders() {
        partners.fail("fortiflex", OUTAGE);
        List<String> inFlight =
                Stream.generate(() -> failed(way.contractOut("en"))).limit(20).toList();
        String failure = gathered();

        assertThat(failures.of(failure)).extracting(FailedStep::orderNumber).containsExactlyElementsOf(inFlight);
        assertThat(inFlight)
                .allSatisfy(order -> assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract"));
        partners.heal();
        decide(failure, Map.of("failureDecision", "retry"));
        inFlight.forEach(order -> management.executeJob(licenceJob(order).getId()));

        assertThat(ends(failure)).containsExactly("endEvent_retried");
        assertThat(inFlight).allSatisfy(order -> assertThat(partners.count(order, "licence created"))
                .isOne());
        assertThat(told(inFlight.get(0))).containsSubsequence("stepFailed", "stepTriedAgain", "licenceOrdered");
    }

    @Test
    void laterOrderJoinsTheTaskOfItsCause() {
        partners.fail("fortiflex", OUTAGE);
        String first = failed(way.contractOut("en"));
        String failure = gathered();
        String second = failed(way.contractOut("en"));

        assertThat(gathered()).isEqualTo(failure);
        assertThat(failures.of(failure)).extracting(FailedStep::orderNumber).containsExactly(first, second);
    }

    @Test
    void formTellsWhatIsKnown() {
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":500,\"calls\":\"changes\"}");
        String order = failed(way.contractOut("en"));
        Map<String, String> facts = form.facts(context(gathered()));

        assertThat(facts.get("words")).isEqualTo("FortiFlex: failed with HTTP status 500");
        assertThat(facts.get("steps"))
                .contains(order, "Order the licence", "perhaps done", "looked up", "becomes void");
    }

    @Test
    void stepDoneByHandGoesOnWithItsReference() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String failure = gathered();
        assertRefused(failure, Map.of("failureDecision", "byHand", "reason", "Portal"), "reference");
        assertRefused(failure, Map.of("failureDecision", "byHand", "reference", "FEMLVM1"), "reason");
        decide(failure, Map.of("failureDecision", "byHand", "reference", "FEMLVM1", "reason", "Ordered in the portal"));
        management.executeJob(licenceJob(order).getId());

        assertThat(ends(failure)).containsExactly("endEvent_doneByHand");
        assertThat(effects.find(order, "orderLicence")).hasValueSatisfying(effect -> {
            assertThat(effect.state()).isEqualTo(Effect.State.DONE);
            assertThat(effect.objectId()).isEqualTo("FEMLVM1");
        });
        assertThat(partners.count(order, "licence created")).isZero();
        assertThat(told(order)).containsSubsequence("stepFailed", "doneByHand", "licenceOrdered");
    }

    @Test
    void theOnlyStepIsChosenBeforehandAndGivesWayToNoOther() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String failure = gathered();
        String step = failures.ofOrder(order).get(0).jobId();
        assertThat(form.values(context(failure))).containsExactly(Map.entry("failedStep", step));

        failed(way.contractOut("en"));
        assertThat(gathered()).isEqualTo(failure);
        assertThat(form.values(context(failure))).isEmpty();
        failures.settle(failures.ofOrder(order).get(0));
        assertRefused(
                failure,
                Map.of("failureDecision", "cancel", "failedStep", step, "reason", "No longer offered"),
                "failedStep");
    }

    @Test
    void stepWhoseFailureWasClosedIsPutBeforePeopleAgain() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String former = gathered();
        failures.close(former);
        String failure = gathered();

        assertThat(failure).isNotEqualTo(former);
        assertThat(failures.of(failure)).extracting(FailedStep::orderNumber).containsExactly(order);
        assertThat(desk.openTasks(failure)).containsExactly(DECIDE);
    }

    @Test
    void oneOfManyIsDoneByHandOnlyWhereNoOtherCouldBeMeant() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        FailedStep licence = failures.ofOrder(order).get(0);
        for (String name : List.of("a.example", "b.example")) {
            assertThatThrownBy(() -> effects.once(order, "CA", Effect.step("addDomains", name), Optional::empty, () -> {
                        throw new PartnerUnavailableException("CA", "down");
                    }))
                    .isInstanceOf(PartnerUnavailableException.class);
        }
        var domain = new FailedStep(
                licence.jobId(), order, "serviceTask_addDomains", "CA", "down", "down", licence.failedAt(), null);

        assertThatThrownBy(() -> decisions.doneByHand(domain, "4711", "Portal"))
                .isInstanceOf(AnswersRefusedException.class)
                .hasMessageContaining("byHandInParts");
        assertThat(effects.find(order, "addDomains:a.example"))
                .map(Effect::state)
                .contains(Effect.State.INTENDED);

        effects.doneByHand(order, "addDomains:b.example", "4711");
        decisions.doneByHand(domain, "4712", "Portal");
        assertThat(effects.find(order, "addDomains:a.example"))
                .map(Effect::state)
                .contains(Effect.State.DONE);
        assertThatThrownBy(() -> decisions.doneByHand(domain, "4713", "Portal"))
                .as("what was never tried has no effect that could be meant")
                .hasMessageContaining("byHandInParts");
    }

    @Test
    void oneOfTwoIsCancelledAndTheOtherStaysToBeDecidedOn() {
        partners.fail("fortiflex", OUTAGE);
        String given = failed(way.contractOut("en"));
        String kept = failed(way.contractOut("en"));
        String failure = gathered();
        assertRefused(failure, Map.of("failureDecision", "cancel", "reason", "No longer offered"), "failedStep");
        String step = failures.ofOrder(given).get(0).jobId();
        decide(failure, Map.of("failureDecision", "cancel", "failedStep", step, "reason", "No longer offered"));
        partners.heal();
        desk.runJobs(given);

        assertThat(desk.order(given).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.openTasks(failure)).containsExactly(DECIDE);
        decide(failure, Map.of("failureDecision", "retry"));
        management.executeJob(licenceJob(kept).getId());
        assertThat(partners.count(kept, "licence created")).isOne();
        assertThat(partners.count(given, "licence created")).isZero();
    }

    @Test
    void lastOrderCancelledEndsTheDecision() {
        partners.fail("fortiflex", OUTAGE);
        failed(way.contractOut("en"));
        String failure = gathered();
        decide(failure, Map.of("failureDecision", "cancel", "reason", "No longer offered"));
        assertThat(ends(failure)).containsExactly("endEvent_orderCancelled");
    }

    @Test
    void pausedPartnerLetsStepsWaitAndNoneFails() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String failure = gathered();
        LocalDateTime twoHours = LocalDateTime.now(clock.withZone(ZoneId.of("Europe/Brussels")))
                .plusHours(2)
                .truncatedTo(ChronoUnit.MINUTES);
        var pause = Map.<String, Object>of("failureDecision", "retry", "retryFrom", twoHours.toString());
        assertRefused(failure, pause, "reason");
        decide(failure, Map.of("failureDecision", "retry", "retryFrom", twoHours.toString(), "reason", "Maintenance"));
        assertThat(pauses.of("Fortinet")).isPresent();

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> management.executeJob(licenceJob(order).getId()))
                    .hasMessageContaining("paused");
        }
        Job waiting = licenceJob(order);
        assertThat(waiting.getRetries()).isEqualTo(4);
        assertThat(waiting.getDuedate().toInstant())
                .isAfterOrEqualTo(twoHours.atZone(ZoneId.of("Europe/Brussels")).toInstant());
        partners.heal();
        clock.forward(Duration.ofMinutes(125));
        management.executeJob(waiting.getId());
        assertThat(partners.count(order, "licence created")).isOne();
    }

    @Test
    void pauseThatGetsAnotherEndLetsItsStepsGoOnAtThat() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String failure = gathered();
        Instant monday = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        pauses.begin(new PartnerPause("Fortinet", monday, "Maintenance", "operations1"));
        String other = way.contractOut("en");
        desk.submit(other, "userTask_registerSignedCopies", "relations1", way.copies());
        assertThatThrownBy(() -> desk.runJobs(other)).hasMessageContaining("paused");
        assertThat(licenceJob(other).getDuedate().toInstant()).isAfterOrEqualTo(monday);

        LocalDateTime soon = LocalDateTime.now(clock.withZone(ZoneId.of("Europe/Brussels")))
                .plusHours(2)
                .truncatedTo(ChronoUnit.MINUTES);
        decide(failure, Map.of("failureDecision", "retry", "retryFrom", soon.toString(), "reason", "Sooner"));
        assertThat(licenceJob(other).getDuedate().toInstant())
                .as("it puts itself off to the new end")
                .isBeforeOrEqualTo(clock.instant());
        assertThat(order).isNotEqualTo(other);
    }

    @Test
    void applianceMadeByHandIsFoundByTryingAgain() {
        partners.fail("openstack", OUTAGE);
        String order = way.contractOut("en");
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        exhaust(order);
        assertRefused(
                gathered(),
                Map.of("failureDecision", "byHand", "reference", "4711", "reason", "Made in Horizon"),
                "failureDecision");
    }

    @Test
    void orderLeftSinceTheFormOpenedHoldsUpNoOther() {
        partners.fail("fortiflex", OUTAGE);
        String left = failed(way.contractOut("en"));
        String kept = failed(way.contractOut("en"));
        String failure = gathered();
        process.cancel(left, "No longer offered");
        partners.heal();
        String step = failures.ofOrder(left).get(0).jobId();
        var byHand = Map.<String, Object>of(
                "failureDecision", "byHand", "failedStep", step, "reference", "FEMLVM1", "reason", "Portal");
        assertRefused(failure, byHand, "failedStep");
        decide(failure, Map.of("failureDecision", "retry"));
        management.executeJob(licenceJob(kept).getId());

        assertThat(partners.count(kept, "licence created")).isOne();
        assertThat(told(left)).doesNotContain("stepTriedAgain");
        assertThat(ends(failure)).containsExactly("endEvent_retried");
    }

    @Test
    void stepThatWentOnInCockpitNeedsNoDecision() {
        partners.fail("fortiflex", OUTAGE);
        String order = failed(way.contractOut("en"));
        String failure = gathered();
        partners.heal();
        management.setJobRetries(licenceJob(order).getId(), 1);
        rounds.look();

        assertThat(desk.openTasks(failure)).isEmpty();
        assertThat(ends(failure)).containsExactly("endEvent_nothingToDecide");
        assertThat(failures.of(failure)).isEmpty();
    }

    @Test
    void undoingThatFailedIsDoneByHand() {
        String order = way.contractOut("en");
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        desk.runJobs(order);
        partners.fail("fortiflex", OUTAGE);
        partners.fail("openstack", OUTAGE);
        process.cancel(order, "No longer offered");
        exhaust(order);
        String failure = gathered();
        assertThat(form.facts(context(failure)).get("steps"))
                .contains("to be taken back still", "Fortinet (", "OpenStack (")
                .doesNotContain("If the order were cancelled");
        decide(failure, Map.of("failureDecision", "byHand", "reason", "Both closed down, ticket 4711"));
        exhaust(order);

        assertThat(desk.order(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(told(order)).contains("undoneByHand");
        assertThat(effects.toUndo(order)).isEmpty();
    }

    /** Brings an order to its licence, and the licence to its last attempt. */
    private String failed(String order) {
        desk.submit(order, "userTask_registerSignedCopies", "relations1", way.copies());
        exhaust(order);
        assertThat(failures.ofOrder(order)).hasSize(1);
        return order;
    }

    /** Leases of attempts whose end is not known are over by the next. */
    private void exhaust(String order) {
        gathering.exhaust(order, failed -> clock.forward(Duration.ofMinutes(6)));
    }

    /** The one failure that is to be decided on. */
    private String gathered() {
        rounds.look();
        List<String> open =
                failures.all().stream().map(FailedStep::failure).distinct().toList();
        assertThat(open).hasSize(1);
        assertThat(desk.openTasks(open.get(0))).containsExactly(DECIDE);
        return open.get(0);
    }

    private void decide(String failure, Map<String, Object> answers) {
        desk.submit(failure, DECIDE, "operations1", answers);
    }

    private void assertRefused(String failure, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> decide(failure, answers))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting(AnswersRefusedException.Refusal::field)
                        .containsExactly(field));
    }

    private FormContext context(String failure) {
        return new FormContext(failure, desk.task(failure, DECIDE).getId(), "operations1", Locale.ENGLISH);
    }

    private Job licenceJob(String order) {
        return management
                .createJobQuery()
                .processInstanceId(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(order, "bams-order")
                        .singleResult()
                        .getId())
                .activityId("serviceTask_orderLicence")
                .singleResult();
    }

    private List<String> ends(String failure) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(failure)
                .singleResult()
                .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(ended -> ended.getActivityId())
                .toList();
    }

    private List<String> told(String order) {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }
}
