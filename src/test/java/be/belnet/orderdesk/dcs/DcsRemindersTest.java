package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that says when customers are reminded of their records, row by row and at its borders. */
class DcsRemindersTest {
    private static final Table REMINDERS = Table.read("dcs/dcs-reminders.dmn");

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
            boolean open, boolean theirs, boolean reminded, int days, int reminders, String decided) {
        assertThat(REMINDERS.remind(open, theirs, reminded, days, reminders)).isEqualTo(decided);
    }
}
