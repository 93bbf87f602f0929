package be.belnet.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Conventions;
import be.belnet.orderdesk.models.Drawing;
import be.belnet.orderdesk.models.Picture;
import be.belnet.orderdesk.models.ProcessModel;
import be.belnet.orderdesk.models.SourceTree;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every model: one name runs through drawing, bean, class and form, and the drawing is one to like. */
class ProcessModelsTest {

    private static Conventions conventions;

    @BeforeAll
    static void readEverything() throws IOException {
        conventions = new Conventions(ProcessModel.all(), SourceTree.read());
    }

    static List<ProcessModel> models() throws IOException {
        return ProcessModel.all();
    }

    @Test
    void thereAreModels() throws IOException {
        assertThat(models()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void processIsNamedAsItsFile(ProcessModel model) {
        assertThat(conventions.brokenProcess(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void idFollowsTheName(ProcessModel model) {
        assertThat(conventions.brokenNames(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void automatedTaskHasADelegateOfItsName(ProcessModel model) {
        assertThat(conventions.missingDelegates(model)).isEmpty();
    }

    /** Who decides on a step that has failed finds its effect by the step's name. */
    @Test
    void effectIsNamedAsItsStep() {
        assertThat(conventions.misnamedEffects()).isEmpty();
    }

    @Test
    void delegateHasATaskOfItsName() {
        assertThat(conventions.idleDelegates()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void thrownMessageIsSentByADelegate(ProcessModel model) {
        assertThat(conventions.unsentMessages(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void calledProcessesDecisionsMessagesAndErrorsExist(ProcessModel model) {
        assertThat(conventions.danglingReferences(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void calledProcessHasTheNumberOfItsCaller(ProcessModel model) {
        assertThat(conventions.callsWithoutNumber(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void userTaskHasAFormOfItsName(ProcessModel model) {
        assertThat(conventions.brokenForms(model)).isEmpty();
    }

    @Test
    void formNamesAreUnique() {
        assertThat(conventions.formsOfOneName()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void userTaskIsForAKnownGroupByADay(ProcessModel model) {
        assertThat(conventions.nobodysTasks(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void questionIsItsVariable(ProcessModel model) {
        assertThat(conventions.brokenQuestions(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void answerIsOneThatAFormOffers(ProcessModel model) {
        assertThat(conventions.answersNobodyGives(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void questionHasADefaultAnswer(ProcessModel model) {
        assertThat(conventions.splitsWithoutDefault(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewayEitherSplitsOrJoins(ProcessModel model) {
        assertThat(conventions.muddledFlows(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void automatedTaskHasASavePoint(ProcessModel model) {
        assertThat(conventions.missingSavePoints(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void automatedTaskSaysWhetherItIsSafeToRepeat(ProcessModel model) {
        assertThat(conventions.silentSteps(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelHidesNoCode(ProcessModel model) {
        assertThat(conventions.hiddenCode(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void endsAndWaitsSpeakTheOrderFilesWords(ProcessModel model) {
        assertThat(conventions.brokenProperties(model)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(ProcessModel model) {
        assertThat(new Drawing(model).missing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shapesHaveStandardSizes(ProcessModel model) {
        assertThat(new Drawing(model).oddSizes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shapesDoNotOverlap(ProcessModel model) {
        assertThat(new Drawing(model).overlaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsBendAtRightAngles(ProcessModel model) {
        assertThat(new Drawing(model).slantedFlows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsEnterLeftAndLeaveRight(ProcessModel model) {
        assertThat(new Drawing(model).badlyDocked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsDoNotCross(ProcessModel model) {
        assertThat(new Drawing(model).crossings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunThroughNoShape(ProcessModel model) {
        assertThat(new Drawing(model).flowsThroughShapes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void labelsAreClear(ProcessModel model) {
        assertThat(new Drawing(model).unclearLabels()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void normalRowIsStraightAndExceptionsGatherBelow(ProcessModel model) {
        assertThat(new Drawing(model).crookedRows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void pictureShowsTheModelOfToday(ProcessModel model) throws IOException {
        assertThat(Picture.of(model.file()).isUpToDate())
                .as("picture of %s; draw it with ./mvnw -Ppictures test", model)
                .isTrue();
    }
}
