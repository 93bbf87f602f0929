package be.belnet.orderdesk.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Whoever starts a node without its database is told what to do. */
class NoDatabaseTest {
    private final FailureAnalyzer analyzer = new NoDatabaseAnalyzer();

    @ParameterizedTest
    @CsvSource({
        "08001, The database cannot be reached, Start it",
        "28P01, The database lets this user not in, Mend spring.datasource.username",
        "3D000, The database does not exist, Make it",
        "90020, Another program has the embedded database open, Stop the other Orderdesk",
    })
    void databaseThatLetsNobodyInIsTold(String state, String words, String remedy) {
        FailureAnalysis told = analyzer.analyze(failure(new SQLException("FATAL: no", state)));

        assertThat(told.getDescription()).isEqualTo(words + " (SQLException, FATAL: no).");
        assertThat(told.getAction()).startsWith(remedy);
    }

    @Test
    void otherFailuresAreNotTheDatabases() {
        assertThat(analyzer.analyze(failure(new SQLException("duplicate key", "23505"))))
                .isNull();
        assertThat(analyzer.analyze(failure(new SQLException("no state")))).isNull();
        assertThat(analyzer.analyze(new IllegalStateException("other"))).isNull();
    }

    @Test
    void doctorGivesTheRemedyOfWhatIsWrongRatherThanThatOfTheDemand() {
        var demand = new Demand(Moment.DATABASE, "connection encrypted", "switch ssl on", where -> {
            throw failure(new SQLException("FATAL: password authentication failed", "28P01"));
        });

        assertThat(demand.find(null).remedy()).startsWith("mend spring.datasource.username");
    }

    @Test
    void nodesAskIt() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(null)
                        .load(FailureAnalyzer.class, (type, name, othersWantBeans) -> {}))
                .hasAtLeastOneElementOfType(NoDatabaseAnalyzer.class);
    }

    private static CannotGetJdbcConnectionException failure(SQLException cause) {
        return new CannotGetJdbcConnectionException("no connection", cause);
    }
}
