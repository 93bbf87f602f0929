package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that says when customers are reminded of their records, row by row and at its borders. */
class DcsRemindersTest {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision REMINDERS = read();

    @ParameterizedTest
    @CsvSource({
        // open, theirs, reminded within a week, days, reminders
        "true,  true,  false,  0, 0, wait",
        "true,  true,  false,  4, 0, wait",
        "true,  true,  false,  5, 0, remind",
        "true,  true,  true,   9, 1, wait",
        "true,  true,  false, 11, 1, remind",
        "true,  true,  false, 19, 3, remind",
        "true,  true,  false, 20, 2, remind",
        "true,  true,  false, 20, 3, takeUp",
        "true,  true,  true,  20, 3, takeUp",
        "true,  true,  true,  20, 2, wait",
        "false, true,  false, 20, 3, wait",
        "false, true,  false,  5, 0, wait",
        "true,  false, false, 20, 3, wait",
        "true,  false, false,  5, 0, wait",
    })
    void reminderIsDueWhenTheTableSaysSo(
            boolean openingDay,
            boolean customersTurn,
            boolean remindedThisWeek,
            int openingDaysWaited,
            int remindersSent,
            String reminder) {
        var facts = Map.<String, Object>of(
                "openingDay", openingDay,
                "customersTurn", customersTurn,
                "remindedThisWeek", remindedThisWeek,
                "openingDaysWaited", openingDaysWaited,
                "remindersSent", remindersSent);

        assertThat(ENGINE.evaluateDecisionTable(REMINDERS, facts).<String>getSingleEntry())
                .isEqualTo(reminder);
    }

    private static DmnDecision read() {
        try (var table = Files.newInputStream(Path.of("processes/dcs/dcs-reminders.dmn"))) {
            return ENGINE.parseDecision("dcs-reminders", table);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
