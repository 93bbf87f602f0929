package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.bams.process.LicenceDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionEvent;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licences of subscriptions that go on are extended before they end, by call or by a person. */
@ProcessTest
class LicenceExtensionProcessTest {
    private static final String SETTLE = "userTask_settleLicenceExtension";

    @Autowired
    LicenceDays days;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Desk desk;

    @Autowired
    Partners partners;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    Gathering gathering;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Subscription subscription;
    private long id;
    private LocalDate end;

    @BeforeEach
    void licenceThatEndsInSixtyDays() {
        subscription = known.mailSecurity("nl", LocalDate.of(2026, 1, 1), null);
        id = subscription.id();
        days.order(subscription);
        days.askForNoOther(id);
        end = clock.today().plusDays(60);
        days.endOn(id, end);
    }

    @AfterEach
    void allIsWell() {
        clock.putBack();
        partners.heal();
        pauses.end("Fortinet");
        gathering.forget();
        jdbc.sql("update subscription set licence_serial = null where id = ?")
                .param(id)
                .update();
    }

    @Test
    void licenceIsExtendedBeforeItEnds() {
        List<String> files = days.look(id);

        assertThat(files).hasSize(1);
        assertThat(orders.get(files.get(0)).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(orders.get(files.get(0)).isInternal()).isTrue();
        assertThat(days.lastDayAtFortinet(id)).isEqualTo(end.plusYears(1));
        assertThat(endKnown()).isEqualTo(end.plusYears(1));
        assertThat(history()).endsWith("licenceExtended");
        assertThat(days.look(id)).as("next year again").hasSize(1);
    }

    @Test
    void licenceThatLastsLongerIsLeftAlone() {
        days.endOn(id, end.plusDays(1));

        assertThat(days.look(id)).isEmpty();
    }

    @Test
    void endThatIsNotKnownIsAskedFor() {
        jdbc.sql("update subscription set licence_ends_on = null where id = ?")
                .param(id)
                .update();
        days.endAtFortinet(id, end.plusYears(2));
        days.look(id);

        assertThat(endKnown()).isEqualTo(end.plusYears(2));
        assertThat(history()).endsWith("licenceEndSeen");
    }

    @Test
    void silentSupplierIsAskedAgainAnotherDay() {
        jdbc.sql("update subscription set licence_ends_on = null where id = ?")
                .param(id)
                .update();
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"calls\":\"all\",\"status\":503}");
        days.look(id);
        partners.heal();
        days.look(id);
        assertThat(endKnown()).as("asked once a day").isNull();
        jdbc.sql("update subscription set licence_looked_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant().minusSeconds(90_000)), id)
                .update();
        days.lookOnly();

        assertThat(endKnown()).isEqualTo(end);
    }

    @Test
    void pausedSupplierIsNotAsked() {
        jdbc.sql("update subscription set licence_ends_on = null where id = ?")
                .param(id)
                .update();
        pauses.begin(new PartnerPause("Fortinet", clock.instant().plus(Duration.ofDays(1)), "maintenance", "manager1"));
        days.look(id);
        assertThat(endKnown()).isNull();
        pauses.end("Fortinet");
        days.endAtFortinet(id, end.plusYears(2));
        days.look(id);

        assertThat(endKnown()).isEqualTo(end.plusYears(2));
    }

    @Test
    void licenceEndsWithTheServiceWhenNoticeWasGiven() {
        subscriptions.giveNotice(id, clock.today(), end.plusDays(1), null);

        assertThat(days.look(id)).isEmpty();
    }

    @Test
    void licenceLastsAsLongAsTheServiceGoesOnAfterNotice() {
        subscriptions.giveNotice(id, clock.today(), end.plusDays(101), null);

        assertThat(days.look(id)).hasSize(1);
        assertThat(endKnown()).isEqualTo(end.plusDays(100));
    }

    @Test
    void endedSubscriptionNeedsNoLicence() {
        subscriptions.terminate(id, clock.today(), null);

        assertThat(days.look(id)).isEmpty();
    }

    @Test
    void extensionThatWasMadeBeforeTheAnswerWasLostIsFound() {
        days.lookOnly();
        String file = days.files(id).get(0);
        partners.fail("fortiflex", "{\"fault\":\"failAfter\",\"times\":1,\"path\":\"entitlements/update$\"}");
        assertThatThrownBy(() -> desk.runJobs(file)).isInstanceOf(OutcomeUnknownException.class);
        clock.forward(Duration.ofMinutes(6));
        desk.pending(file).forEach(job -> management.executeJob(job.getId()));

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(endKnown()).isEqualTo(end.plusYears(1));
    }

    @Test
    void refusedExtensionIsAPersonsTaskAndIsTriedAgain() {
        days.status(id, "STOPPED");
        String file = days.look(id).get(0);
        assertThat(desk.openTasks(file)).containsExactly(SETTLE);
        desk.complete(file, SETTLE, "operations1", Map.of("extensionDecision", "tryAgain"));
        assertThat(desk.openTasks(file)).as("nothing was put right").containsExactly(SETTLE);
        days.status(id, "ACTIVE");
        desk.complete(file, SETTLE, "operations1", Map.of("extensionDecision", "tryAgain"));

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(endKnown()).isEqualTo(end.plusYears(1));
    }

    @Test
    void throughTheDistributorAPersonBuysTheExtension() {
        jdbc.sql("update bams_order set through_distributor = true where order_number = ?")
                .param(subscription.orderNumber())
                .update();
        String file = days.look(id).get(0);
        assertThat(desk.openTasks(file)).containsExactly(SETTLE);
        assertThat(days.lastDayAtFortinet(id)).as("nothing is called").isEqualTo(end);

        refused(file, Map.of("extensionDecision", "tryAgain"), "form.error.nothingToTryAgain");
        refused(file, Map.of("extensionDecision", "extended"), "form.error.required");
        refused(file, Map.of("extensionDecision", "extended", "licenceEndsOn", end.toString()), "form.error.noLater");
        desk.complete(
                file,
                SETTLE,
                "operations1",
                Map.of(
                        "extensionDecision",
                        "extended",
                        "licenceEndsOn",
                        end.plusYears(1).toString()));

        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(endKnown()).isEqualTo(end.plusYears(1));
    }

    @Test
    void licenceThatIsLeftToEndIsLeftAloneUntilItsEndChanges() {
        days.status(id, "STOPPED");
        String file = days.look(id).get(0);
        refused(file, Map.of("extensionDecision", "leave"), "form.error.needsReason");
        desk.complete(
                file, SETTLE, "operations1", Map.of("extensionDecision", "leave", "reason", "Appliance is replaced"));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(orders.get(file).closingReason()).isEqualTo("Appliance is replaced");
        assertThat(days.look(id)).containsExactly(file);
        days.status(id, "ACTIVE");
        days.endOn(id, end.minusDays(1));

        assertThat(days.look(id)).hasSize(2);
    }

    @Test
    void cancelledFileTellsNobodyAndMakesRoomForAnother() {
        days.status(id, "STOPPED");
        String file = days.look(id).get(0);
        process.cancel(file, "Opened by mistake");
        desk.runJobs(file);

        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(correspondence.of(file)).isEmpty();
        assertThat(days.look(id)).hasSize(2);
    }

    @Test
    void stepThatIsDoneByHandHasItsEndAskedFor() {
        days.lookOnly();
        String file = days.files(id).get(0);
        partners.fail("fortiflex", "{\"fault\":\"failBefore\",\"status\":503}");
        gathering.exhaust(file, failed -> {});
        String failure = gathering.failureOf(file).orElseThrow();
        desk.complete(
                failure,
                Gathering.DECIDE,
                "operations1",
                Map.of("failureDecision", "byHand", "reference", "FEVM-2027", "reason", "In the portal"));
        partners.heal();
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(endKnown()).as("the reference is no date").isNull();
        days.endAtFortinet(id, end.plusYears(1));
        days.look(id);

        assertThat(endKnown()).isEqualTo(end.plusYears(1));
    }

    @Test
    void ofTwoNodesOneOpensTheFile() throws Exception {
        assertThat(AtOnce.run(4, days::lookOnly)).isEmpty();

        assertThat(days.files(id)).hasSize(1);
        assertThat(orders.events(days.files(id).get(0)))
                .extracting(OrderEvent::kind)
                .contains("licenceEnding");
    }

    private void refused(String file, Map<String, Object> answers, String reason) {
        assertThatThrownBy(() -> desk.complete(file, SETTLE, "operations1", answers))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .singleElement()
                        .satisfies(one -> assertThat(one.toString()).contains(reason)));
    }

    private LocalDate endKnown() {
        return subscriptions.get(id).references().licenceEndsOn();
    }

    private List<String> history() {
        return subscriptions.history(id).stream().map(SubscriptionEvent::kind).toList();
    }
}
