package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Mornings;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns that move customers in waves. */
@ProcessTest
class DcsCampaignProcessTest {

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Migrations migrations;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Mornings mornings;

    @Autowired
    TestClock clock;

    private List<String> customers;

    @BeforeEach
    void threeCustomers() {
        clock.toOpeningDay(1);
        customers = Stream.generate(() -> register.university("nl")).limit(3).toList();
        customers.forEach(customer -> digicert.organisation(customer, List.of()));
        customers.forEach(customer -> subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1)));
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void customersAreStartedInWavesOfTheDay() {
        String campaign = start(2);
        assertThat(started()).containsExactlyElementsOf(customers.subList(0, 2));
        morning(campaign);
        assertThat(started()).as("no more than were agreed for the day").hasSize(2);
        clock.toClosingDay();
        morning(campaign);
        assertThat(started()).as("Belnet is closed").hasSize(2);
        clock.toOpeningDay(1);
        morning(campaign);
        assertThat(started()).containsExactlyElementsOf(customers);
        assertThat(migrations.find(file(customers.get(2))).orElseThrow().campaign())
                .isEqualTo(campaign);
    }

    @Test
    void campaignEndsWhenAllItsCustomersAreSettled() {
        String campaign = start(3);
        customers.forEach(customer -> process.cancel(file(customer), "They go elsewhere."));
        morning(campaign);
        desk.runJobs(campaign);
        assertThat(orders.get(campaign).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(desk.isRunning(campaign)).isFalse();
        assertThat(correspondence.of(campaign)).extracting(SentMail::template).containsExactly("campaign-finished");
        assertThat(correspondence.of(campaign).get(0).text()).contains("3");
    }

    @Test
    void managerPausesAndChangesThePace() {
        String campaign = start(1);
        steer(campaign, Map.of("pace", "paused"));
        clock.toOpeningDay(1);
        morning(campaign);
        assertThat(started()).hasSize(1);
        steer(campaign, Map.of("pace", "running", "customersADay", 5));
        morning(campaign);
        assertThat(started()).hasSize(3);
        assertThat(orders.events(campaign))
                .extracting(OrderEvent::kind)
                .contains("campaignPaused", "campaignResumed", "campaignChanged");
    }

    @Test
    void nobodyIsStartedAfterTheStopDate() {
        String campaign = start(1);
        steer(campaign, Map.of("pace", "running", "stopDate", clock.today().toString()));
        clock.toOpeningDay(1);
        morning(campaign);
        assertThat(started()).hasSize(1);
    }

    @Test
    void whoeverBeganItIsToldOnceThatCustomersWaitAfterTheStopDate() {
        String campaign = start(1);
        morning(campaign);
        assertThat(correspondence.of(campaign)).isEmpty();
        steer(campaign, Map.of("pace", "running", "stopDate", clock.today().toString()));
        clock.toOpeningDay(1);
        morning(campaign);
        morning(campaign);
        assertThat(correspondence.of(campaign)).extracting(SentMail::template).containsExactly("campaign-overdue");
        assertThat(correspondence.of(campaign).get(0).text()).contains("Not started: 2");
        assertThat(orders.events(campaign)).extracting(OrderEvent::kind).containsOnlyOnce("campaignOverdue");

        steer(campaign, Map.of("pace", "running", "stopDate", clock.today().toString()));
        clock.toOpeningDay(1);
        morning(campaign);
        assertThat(correspondence.of(campaign)).as("another stop date passed").hasSize(2);
    }

    @Test
    void managerStopsAndAbandonsWhatIsUnderWay() {
        String campaign = start(2);
        assertThatThrownBy(() ->
                        desk.submit(campaign, "userTask_steerCampaign", "manager1", Map.of("campaignDecision", "stop")))
                .isInstanceOf(AnswersRefusedException.class);
        List<String> files = customers.subList(0, 2).stream().map(this::file).toList();
        desk.complete(
                campaign,
                "userTask_steerCampaign",
                "manager1",
                Map.of("campaignDecision", "stop", "reason", "Another authority.", "openMigrations", "abandon"));
        files.forEach(desk::runJobs);
        assertThat(orders.get(campaign).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(files)
                .allSatisfy(file -> assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED));
        assertThat(started()).as("the third is not started any more").isEmpty();
    }

    @Test
    void managerStopsAndLetsWhatIsUnderWayGoOn() {
        String campaign = start(2);
        desk.complete(
                campaign,
                "userTask_steerCampaign",
                "manager1",
                Map.of("campaignDecision", "stop", "reason", "Enough for now.", "openMigrations", "goOn"));
        assertThat(orders.get(campaign).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(started()).hasSize(2);
    }

    @Test
    void customersThatCannotBeStartedArePassedOver() {
        desk.start(
                "manager1",
                "dcs-migration",
                Map.of("acronym", customers.get(1), "formerAuthority", "digicert", "authority", "sectigo"));
        String campaign = start(3);
        assertThat(orders.events(campaign))
                .filteredOn(event -> event.kind().equals("customerPassedOver"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("trouble", "underWay"));
        assertThat(campaigns.progress(campaign)).containsEntry("underWay", "2").containsEntry("passedOver", "1");
    }

    /** Nobody to write to at one holds up no other. */
    @Test
    void customerWithoutContactsIsPassedOver() {
        register.forgetContacts(customers.get(0));
        String campaign = start(3);
        assertThat(orders.events(campaign))
                .filteredOn(event -> event.kind().equals("customerPassedOver"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts()).containsEntry("trouble", "noContact"));
        assertThat(started()).containsExactlyElementsOf(customers.subList(1, 3));
    }

    /** Some end between the campaign's opening and their wave, some never had the service. */
    @Test
    void customersWithoutTheServiceArePassedOver() {
        String campaign = start(1);
        subscriptions
                .running(customers.get(1), "DCS")
                .forEach(ended -> subscriptions.terminate(ended.id(), clock.today(), null));
        clock.toOpeningDay(1);
        morning(campaign);

        assertThat(started()).containsExactly(customers.get(0), customers.get(2));
        assertThat(orders.events(campaign))
                .filteredOn(event -> event.kind().equals("customerPassedOver"))
                .singleElement()
                .satisfies(event -> assertThat(event.facts())
                        .containsEntry("customer", customers.get(1))
                        .containsEntry("trouble", "noService"));
    }

    @Test
    void customerWhoseLastDayIsOverIsPassedOver() {
        subscriptions
                .running(customers.get(0), "DCS")
                .forEach(ending ->
                        subscriptions.giveNotice(ending.id(), clock.today().minusMonths(4), clock.today(), null));
        String campaign = start(3);

        assertThat(started()).containsExactlyElementsOf(customers.subList(1, 3));
        assertThat(campaigns.progress(campaign)).containsEntry("passedOver", "1");
    }

    @Test
    void badCampaignIsRefusedInWords() {
        assertRefused("stopDate", "2020-01-01");
        assertRefused("customers", "NOBODY-" + customers.get(0));
        assertRefused("authority", "digicert");
        assertRefused("customersADay", 0);
    }

    private void assertRefused(String field, Object answer) {
        Map<String, Object> answers = new HashMap<>(answers(2));
        answers.put(field, answer);
        assertThatThrownBy(() -> desk.start("manager1", "dcs-migration-campaign", answers))
                .as(field)
                .isInstanceOf(AnswersRefusedException.class);
    }

    private String start(int aDay) {
        return desk.start("manager1", "dcs-migration-campaign", answers(aDay));
    }

    private Map<String, Object> answers(int aDay) {
        LocalDate stop = clock.today().plusMonths(2);
        return Map.of(
                "formerAuthority",
                "digicert",
                "authority",
                "sectigo",
                "stopDate",
                stop.toString(),
                "customersADay",
                aDay,
                "customers",
                String.join("\n", customers));
    }

    private void steer(String campaign, Map<String, Object> changes) {
        Map<String, Object> answers = new HashMap<>(changes);
        answers.put("campaignDecision", "goOn");
        desk.complete(campaign, "userTask_steerCampaign", "manager1", answers);
    }

    private void morning(String campaign) {
        mornings.come(campaign, "customersSettled");
    }

    private List<String> started() {
        return customers.stream().filter(customer -> !open(customer).isEmpty()).toList();
    }

    private String file(String customer) {
        return open(customer).get(0).number();
    }

    private List<Order> open(String customer) {
        return migrations.open(customer, Migrations.MIGRATION);
    }
}
