package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that says when customers are reminded of the registered letter, row by row and at its borders. */
class LetterRemindersTest {
    private static final Table REMINDERS = Table.read("termination/letter-reminders.dmn");

    @ParameterizedTest
    @CsvSource({
        // open, theirs, reminded within a week, days, reminders
        "true,  true,  false,  0, 0, wait",
        "true,  true,  false,  4, 0, wait",
        "true,  true,  false,  5, 0, remind",
        "true,  true,  false, 14, 1, wait",
        "true,  true,  false, 15, 1, remind",
        "true,  true,  false, 29, 2, wait",
        "true,  true,  false, 30, 2, silence",
        "true,  true,  false, 90, 3, silence",
        "false, true,  false,  5, 0, wait",
        "false, true,  false, 30, 2, wait",
        "true,  false, false,  5, 0, wait",
        "true,  false, false, 30, 2, wait",
        "true,  true,  true,   5, 0, wait",
        "true,  true,  true,  30, 2, wait",
    })
    void reminderIsDueWhenTheTableSaysSo(
            boolean open, boolean theirs, boolean reminded, int days, int reminders, String decided) {
        assertThat(REMINDERS.remind(open, theirs, reminded, days, reminders)).isEqualTo(decided);
    }
}
