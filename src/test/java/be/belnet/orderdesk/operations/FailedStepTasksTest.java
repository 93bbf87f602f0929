package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailedStepTasksTest {
    @Test
    void everyTaskThatCountsAsAFailedStepStandsInAModel() throws IOException {
        assertThat(EngineSignals.FAILED_STEP_TASKS)
                .allSatisfy(task -> assertThat(models()).contains("<bpmn:userTask id=\"" + task + "\""));
    }

    private static String models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(FailedStepTasksTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path model) {
        try {
            return Files.readString(model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
