package be.belnet.orderdesk.contract.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.PaperworkSlice;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.ContractState;
import be.belnet.orderdesk.contract.SampleTerms;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import be.belnet.orderdesk.workflow.TaskForm.Option;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = PaperworkSlice.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:contractForms;DB_CLOSE_DELAY=-1",
            "orderdesk.correspondence.interval=1h",
            "orderdesk.customers.sample=false",
            "spring.mail.port=1"
        })
@Import(SampleTerms.Configuration.class)
class ContractFormsTest {
    @Autowired
    RegisterSignedCopiesForm registerSignedCopies;

    @Autowired
    DecideOnChangesForm decideOnChanges;

    @Autowired
    DecideOnSilenceForm decideOnSilence;

    @Autowired
    CountersignContractForm countersignContract;

    @Autowired
    GenerateContractDelegate generateContract;

    @Autowired
    SendContractDelegate sendContract;

    @Autowired
    AskForMissingCopyDelegate askForMissingCopy;

    @Autowired
    ContractDesk contracts;

    @Autowired
    Correspondence correspondence;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderDocuments documents;

    @Autowired
    MessageSource messages;

    private String order;

    @BeforeEach
    void sendContract() throws Exception {
        var requester = new Requester("Mail administrator", "mail@unorth.example", null, "nl");
        order = orders.open(new NewOrder("BAMS", "order", "UNORTH", "BAMS please", requester, null, null, null))
                .number();
        run(generateContract);
        run(sendContract);
    }

    @Test
    void twoCopiesInOrderSignTheContract() {
        assertThat(submit(registerSignedCopies, copies(2, "none", "none")))
                .isEqualTo(Map.of(
                        "copiesAccepted",
                        true,
                        "changesWanted",
                        false,
                        "contractSigned",
                        true,
                        "needsReopened",
                        false));
        assertThat(contracts.copiesAccepted(order)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, none, none, false",
        "1, none, none, false",
        "2, signatureMissing, none, false",
        "2, none, signatoryNotEntitled, false",
        "1, textChanged, none, true",
        "2, none, textChanged, true"
    })
    void anythingElseDoesNot(int count, String first, String second, boolean changesWanted) {
        assertThat(submit(registerSignedCopies, copies(count, first, second)))
                .containsEntry("copiesAccepted", false)
                .containsEntry("contractSigned", false)
                .containsEntry("changesWanted", changesWanted);
    }

    @ParameterizedTest
    @CsvSource({"1, none, pageMissing, copy2Defect", "0, notCompleted, none, copy1Defect"})
    void aCopyThatDidNotComeHasNoDefect(int count, String first, String second, String field) {
        assertThat(refusals(registerSignedCopies, copies(count, first, second)))
                .extracting(Refusal::field)
                .containsExactly(field);
        assertThat(contracts.current(order).orElseThrow().copies()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-02, form.error.dateInFuture", "2026-11-30, form.error.beforeContract", ", form.error.required"
    })
    void theDayOfReceiptMustMakeSense(String day, String problem) {
        var answers = copies(2, "none", "none");
        answers.remove("receivedOn");
        if (day != null) {
            answers.put("receivedOn", day);
        }

        assertThat(refusals(registerSignedCopies, answers))
                .extracting(Refusal::messageKey)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "textChanged"})
    void copiesThatMayBindNameWhoSigned(String second) {
        var answers = copies(2, "none", second);
        answers.remove("signatoryName");
        answers.remove("signatoryRole");

        assertThat(refusals(registerSignedCopies, answers))
                .extracting(Refusal::field)
                .containsExactly("signatoryName", "signatoryRole");
    }

    @Test
    void theFormRemembersTheCopiesAlreadyThere() {
        submit(registerSignedCopies, copies(1, "none", "none"));

        assertThat(registerSignedCopies.values(context()))
                .containsEntry("copiesReceived", 1)
                .containsEntry("copy1Defect", "none")
                .containsEntry("signatoryRole", "Rector")
                .containsEntry("receivedOn", "2026-12-01")
                .doesNotContainKey("copy2Defect");
    }

    @Test
    void theFormTellsWhichContractItIsAbout() {
        submit(registerSignedCopies, copies(1, "textChanged", "none"));

        assertThat(decideOnChanges.facts(context()))
                .containsEntry("orderNumber", order)
                .containsEntry(
                        "contractNumber", contracts.current(order).orElseThrow().number())
                .containsEntry("contractVersion", "1")
                .containsEntry("contactLanguage", "Dutch")
                .containsEntry("copy1Defect", "Text changed")
                .containsEntry("copy2Defect", "Not received")
                .containsEntry("signatoryName", "The rector")
                .containsEntry("contractSentOn", "1 December 2026")
                .doesNotContainValue(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr", "de"})
    void silenceIsDecidedOnInSightOfTheCopies(String language) {
        assertThat(messages.getMessage("form.decide-on-silence.facts", null, Locale.forLanguageTag(language)))
                .contains("{{copy1Defect}}", "{{copy2Defect}}");

        assertThat(decideOnSilence.facts(context()))
                .as("none came")
                .containsEntry("copy1Defect", "Not received")
                .containsEntry("copy2Defect", "Not received");
        submit(registerSignedCopies, copies(1, "none", "none"));
        assertThat(decideOnSilence.facts(context()))
                .as("one came")
                .containsEntry("copy1Defect", "In order")
                .containsEntry("copy2Defect", "Not received");
    }

    @Test
    void theCustomerIsAskedForWhatIsMissing() throws Exception {
        submit(registerSignedCopies, copies(1, "pageMissing", "none"));
        run(askForMissingCopy);
        run(askForMissingCopy);

        assertThat(correspondence.of(order)).extracting(SentMail::template).containsExactly("contract", "missing-copy");
    }

    @Test
    void acceptedChangesSign() {
        submit(registerSignedCopies, copies(2, "textChanged", "none"));

        assertThat(submit(decideOnChanges, decision("accept")))
                .isEqualTo(Map.of("changesDecision", "accept", "contractSigned", true, "needsReopened", false));
        assertThat(contracts.copiesAccepted(order)).isTrue();
    }

    @Test
    void changesAskedForByMailAreDecidedOnWithoutWaitingForPaper() throws Exception {
        Map<String, Object> asked = new HashMap<>(copies(0, "none", "none"));
        asked.put("changesAsked", "A term of two years");
        assertThat(submit(registerSignedCopies, asked))
                .containsEntry("copiesAccepted", false)
                .containsEntry("changesWanted", true);
        assertThat(decideOnChanges.facts(context())).containsEntry("changesAsked", "A term of two years");
        assertThat(refusals(decideOnChanges, decision("accept")))
                .as("nothing is signed")
                .extracting(Refusal::messageKey)
                .containsExactly("form.error.otherDefects");

        submit(decideOnChanges, decision("backToNeeds"));
        run(generateContract);
        run(sendContract);
        assertThat(decideOnChanges.facts(context())).as("the next version").containsEntry("changesAsked", "–");
    }

    @Test
    void copiesInOrderLeaveNothingToAskFor() {
        Map<String, Object> asked = new HashMap<>(copies(2, "none", "none"));
        asked.put("changesAsked", "A term of two years");
        assertThat(refusals(registerSignedCopies, asked))
                .extracting(Refusal::messageKey)
                .containsExactly("form.error.copiesInOrder");
    }

    @ParameterizedTest
    @CsvSource({"1, textChanged, none", "2, textChanged, signatureMissing"})
    void changesAreNotAcceptedWhileSomethingElseIsWrong(int count, String first, String second) {
        submit(registerSignedCopies, copies(count, first, second));

        assertThat(refusals(decideOnChanges, decision("accept")))
                .extracting(Refusal::messageKey)
                .containsExactly("form.error.otherDefects");
    }

    @Test
    void refusedChangesAskForUnchangedCopies() {
        submit(registerSignedCopies, copies(2, "textChanged", "none"));

        assertThat(submit(decideOnChanges, decision("refuse")))
                .isEqualTo(Map.of("changesDecision", "refuse", "contractSigned", false, "needsReopened", false));
    }

    @Test
    void backToTheNeedsBringsANewVersion() throws Exception {
        submit(registerSignedCopies, copies(2, "textChanged", "none"));

        assertThat(submit(decideOnChanges, decision("backToNeeds")))
                .isEqualTo(Map.of("changesDecision", "backToNeeds", "contractSigned", false, "needsReopened", true));
        run(generateContract);
        assertThat(contracts.current(order).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void givingUpVoidsTheContractAndKeepsTheReason() {
        submit(registerSignedCopies, copies(2, "textChanged", "none"));

        assertThat(submit(decideOnChanges, decision("giveUp")))
                .isEqualTo(Map.of("changesDecision", "giveUp", "contractSigned", false, "needsReopened", false));
        assertThat(contracts.current(order)).isEmpty();
        assertThat(orders.get(order).closingReason()).isEqualTo("As agreed by telephone");
    }

    @Test
    void onlyAuthorisedFunctionsCountersign() {
        assertThat(countersignContract.options(context()).get("countersignedBy"))
                .extracting(Option::value)
                .containsExactly("Director", "Head of Customer Relations");
    }

    @Test
    void withoutADayTheContractIsCountersignedToday() {
        submit(registerSignedCopies, copies(2, "none", "none"));

        assertThat(submit(countersignContract, countersignature("post", null))).isEmpty();
        assertThat(contracts.current(order).orElseThrow().state()).isEqualTo(ContractState.COUNTERSIGNED);
        assertThat(contracts.current(order).orElseThrow().countersignedOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-02, form.error.dateInFuture", "2026-11-30, form.error.beforeReceipt"})
    void theDayOfTheCountersignatureMustMakeSense(String day, String problem) {
        submit(registerSignedCopies, copies(2, "none", "none"));

        assertThat(refusals(countersignContract, countersignature("post", day)))
                .extracting(Refusal::messageKey)
                .containsExactly(problem);
    }

    @Test
    void aContractGoesBackByMailOnlyWithItsScan() {
        submit(registerSignedCopies, copies(2, "none", "none"));
        assertThat(refusals(countersignContract, countersignature("mail", null)))
                .extracting(Refusal::messageKey)
                .containsExactly("form.error.scanMissing");

        documents.add(order, "countersignedContract", "scan.pdf", "application/pdf", new byte[] {37, 80, 68, 70});

        assertThat(submit(countersignContract, countersignature("mail", null))).isEmpty();
        assertThat(contracts.countersignedScan(order)).isPresent();
    }

    private Map<String, Object> submit(TaskForm form, Map<String, Object> answers) {
        return form.submit(context(), new Answers(answers));
    }

    private List<Refusal> refusals(TaskForm form, Map<String, Object> answers) {
        return catchThrowableOfType(AnswersRefusedException.class, () -> submit(form, answers))
                .refusals();
    }

    private FormContext context() {
        return new FormContext(order, "task", "relations1", Locale.ENGLISH);
    }

    private void run(JavaDelegate delegate) throws Exception {
        var execution = mock(DelegateExecution.class);
        given(execution.getProcessBusinessKey()).willReturn(order);
        delegate.execute(execution);
    }

    private static Map<String, Object> copies(int count, String first, String second) {
        return new HashMap<>(Map.of(
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
                "2026-12-01"));
    }

    private static Map<String, Object> decision(String decision) {
        return Map.of("changesDecision", decision, "reason", "As agreed by telephone");
    }

    private static Map<String, Object> countersignature(String returnedBy, String day) {
        var answers = new HashMap<String, Object>(Map.of("countersignedBy", "Director", "returnedBy", returnedBy));
        if (day != null) {
            answers.put("countersignedOn", day);
        }
        return answers;
    }
}
