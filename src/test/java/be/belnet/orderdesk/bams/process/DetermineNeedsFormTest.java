package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.Needs;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Needs that are determined a second time, after advice. */
@ProcessTest
class DetermineNeedsFormTest {
    private static final String NEEDS = "userTask_determineNeeds";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    BamsOrders orders;

    @Autowired
    DetermineNeedsForm form;

    private String order;

    @BeforeEach
    void atNeeds() {
        order = desk.start(
                "desk1",
                "bams-order",
                Map.of(
                        "acronym", register.university("nl"),
                        "contactName", "Mail administrator",
                        "contactEmail", "mail-admin@customer.example",
                        "contactLanguage", "nl"));
        desk.complete(order, "userTask_introduceAccountManager", "desk1", Map.of("accountManager", "relations1"));
        desk.complete(order, "userTask_discussWishes", "relations1", Map.of("wishes", "Less spam"));
    }

    @Test
    void sizeAndPriceThatWereProposedFollowTheMailboxes() {
        determine(Map.of("mailboxes", 2000), true);
        assertThat(needs().priceLine()).isEqualTo("BAMS-2026-02-base");

        assertThat(form.values(context())).doesNotContainKeys("cpus", "priceLine");
        determine(Map.of("mailboxes", 8000), false);
        assertThat(needs().cpus()).isEqualTo(4);
        assertThat(needs().priceLine()).isEqualTo("BAMS-2026-04-base");
    }

    @Test
    void sizeThatAPersonChoseStaysAndItsPriceFollows() {
        determine(Map.of("mailboxes", 40, "cpus", "2"), true);
        assertThat(form.values(context())).containsEntry("cpus", "2").doesNotContainKey("priceLine");

        determine(Map.of("cpus", "8", "package", "atp"), false);
        assertThat(needs().priceLine()).isEqualTo("BAMS-2026-08-atp");
    }

    @ParameterizedTest
    @CsvSource({"8, base, BAMS-2026-02-base", "2, atp, BAMS-2026-02-base", "2, base, BAMS-2020-02-base"})
    void priceOfSomethingElseIsRefused(String cpus, String servicePackage, String priceLine) {
        var answers = Map.<String, Object>of(
                "mailboxes", 40, "cpus", cpus, "package", servicePackage, "priceLine", priceLine);

        assertThatThrownBy(() -> determine(answers, false))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(refused.refusals())
                        .extracting("field")
                        .containsExactly("priceLine"));
        assertThat(orders.get(order).needs()).isNull();
    }

    @Test
    void priceThatFitsMayBeNamed() {
        determine(Map.of("mailboxes", 40, "cpus", "2", "priceLine", "BAMS-2026-02-base"), false);

        assertThat(needs().priceLine()).isEqualTo("BAMS-2026-02-base");
    }

    /** As the form stands when it opens, with some fields changed. */
    private void determine(Map<String, Object> changed, boolean advice) {
        Map<String, Object> answers = new HashMap<>(form.values(context()));
        answers.putIfAbsent("mailDomains", "customer.example mx1.customer.example");
        answers.putAll(changed);
        answers.put("technicalAdviceNeeded", advice);
        desk.complete(order, NEEDS, "relations1", answers);
        if (advice) {
            String soon = LocalDateTime.now().plusDays(3).withNano(0).toString();
            desk.complete(
                    order,
                    "userTask_arrangeAdvice",
                    "relations1",
                    Map.of("adviser", "adviser1", "appointmentAt", soon));
            desk.complete(order, "userTask_adviseCustomer", "adviser1", Map.of("advice", "It will grow"));
        }
    }

    private Needs needs() {
        return orders.get(order).needs();
    }

    private FormContext context() {
        return new FormContext(order, desk.task(order, NEEDS).getId(), "relations1", Locale.ENGLISH);
    }
}
