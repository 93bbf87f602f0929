package be.belnet.orderdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that says when customers are reminded of their copies, row by row and at its borders. */
class ContractRemindersTest {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision REMINDERS = read();

    @ParameterizedTest
    @CsvSource({
        // open, theirs, reminded within a week, days, reminders
        "true,  true,  false,  0, 0, wait",
        "true,  true,  false,  9, 0, wait",
        "true,  true,  false, 10, 0, remind",
        "true,  true,  false, 11, 0, remind",
        "true,  true,  false, 19, 1, wait",
        "true,  true,  false, 20, 1, remind",
        "true,  true,  false, 29, 2, wait",
        "true,  true,  false, 30, 2, silence",
        "true,  true,  false, 90, 3, silence",
        "false, true,  false, 10, 0, wait",
        "false, true,  false, 30, 2, wait",
        "true,  false, false, 10, 0, wait",
        "true,  false, false, 30, 2, wait",
        "true,  true,  true,  10, 0, wait",
        "true,  true,  true,  20, 1, wait",
        "true,  true,  true,  30, 2, wait",
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
        try (var table = Files.newInputStream(Path.of("processes/shared/contract-reminders.dmn"))) {
            return ENGINE.parseDecision("contract-reminders", table);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
