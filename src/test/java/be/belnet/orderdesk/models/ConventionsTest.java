package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks one convention after the other in a model that keeps them, and each time the right check must see it. */
class ConventionsTest {

    private final ProcessModel model = ProcessModel.read(Path.of("processes/shared/contract-signature.bpmn"));
    private final ProcessModel order = ProcessModel.read(Path.of("processes/bams/bams-order.bpmn"));

    @ParameterizedTest
    @CsvSource({
        "Order licence, orderLicence",
        "Eligible?, eligible",
        "Send DCS contract, sendDcsContract",
        "Order withdrawn by customer, orderWithdrawnByCustomer"
    })
    void acronymCountsAsOneWord(String name, String stem) {
        assertThat(Conventions.camelCase(name)).isEqualTo(stem);
    }

    @Test
    void renamedTaskIsSeen() throws IOException {
        this.<UserTask>element("userTask_decideOnChanges").setName("Decide on wishes");

        assertThat(conventions().brokenNames(model))
                .containsExactly("userTask_decideOnChanges should be userTask_decideOnWishes");
    }

    @Test
    void namelessEndIsSeen() throws IOException {
        this.<EndEvent>element("endEvent_contractSigned").removeAttribute("name");

        assertThat(conventions().brokenNames(model)).containsExactly("endEvent_contractSigned needs a name");
    }

    @Test
    void forgottenTimeToLiveIsSeen() throws IOException {
        this.<Process>element("contract-signature").removeAttributeNs(Conventions.CAMUNDA, "historyTimeToLive");

        assertThat(conventions().brokenProcess(model)).hasSize(1);
    }

    @Test
    void foreignBeanIsSeen() throws IOException {
        this.<ServiceTask>element("serviceTask_sendContract").setCamundaDelegateExpression("${sendMailDelegate}");

        assertThat(conventions().missingDelegates(model))
                .contains("serviceTask_sendContract calls ${sendMailDelegate} instead of ${sendContractDelegate}");
    }

    @Test
    void missingClassIsSeen() {
        assertThat(new Conventions(
                                List.of(model),
                                code(
                                        "SendContractDelegate",
                                        "GenerateContractDelegate",
                                        "DecideReminderDelegate",
                                        "RemindCustomerDelegate"))
                        .missingDelegates(model))
                .containsExactly("serviceTask_askForMissingCopy has no class AskForMissingCopyDelegate");
    }

    @Test
    void classWithoutATaskIsSeen() {
        assertThat(new Conventions(List.of(model), code("SendContractDelegate", "ForgottenDelegate")).idleDelegates())
                .containsExactly("no task calls ForgottenDelegate");
    }

    @Test
    void unknownCalledProcessIsSeen() throws IOException {
        order.<CallActivity>all(CallActivity.class).iterator().next().setCalledElement("contract-signing");

        assertThat(conventions().danglingReferences(order))
                .contains("callActivity_signContract calls the unknown process contract-signing");
    }

    @Test
    void callThatDoesNotPassItsNumberOnIsSeen() throws IOException {
        order.<CallActivity>all(CallActivity.class)
                .forEach(call -> call.removeChildElement(call.getExtensionElements()));

        assertThat(conventions().callsWithoutNumber(order))
                .contains("callActivity_signContract does not pass its business key on");
    }

    @Test
    void messageNobodySendsIsSeen() throws IOException {
        order.<MessageEventDefinition>all(MessageEventDefinition.class)
                .forEach(event -> event.removeAttributeNs(Conventions.CAMUNDA, "delegateExpression"));

        assertThat(conventions().unsentMessages(order))
                .containsExactly(
                        "\"Appliance given up\" has no delegate that sends its message",
                        "\"Configuration given up\" has no delegate that sends its message",
                        "\"Licence given up\" has no delegate that sends its message");
    }

    @Test
    void errorNobodyThrowsIsSeen() throws IOException {
        order.<Error>all(Error.class).forEach(error -> error.setErrorCode("Surprise"));

        assertThat(conventions().danglingReferences(order)).hasSize(5).containsOnly("nobody throws Surprise");
    }

    @Test
    void foreignFormIsSeen() throws IOException {
        this.<UserTask>element("userTask_decideOnChanges").setCamundaFormKey("camunda-forms:/forms/changes");

        assertThat(conventions().brokenForms(model))
                .containsExactly("userTask_decideOnChanges shows camunda-forms:/forms/changes instead of "
                        + "camunda-forms:/forms/decide-on-changes/${task.id}");
    }

    @Test
    void missingFormIsSeen() {
        assertThat(new Conventions(List.of(model), code()).brokenForms(model))
                .contains("userTask_decideOnChanges has no form decide-on-changes.form");
    }

    @Test
    void unknownGroupIsSeen() throws IOException {
        this.<UserTask>element("userTask_decideOnChanges").setCamundaCandidateGroups("relations");

        assertThat(conventions().nobodysTasks(model)).containsExactly("userTask_decideOnChanges is for [relations]");
    }

    @Test
    void taskWithoutADayIsSeen() throws IOException {
        this.<UserTask>element("userTask_decideOnChanges").setCamundaDueDate("${now()}");

        assertThat(conventions().nobodysTasks(model)).containsExactly("userTask_decideOnChanges is due ${now()}");
    }

    @Test
    void conditionOnAnotherVariableIsSeen() throws IOException {
        condition("flow_copiesAcceptedToMergeSigned", "${contractSigned == true}");

        assertThat(conventions().brokenQuestions(model))
                .contains("\"Copies accepted?\" -Yes-> gateway_mergeSigned does not ask for copiesAccepted");
    }

    @Test
    void answerNoFormOffersIsSeen() throws IOException {
        condition("flow_changesDecisionToMergeSigned", "${changesDecision == 'agree'}");

        assertThat(conventions().answersNobodyGives(model))
                .containsExactly(
                        "\"Changes decision?\" -Accept-> gateway_mergeSigned waits for agree, which no form or decision offers");
    }

    @Test
    void undeclaredVariableIsSeen() {
        assertThat(new Conventions(List.of(model), code()).brokenQuestions(model))
                .contains("\"Copies accepted?\" -Yes-> gateway_mergeSigned asks for copiesAccepted, "
                        + "which no ProcessVariable declares");
    }

    @Test
    void questionWithoutADefaultIsSeen() throws IOException {
        this.<ExclusiveGateway>element("gateway_copiesAccepted").removeAttribute("default");

        assertThat(conventions().splitsWithoutDefault(model)).containsExactly("\"Copies accepted?\" has no default");
    }

    @Test
    void secondWayIntoATaskIsSeen() throws IOException {
        this.<SequenceFlow>element("flow_mergeWaitToMergeCopies").setTarget(element("serviceTask_sendContract"));

        assertThat(conventions().muddledFlows(model))
                .containsExactly(
                        "\"Send contract\" has 2 ways in and 1 out", "gateway_mergeCopies has 1 ways in and 1 out");
    }

    @Test
    void missingSavePointIsSeen() throws IOException {
        this.<ServiceTask>element("serviceTask_sendContract").setCamundaAsyncBefore(false);

        assertThat(conventions().missingSavePoints(model))
                .containsExactly("\"Send contract\" has no save point of its own");
    }

    @Test
    void silentStepIsSeen() throws IOException {
        var task = this.<ServiceTask>element("serviceTask_sendContract");
        task.getDocumentations().clear();

        assertThat(conventions().silentSteps(model))
                .containsExactly("\"Send contract\" does not say whether it is safe to repeat");
    }

    @Test
    void listenerIsSeen() throws IOException {
        this.<UserTask>element("userTask_decideOnChanges").builder().camundaTaskListenerClass("create", "any.Listener");

        assertThat(conventions().hiddenCode(model)).containsExactly("there is a taskListener");
    }

    @Test
    void expressionIsSeen() throws IOException {
        this.<ServiceTask>element("serviceTask_sendContract")
                .setAttributeValueNs(Conventions.CAMUNDA, "expression", "${mails.send()}");

        assertThat(conventions().hiddenCode(model)).containsExactly("\"Send contract\" has camunda:expression");
    }

    @Test
    void endWithoutTheOrdersStateIsSeen() throws IOException {
        EndEvent end = order.content().getModelElementById("endEvent_orderWithdrawn");
        end.removeChildElement(end.getExtensionElements());

        assertThat(conventions().brokenProperties(order)).containsExactly("\"Order withdrawn\" says orderState null");
    }

    private Conventions conventions() throws IOException {
        return new Conventions(List.of(model, order), SourceTree.read());
    }

    private static SourceTree code(String... classes) {
        var files = new ArrayList<Path>();
        List.of(classes).forEach(name -> files.add(Path.of("bams/process", name + ".java")));
        return new SourceTree(files, "");
    }

    private void condition(String flow, String text) {
        this.<SequenceFlow>element(flow).getConditionExpression().setTextContent(text);
    }

    private <T extends ModelElementInstance> T element(String id) {
        return model.content().getModelElementById(id);
    }
}
