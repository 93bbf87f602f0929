package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Orders that are left while a partner does not take back what it did: a person sees to it, and nothing is forgotten. */
@OrderdeskTest
class UndoRefusedTest {
    private static final String UNDO = "userTask_undoByHand";
    private static final String STOP_REFUSED =
            "{\"fault\":\"refusal\",\"path\":\"entitlements/stop\",\"message\":\"Program is closed\"}";

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    Watch watch;

    @Autowired
    Partners partners;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    @Qualifier("undoByHandForm")
    TaskForm form;

    private String order;
    private String licence;

    @BeforeEach
    void orderLeftWhileFortinetDoesNotStopItsLicence() {
        order = way.signed("nl");
        watch.untilHandOver(order);
        licence = mailSecurity.findLicence(order).orElseThrow();
        partners.fail("fortiflex", STOP_REFUSED);
        process.withdraw(order, "Budget refused");
        desk.runJobs(order);
    }

    @AfterEach
    void partnersAreWell() {
        partners.heal();
    }

    @Test
    void personIsToldWhatIsLeftAndTheRestIsUndone() {
        assertThat(desk.openTasks(order)).containsExactly(UNDO);
        assertThat(facts()).containsEntry("partner", "Fortinet").containsEntry("reference", licence);
        assertThat(facts().get("trouble")).contains("Program is closed");
        assertThat(orders.get(order).state()).isNotEqualTo(OrderState.WITHDRAWN);
        Awaitility.await().until(() -> mailSecurity.findApplianceToRemove(order).isEmpty());
    }

    @Test
    void whatIsRefusedIsUndoneOnceThePartnerIsPutRight() {
        partners.heal();
        desk.complete(order, UNDO, "operations1", Map.of("undoDecision", "tryAgain"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(partners.count(order, "licence stopped")).isEqualTo(1);
        assertThat(undone()).hasSize(2).contains(licence);
        assertThat(told()).containsSubsequence("undoingRefused", "effectUndone").doesNotContain("undoneByHand");
    }

    @Test
    void personAsksAgainAsLongAsThePartnerRefuses() {
        desk.complete(order, UNDO, "operations1", Map.of("undoDecision", "tryAgain"));
        assertThat(desk.openTasks(order)).containsExactly(UNDO);
    }

    @Test
    void whatAPersonHasUndoneIsNotAskedOfThePartnerAgain() {
        desk.complete(
                order, UNDO, "operations1", Map.of("undoDecision", "doneByHand", "reason", "Fortinet ticket 4711"));

        assertThat(orders.get(order).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(undone()).hasSize(1).doesNotContain(licence);
        assertThat(byHand()).containsExactly("Fortinet ticket 4711");
    }

    @Test
    void deedByHandNeedsWords() {
        assertThatThrownBy(() -> desk.complete(order, UNDO, "operations1", Map.of("undoDecision", "doneByHand")))
                .isInstanceOf(AnswersRefusedException.class);
        assertThat(desk.openTasks(order)).containsExactly(UNDO);
        assertThat(facts()).containsEntry("reference", licence);
    }

    private Map<String, String> facts() {
        return form.facts(new FormContext(order, desk.task(order, UNDO).getId(), "operations1", Locale.ENGLISH));
    }

    private List<String> told() {
        return orders.events(order).stream().map(OrderEvent::kind).toList();
    }

    private List<String> undone() {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals("effectUndone"))
                .map(event -> event.facts().get("reference"))
                .toList();
    }

    private List<String> byHand() {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals("undoneByHand"))
                .map(event -> event.facts().get("reason"))
                .toList();
    }
}
