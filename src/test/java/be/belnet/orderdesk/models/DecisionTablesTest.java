package be.belnet.orderdesk.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every decision: someone can tell why each rule exists, and no case falls through. */
class DecisionTablesTest {
    /** Decides nothing: it finds all signs in a mail for the tables that do. */
    private static final Path LIST = Path.of("mail-words.dmn");

    static List<Path> decisions() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionIsNamedAsItsFile(Path file) {
        var decision = only(file, Decision.class);

        assertThat(decision.getId() + ".dmn").isEqualTo(file.getFileName().toString());
        assertThat(decision.getName()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void firstRuleThatFitsDecides(Path file) {
        assertThat(only(file, DecisionTable.class).getHitPolicy())
                .isEqualTo(file.endsWith(LIST) ? HitPolicy.COLLECT : HitPolicy.FIRST);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void ruleSaysWhyItExists(Path file) {
        assertThat(only(file, DecisionTable.class).getRules()).isNotEmpty().allSatisfy(rule -> assertThat(
                        rule.getDescription())
                .as(rule.getId())
                .isNotNull()
                .satisfies(why -> assertThat(why.getTextContent()).isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void lastRuleCatchesAll(Path file) {
        var rules = List.copyOf(only(file, DecisionTable.class).getRules());

        assertThat(catchesAll(rules.get(rules.size() - 1))).isTrue();
        assertThat(rules.subList(0, rules.size() - 1)).noneMatch(DecisionTablesTest::catchesAll);
    }

    private static boolean catchesAll(Rule rule) {
        return rule.getInputEntries().stream()
                .allMatch(entry -> entry.getTextContent().isBlank());
    }

    private static <T extends ModelElementInstance> T only(Path file, Class<T> type) {
        var found = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(type);
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }
}
