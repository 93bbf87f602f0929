package be.belnet.orderdesk.ordering.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Who is named only while a request is looked at is judged like everybody else. */
@ProcessTest
class CustomerFromReviewTest {
    private static final String REVIEW = "userTask_reviewRequest";
    private static final String INTRODUCE = "userTask_introduceAccountManager";

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    ReviewRequestForm form;

    @Autowired
    MessageSource messages;

    @ParameterizedTest
    @ValueSource(strings = {"bams-order", "dcs-order"})
    void whoIsNoCustomerOfBelnetIsLookedAtOnceMore(String process) {
        String stranger = register.organisation("university", "fr", false);
        String order = receive(process, null);
        accept(order, stranger);

        assertThat(desk.openTasks(order)).containsExactly(REVIEW);
        assertThat(reasons(order)).containsExactly("acronymMissing", "notBelnetCustomer");
        accept(order, stranger);
        assertThat(desk.openTasks(order)).as("somebody has seen the reason").containsExactly(INTRODUCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bams-order", "dcs-order"})
    void whoMaySubscribeGoesStraightOn(String process) {
        String order = receive(process, "NOBODY");
        accept(order, register.university("nl"));

        assertThat(desk.openTasks(order)).containsExactly(INTRODUCE);
        assertThat(reasons(order)).containsExactly("acronymUnknown");
    }

    @Test
    void whoHasAnOpenOrderAlreadyIsSeen() {
        String customer = register.university("nl");
        String first = receive("bams-order", customer);
        String second = receive("bams-order", null);
        accept(second, customer);

        assertThat(reasons(second)).containsExactly("acronymMissing", "possibleDuplicate");
        assertThat(facts(second)).containsEntry("openOrder", first);
        assertThat(desk.openTasks(second)).containsExactly(REVIEW);
    }

    @Test
    void acronymThatCameByMailMeanwhileIsJudged() {
        String school = register.organisation("school", "de", true);
        String order = receive("bams-order", null);
        orders.setCustomer(order, school);
        accept(order, school);

        assertThat(reasons(order)).containsExactly("acronymMissing", "typeNotEligible");
        assertThat(desk.openTasks(order)).containsExactly(REVIEW);
    }

    @Test
    void unchangedCustomerIsAcceptedInSpiteOfTheReason() {
        String school = register.organisation("school", "de", true);
        String order = receive("bams-order", school);
        accept(order, school.toLowerCase(Locale.ROOT));

        assertThat(desk.openTasks(order)).containsExactly(INTRODUCE);
    }

    @ParameterizedTest
    @CsvSource({"en, entered by import", "nl, via een import", "fr, par importation", "de, durch einen Import"})
    void whoNamesNoCustomerReadsHowCustomersAreEntered(String language, String how) {
        String order = receive("bams-order", null);

        assertThatThrownBy(() -> accept(order, "NOBODY"))
                .isInstanceOfSatisfying(AnswersRefusedException.class, refused -> assertThat(words(refused, language))
                        .contains("NOBODY", how));
    }

    private String words(AnswersRefusedException refused, String language) {
        Refusal refusal = refused.refusals().get(0);
        return messages.getMessage(
                refusal.messageKey(),
                new Object[] {refusal.field(), refusal.arguments()[0]},
                Locale.forLanguageTag(language));
    }

    @Test
    void reviewerSeesTypeAndWhetherItIsACustomerOfBelnet() {
        String order = receive("dcs-order", register.organisation("school", "nl", false));
        assertThat(facts(order)).containsEntry("customerType", "School").containsEntry("belnetCustomer", "No");

        assertThat(facts(receive("dcs-order", null)))
                .containsEntry("customerType", "–")
                .containsEntry("belnetCustomer", "–");
    }

    private String receive(String process, String acronym) {
        Map<String, Object> request = new HashMap<>(Map.of(
                "contactName", "Mail administrator",
                "contactEmail", "mail-admin@customer.example",
                "contactLanguage", "nl"));
        if (acronym != null) {
            request.put("acronym", acronym);
        }
        return desk.start("desk1", process, request);
    }

    private void accept(String order, String acronym) {
        desk.complete(order, REVIEW, "desk1", Map.of("requestOutcome", "accept", "acronym", acronym));
    }

    private List<String> reasons(String order) {
        return orders.events(order, List.of("reviewNeeded")).stream()
                .map(event -> event.facts().get("reason"))
                .toList();
    }

    private Map<String, String> facts(String order) {
        return form.facts(new FormContext(order, desk.task(order, REVIEW).getId(), "desk1", Locale.ENGLISH));
    }
}
