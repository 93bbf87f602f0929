package be.belnet.orderdesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a column that can hold words says whether it tells of people. */
@ProcessTest
class ColumnsTest {
    private static final Set<String> NUMBERS_AND_TIMES = Set.of(
            "bigint",
            "integer",
            "numeric",
            "boolean",
            "date",
            "timestamp",
            "timestamp without time zone",
            "timestamp with time zone");

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachColumnThatCanHoldWordsIsKnown() {
        Set<String> known = Columns.telling();
        known.addAll(Columns.tellingNothing());

        assertThat(new Columns(jdbc).all()).isEqualTo(known).hasSizeGreaterThan(200);
    }

    @Test
    void noneIsSaidToBeBoth() {
        assertThat(Columns.telling()).doesNotContainAnyElementsOf(Columns.tellingNothing());
    }

    @Test
    void allOthersAreNumbersAndTimes() {
        assertThat(new Columns(jdbc).others().keySet()).isSubsetOf(NUMBERS_AND_TIMES);
    }
}
