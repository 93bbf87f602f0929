package be.belnet.orderdesk.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A decision table of {@code processes}, asked without the rest of the engine. */
public record Table(DmnDecision decision) {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** The one decision of a file, which is named after it. */
    public static Table read(String file) {
        Path path = Path.of("processes", file);
        String decision = path.getFileName().toString().replace(".dmn", "");
        try (var table = Files.newInputStream(path)) {
            return new Table(ENGINE.parseDecision(decision, table));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public DmnDecisionTableResult answer(Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(decision, facts);
    }

    /** What a table of reminders decides on a morning. */
    public String remind(
            boolean openingDay,
            boolean customersTurn,
            boolean remindedThisWeek,
            int openingDaysWaited,
            int remindersSent) {
        return answer(Map.of(
                        "openingDay", openingDay,
                        "customersTurn", customersTurn,
                        "remindedThisWeek", remindedThisWeek,
                        "openingDaysWaited", openingDaysWaited,
                        "remindersSent", remindersSent))
                .getSingleEntry();
    }
}
