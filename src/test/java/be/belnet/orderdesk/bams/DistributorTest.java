package be.belnet.orderdesk.bams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.process.Watch;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licences bought through the distributor: purchase order by mail, a code that a person types, registration at Fortinet. */
@OrderdeskTest
class DistributorTest {
    private static final String ENTER_CODE = "userTask_enterRegistrationCode";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    LicenceRegistry registry;

    @Autowired
    Correspondence correspondence;

    @Autowired
    List<TaskForm> forms;

    private final JdbcClient sandbox = TestWorld.sandboxTables();
    private final String code = Way.registrationCode();
    private String order;

    @BeforeEach
    void orderWhoseLicenceIsBoughtThroughTheDistributor() {
        order = way.contractOut("nl");
        bamsOrders.beginDelivery(order, LocalDate.now().plusDays(7), true);
        way.registerCopies(order, Map.of());
    }

    @Test
    void licenceIsRegisteredAndItsFileRunsTheAppliance() {
        assertThat(desk.openTasks(order)).containsExactly("userTask_countersignContract", ENTER_CODE);
        assertThat(mail("purchase-order").to().email()).isEqualTo("orders@distributor.example");
        assertThat(mail("purchase-order").text())
                .contains(order, "FortiMail-VM, 1 CPU with the base bundle", "Organisation T", "Quantity: 1");
        way.countersign(order);
        assertThat(orders.get(order).turn())
                .as("nothing but the code is awaited")
                .isEqualTo(Turn.SUPPLIER);
        enter(" " + code.toLowerCase(Locale.ROOT) + " ");

        String serial = bamsOrders.get(order).licenceSerial();
        assertThat(mailSecurity.findRegistration(order)).contains(serial);
        assertThat(mailSecurity.findLicence(order)).as("no points are spent").isEmpty();
        watch.untilHandOver(order);
        assertThat(mailSecurity.passedChecks(order))
                .as("the appliance runs on this licence")
                .contains("serial", "domains");
        way.handOver(order);
        assertThat(orders.get(order).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(told()).containsSubsequence("purchaseOrderSent", "registrationCodeEntered", "licenceRegistered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDE-12345", "ABCDE-12345-FGHIJ-67890-KLMNOPQ", "ABCDE-12345-FGHIJ-67890-KLMN!P"})
    void whatIsNoCodeNeverReachesFortinet(String typed) {
        assertThatThrownBy(() -> enter(typed)).isInstanceOf(AnswersRefusedException.class);
        assertThat(desk.openTasks(order)).contains(ENTER_CODE);
        assertThat(bamsOrders.get(order).registrationCode()).isNull();
    }

    @Test
    void codeThatFortinetRefusesIsAskedForAgain() {
        registry.register("other-" + order, code);
        enter(code);

        assertThat(desk.openTasks(order)).contains(ENTER_CODE);
        assertThat(trouble()).contains("registered already");
        enter(Way.registrationCode());
        assertThat(mailSecurity.findRegistration(order)).isPresent();
        assertThat(told()).containsSubsequence("registrationRefused", "licenceRegistered");
    }

    @Test
    void orderLeftBeforeTheCodeAsksTheDistributorToCancel() {
        assertThat(process.consequences(order))
                .contains(new Consequence("distributorAsked", "–", false))
                .extracting(Consequence::key)
                .containsExactly("contractVoided", "distributorAsked");
        process.cancel(order, "Budget refused");
        desk.runJobs(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(mail("purchase-order-cancelled").to().email()).isEqualTo("orders@distributor.example");
        assertThat(mail("purchase-order-cancelled").text()).contains(order);
    }

    @Test
    void licenceThatWasPaidForIsSetFreeForAnotherOrder() {
        enter(code);
        String serial = bamsOrders.get(order).licenceSerial();
        assertThat(process.consequences(order)).contains(new Consequence("licenceKept", serial, false));
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(mailSecurity.findRegistration(order)).isEmpty();
        assertThat(description(serial)).isEqualTo("spare");
        assertThat(told()).contains("licenceReleased").doesNotContain("purchase-order-cancelled");
        assertThat(correspondence.of(order)).extracting(SentMail::template).doesNotContain("purchase-order-cancelled");
    }

    private void enter(String typed) {
        desk.complete(order, ENTER_CODE, "operations1", Map.of("registrationCode", typed));
    }

    private String trouble() {
        var context = new FormContext(order, desk.task(order, ENTER_CODE).getId(), "operations1", Locale.ENGLISH);
        return forms.stream()
                .filter(form -> form.name().equals("enter-registration-code"))
                .findFirst()
                .orElseThrow()
                .facts(context)
                .get("trouble");
    }

    private SentMail mail(String template) {
        return correspondence.of(order).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told() {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }

    private String description(String serial) {
        return sandbox.sql("select description from forticare_product where serial_number = ?")
                .param(serial)
                .query(String.class)
                .single();
    }
}
