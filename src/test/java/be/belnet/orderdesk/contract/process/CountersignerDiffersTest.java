package be.belnet.orderdesk.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractMails;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.contract.SampleTerms;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/** Who may register the countersignature where it must be somebody else. */
@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:countersigner;DB_CLOSE_DELAY=-1",
            "orderdesk.contract.countersigner-differs=true",
            "orderdesk.correspondence.interval=1h",
            "orderdesk.customers.sample=false",
            "spring.mail.port=1"
        })
@Import(SampleTerms.Configuration.class)
class CountersignerDiffersTest {
    @Autowired
    RegisterSignedCopiesForm registerSignedCopies;

    @Autowired
    DecideOnChangesForm decideOnChanges;

    @Autowired
    CountersignContractForm countersignContract;

    @Autowired
    ContractDesk contracts;

    @Autowired
    ContractMails mails;

    @Autowired
    OrderFile orders;

    @Autowired
    MessageSource messages;

    private String order;

    @BeforeEach
    void sendContract() {
        var requester = new Requester("Mail administrator", "mail@unorth.example", null, "nl");
        order = orders.open(new NewOrder("BAMS", "order", "UNORTH", "BAMS please", requester, null, null, null))
                .number();
        contracts.generate(order);
        mails.send(order);
    }

    @Test
    void whoRegisteredTheCopiesDoesNotCountersign() {
        register("relations1", 2, "none", "none");

        assertThat(refusal("relations1")).isEqualTo("form.error.sameSignatory");
        assertThat(state()).isEqualTo(ContractState.SIGNED);
        countersign("relations2");
        assertThat(state()).isEqualTo(ContractState.COUNTERSIGNED);
    }

    @Test
    void administratorsAreNoException() {
        register("admin", 2, "none", "none");

        assertThat(refusal("admin")).isEqualTo("form.error.sameSignatory");
    }

    @Test
    void whoRegisteredTheFirstCopyAloneCountsAsWell() {
        register("relations1", 1, "none", "none");
        register("relations2", 2, "none", "none");

        assertThat(refusal("relations1")).isEqualTo("form.error.sameSignatory");
        assertThat(refusal("relations2")).isEqualTo("form.error.sameSignatory");
        countersign("relations3");
    }

    @Test
    void whoSentDefectiveCopiesBackHasNoneThatCount() {
        register("relations1", 2, "signatureMissing", "pageMissing");
        register("relations2", 2, "none", "none");

        countersign("relations1");
        assertThat(state()).isEqualTo(ContractState.COUNTERSIGNED);
    }

    @Test
    void whoFoundThatNothingCameHasNoneThatCount() {
        register("relations1", 0, "none", "none");
        register("relations2", 2, "none", "none");

        countersign("relations1");
    }

    @Test
    void copiesWithAcceptedChangesCount() {
        register("relations1", 2, "textChanged", "none");
        decideOnChanges.submit(
                context("relations2"), new Answers(Map.of("changesDecision", "accept", "reason", "As agreed")));

        assertThat(refusal("relations1")).isEqualTo("form.error.sameSignatory");
        countersign("relations2");
    }

    @Test
    void nobodySignedInIsNotSomebodyElse() {
        register("relations1", 2, "none", "none");

        assertThat(refusal(null)).isEqualTo("form.error.sameSignatory");
    }

    @ParameterizedTest
    @CsvSource({"en, somebody else", "nl, iemand anders", "fr, une autre personne", "de, jemand anderes"})
    void refusalIsSaidInTheReadersLanguage(String language, String words) {
        assertThat(messages.getMessage("form.error.sameSignatory", new Object[0], Locale.forLanguageTag(language)))
                .contains(words);
    }

    private void register(String user, int count, String first, String second) {
        registerSignedCopies.submit(
                context(user),
                new Answers(new HashMap<>(Map.of(
                        "copiesReceived",
                        count,
                        "copy1Defect",
                        first,
                        "copy2Defect",
                        second,
                        "signatoryName",
                        "The rector",
                        "signatoryRole",
                        "Rector",
                        "receivedOn",
                        "2026-12-01"))));
    }

    private void countersign(String user) {
        countersignContract.submit(
                context(user), new Answers(Map.of("countersignedBy", "Director", "returnedBy", "post")));
    }

    private String refusal(String user) {
        var refused = catchThrowableOfType(AnswersRefusedException.class, () -> countersign(user));
        assertThat(refused).as("must be refused").isNotNull();
        return refused.refusals().stream()
                .map(Refusal::messageKey)
                .reduce((one, two) -> one + " " + two)
                .orElseThrow();
    }

    private ContractState state() {
        return contracts.current(order).orElseThrow().state();
    }

    private FormContext context(String user) {
        return new FormContext(order, "task", user, Locale.ENGLISH);
    }
}
