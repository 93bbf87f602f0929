package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Zones;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.Terminations;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Notice in a trial that runs while Belnet has not countersigned the contract: the order has not activated the service. */
@ProcessTest
class TrialNoticeTest {
    private static final int TRIAL = 30;
    private static final String COUNTERSIGN = "userTask_countersignContract";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Notices notices;

    @Autowired
    Watch watch;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Terminations terminations;

    @Autowired
    ContractDesk contracts;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    Partners partners;

    @Autowired
    TestClock clock;

    private String customer;
    private String domain;

    @BeforeEach
    void customerOfBelnet() {
        customer = register.university("nl");
        domain = customer.toLowerCase(Locale.ROOT) + ".example";
        Zones.mailTo(domain, "mail." + domain);
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void noticeEndsServiceAndOrderOnTheDay() {
        String order = handedOver(signed());
        String file = notice();
        Subscription ending = subscription(order);
        assertThat(ending.state()).isEqualTo(SubscriptionState.PROVISIONING);
        assertThat(ending.endsOn()).isEqualTo(terminations.get(file).reckoning().endsOn());
        assertThat(terminations.get(file).reckoning().phase()).isEqualTo(Phase.TRIAL);
        assertThat(mails(file)).containsExactly("notice-confirmed");
        refusesCountersignature(order, file);

        notices.dayComes(file, ending.id());
        desk.runJobs(order);
        assertThat(subscription(order).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(orders.get(order).closingReason()).contains(file);
        assertThat(desk.isRunning(order)).isFalse();
        assertThat(contracts.current(order)).isEmpty();
        assertThat(mails(file)).containsExactly("notice-confirmed", "service-ended");
        assertThat(mails(order))
                .containsExactly(
                        "introduction-customer", "introduction-account-manager", "contract", "appliance-ready");
        String appliance = ending.references().applianceId();
        assertThat(appliances.look(appliance).orElseThrow().state())
                .as("its quarantine is kept")
                .isEqualTo(Appliance.State.STOPPED);
        assertThat(partners.count(order, "licence stopped")).isOne();

        notices.quarantineOver(file);
        assertThat(appliances.look(appliance)).isEmpty();
        assertThat(partners.count(order, "server deleted")).isOne();
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void orderGoesOnWhenTheNoticeIsWithdrawn() {
        String order = handedOver(signed());
        String file = notice();
        process.withdraw(file, "They stay");
        desk.runJobs(file);
        assertThat(mails(file)).containsExactly("notice-confirmed", "notice-withdrawn");
        assertThat(subscription(order).isNoticeGiven()).isFalse();

        countersign(order);
        assertThat(subscription(order).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(mails(order)).endsWith("contract-countersigned", "service-activated");
    }

    @Test
    void noticeAfterTheTrialIsStillOneOfTheTrialWhileThereIsNoContract() {
        String order = handedOver(signed());
        clock.forward(Duration.ofDays(TRIAL + 3));
        String file = notice();
        assertThat(terminations.get(file).reckoning().phase()).isEqualTo(Phase.TRIAL);
        assertThat(subscription(order).endsOn())
                .isEqualTo(terminations.get(file).reckoning().endsOn());
    }

    @Test
    void noticeThatIsLookedAtLetsTheOrderGoOnAndCountsAllTheSame() {
        String order = handedOver(signed());
        String file = notices.letter(
                "BAMS", customer, Map.of("channel", "mail", "exceptionAsked", true, "givenBy", "customer"));
        countersign(order);
        assertThat(subscription(order).state()).isEqualTo(SubscriptionState.ACTIVE);
        desk.complete(file, "userTask_decideOnNotice", "manager1", Map.of("noticeDecision", "byRule"));
        assertThat(subscription(order).endsOn()).isNotNull();
        assertThat(mails(file)).containsExactly("notice-confirmed");
    }

    @Test
    void serviceThatIsActivatedAtTheSameTimeEndsAndIsNotCelebrated() {
        String order = signed();
        countersign(order);
        watch.untilHandOver(order);
        desk.submit(order, "userTask_handOverAppliance", "operations1", checks());
        String file = notice();
        LocalDate endsOn = subscription(order).endsOn();
        assertThat(endsOn).isNotNull();
        desk.runJobs(order);
        assertThat(subscription(order).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(subscription(order).endsOn()).isEqualTo(endsOn);
        assertThat(mails(order)).doesNotContain("service-activated");
        assertThat(mails(file)).containsExactly("notice-confirmed");
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void orderThatIsWithdrawnTakesItsServiceAwayAndTheNoticeStays() {
        String order = handedOver(signed());
        String file = notice();
        long id = subscription(order).id();
        process.withdraw(order, "They want it away at once");
        desk.runJobs(order);
        assertThat(subscription(order).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(process.mayBeLeft(file)).as("nothing is there to run on").isFalse();
        notices.dayComes(file, id);
        notices.quarantineOver(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(subscription(order).references().licenceSerial())
                .as("went back")
                .isNull();
        assertThat(subscription(order).references().applianceId())
                .as("went back")
                .isNull();
    }

    @Test
    void serviceThatIsNotHandedOverIsNoneYet() {
        String order = signed();
        watch.untilHandOver(order);
        String file = notice();
        assertThat(desk.openTasks(file)).containsExactly("userTask_reviewNotice");
        assertThat(subscription(order).isNoticeGiven()).isFalse();
    }

    private String notice() {
        return notices.letter("BAMS", customer, Map.of("channel", "mail"));
    }

    private String signed() {
        String order = desk.start("desk1", "bams-order", request());
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
        desk.complete(order, "userTask_determineNeeds", "relations1", needs());
        desk.complete(order, "userTask_registerSignedCopies", "relations1", copies());
        return order;
    }

    private String handedOver(String order) {
        watch.untilHandOver(order);
        desk.complete(order, "userTask_handOverAppliance", "operations1", checks());
        assertThat(desk.openTasks(order)).containsExactly(COUNTERSIGN);
        return order;
    }

    private void countersign(String order) {
        desk.complete(order, COUNTERSIGN, "relations2", countersignature());
    }

    private void refusesCountersignature(String order, String file) {
        var refused = catchThrowableOfType(
                AnswersRefusedException.class, () -> desk.submit(order, COUNTERSIGN, "relations2", countersignature()));
        assertThat(refused).as("must be refused").isNotNull();
        assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.messageKey()).isEqualTo("form.error.noticeOfTrial");
            assertThat(refusal.arguments()).contains(file);
        });
    }

    private static Map<String, Object> countersignature() {
        return new HashMap<>(Map.of("countersignedBy", "Director", "returnedBy", "post"));
    }

    private Map<String, Object> request() {
        return Map.of(
                "acronym", customer,
                "request", "We want mail security",
                "contactName", "Mail administrator",
                "contactEmail", "mail-admin@customer.example",
                "contactLanguage", "nl");
    }

    private Map<String, Object> needs() {
        return Map.of("mailDomains", domain + " mx1." + domain, "mailboxes", 300, "trialDays", TRIAL);
    }

    private static Map<String, Object> copies() {
        return Map.of(
                "copiesReceived", 2,
                "copy1Defect", "none",
                "copy2Defect", "none",
                "signatoryName", "The signatory",
                "signatoryRole", "Rector",
                "receivedOn", LocalDate.now().toString());
    }

    private static Map<String, Object> checks() {
        return Map.of("handOverChecks", List.of("serial", "domains", "testMail", "mx"));
    }

    private Subscription subscription(String order) {
        return subscriptions.ofOrder(order).orElseThrow();
    }

    private List<String> mails(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }
}
