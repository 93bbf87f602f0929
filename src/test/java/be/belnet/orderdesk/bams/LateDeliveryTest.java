package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The promised day: when the account manager is warned, and what the customer hears (B8). */
@OrderdeskTest
class LateDeliveryTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String TELL = "userTask_tellNewDate";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    OrderFile orders;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    OpeningDays openingDays;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    private final LocalDate today = LocalDate.now(BRUSSELS);
    private String order;

    @BeforeEach
    void orderInDelivery() {
        order = way.signed("fr");
    }

    @Test
    void deliveryIsPromisedForTheFifthOpeningDayAndWatchedOnTheFourth() {
        assertThat(bamsOrders.get(order).promisedOn()).isEqualTo(openingDays.after(today, 5));
        assertThat(timer().getDuedate())
                .isEqualTo(java.util.Date.from(openingDays
                        .after(today, 4)
                        .atTime(9, 0)
                        .atZone(BRUSSELS)
                        .toInstant()));
        watch.untilHandOver(order);
        assertThat(desk.task(order, "userTask_handOverAppliance").getDueDate())
                .isEqualTo(openingDays.endOfBusiness(openingDays.after(today, 5)));
    }

    @Test
    void accountManagerIsWarnedAndTellsTheCustomerTheNewDay() {
        fourthDayComes();
        assertThat(desk.task(order, TELL).getAssignee()).isEqualTo("relations1");
        assertThat(mails()).contains("delivery-late").doesNotContain("new-date");
        assertThat(mail("delivery-late").to().role()).isEqualTo("accountManager");

        LocalDate day = openingDays.after(today, 10);
        tell(day, "L’appareil manque");
        assertThat(bamsOrders.get(order).promisedOn()).isEqualTo(day);
        assertThat(mail("new-date").to().role()).isEqualTo("requester");
        assertThat(mail("new-date").text())
                .contains("L’appareil manque", Integer.toString(day.getDayOfMonth()), Integer.toString(day.getYear()));
        watch.untilHandOver(order);
        assertThat(desk.task(order, "userTask_handOverAppliance").getDueDate())
                .isEqualTo(openingDays.endOfBusiness(day));
    }

    @Test
    void handOverThatWaitsIsDueOnTheNewDay() {
        watch.untilHandOver(order);
        fourthDayComes();
        LocalDate day = openingDays.after(today, 10);
        tell(day, "L’appareil manque");
        assertThat(desk.task(order, "userTask_handOverAppliance").getDueDate())
                .isEqualTo(openingDays.endOfBusiness(day));
    }

    @Test
    void newDayIsOneOnWhichBelnetIsOpenAndNotPast() {
        fourthDayComes();
        LocalDate sunday = today.plusWeeks(1).with(java.time.DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> tell(sunday, "Because")).isInstanceOf(AnswersRefusedException.class);
        assertThatThrownBy(() -> tell(today.minusDays(1), "Because")).isInstanceOf(AnswersRefusedException.class);
        assertThat(desk.openTasks(order)).contains(TELL);
        assertThat(mails()).doesNotContain("new-date");
    }

    @Test
    void handOverMakesTheNewDayNeedless() {
        fourthDayComes();
        watch.untilHandOver(order);
        way.handOver(order);
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract");
        way.countersign(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(mails()).doesNotContain("new-date");
    }

    @Test
    void deliveryInTimeWarnsNobody() {
        watch.untilHandOver(order);
        way.handOver(order);
        assertThat(timers()).isEmpty();
        assertThat(mails()).doesNotContain("delivery-late");
    }

    private void tell(LocalDate day, String reason) {
        desk.complete(order, TELL, "relations1", Map.of("newDate", day.toString(), "reason", reason));
    }

    private void fourthDayComes() {
        management.executeJob(timer().getId());
        desk.runJobs(order);
    }

    private Job timer() {
        assertThat(timers()).hasSize(1);
        return timers().get(0);
    }

    private List<Job> timers() {
        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey("bams-order")
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).timers().list();
    }

    private SentMail mail(String template) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private List<String> mails() {
        return correspondence.of(order).stream().map(SentMail::template).toList();
    }
}
