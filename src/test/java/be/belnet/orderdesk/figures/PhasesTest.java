package be.belnet.orderdesk.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each step that the models have belongs to a phase. */
class PhasesTest {
    private static final Pattern STEP = Pattern.compile("<bpmn:(?:userTask|receiveTask|serviceTask|businessRuleTask"
            + "|eventBasedGateway|intermediateCatchEvent) id=\"([^\"]+)\"");

    /** Their business key is no order's, so no order stands there. */
    private static final Set<String> OF_NO_ORDER = Set.of(
            "contact-change.bpmn", "data-request.bpmn", "failed-step.bpmn", "mail-triage.bpmn", "reconciliation.bpmn");

    @Test
    void everyStepHasItsPhaseAndNoOtherHas() throws IOException {
        Set<String> steps = steps();

        assertThat(steps).hasSizeGreaterThan(100);
        assertThat(steps)
                .allSatisfy(step -> assertThat(Phases.of(step)).as(step).isNotEqualTo(Phase.MOVING));
        assertThat(Phases.steps())
                .containsExactlyInAnyOrderElementsOf(steps.stream()
                        .map(step -> step.substring(step.indexOf('_') + 1))
                        .collect(Collectors.toSet()));
        assertThat(steps).containsAll(Phases.PATIENT);
    }

    @Test
    void whoStandsNowhereMovesOn() {
        assertThat(Phases.of(null)).isEqualTo(Phase.MOVING);
        assertThat(Phases.of("userTask_ofAnotherRelease")).isEqualTo(Phase.MOVING);
    }

    private static Set<String> steps() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            Set<String> steps = new TreeSet<>();
            for (Path model : models.filter(file -> file.toString().endsWith(".bpmn"))
                    .filter(file -> !OF_NO_ORDER.contains(file.getFileName().toString()))
                    .toList()) {
                STEP.matcher(Files.readString(model)).results().forEach(found -> steps.add(found.group(1)));
            }
            return steps;
        }
    }
}
