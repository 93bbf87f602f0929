package be.belnet.orderdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.workflow.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which forms decide something. */
class DecisionFormsTest {
    /** They ask for something; what comes of it is decided in the tasks that follow. */
    private static final Set<String> START_FORMS = Set.of(
            "campaign-requested",
            "change-requested",
            "data-requested",
            "migration-requested",
            "notice-received",
            "order-received",
            "support-requested",
            "validation-requested");

    @Test
    void ofEveryTasksFormItIsSaidWhetherItDecides() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            List<String> forms = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".form"))
                    .map(file -> file.replace(".form", ""))
                    .filter(form -> !START_FORMS.contains(form))
                    .toList();
            assertThat(forms).hasSizeGreaterThan(40).allMatch(DecisionForms::isKnown);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "approve-change, changeApproval, refuse, APPROVAL",
        "decide-on-notice, noticeDecision, byRule, APPROVAL",
        "decide-on-notice, noticeDecision, exception, OVERRIDE",
        "decide-on-failed-step, failureDecision, byHand, BY_HAND",
        "decide-on-failed-step, failureDecision, cancel, OVERRIDE",
        "decide-on-failed-step, failureDecision, retry,",
        "undo-by-hand, undoDecision, doneByHand, BY_HAND",
        "undo-by-hand, undoDecision, tryAgain,",
        "hold-meeting, minutes, words,"
    })
    void answersDecideOrDoNot(String form, String field, String answer, DecisionKind kind) {
        assertThat(DecisionForms.kind(form, new Answers(Map.of(field, answer))).orElse(null))
                .isEqualTo(kind);
    }
}
