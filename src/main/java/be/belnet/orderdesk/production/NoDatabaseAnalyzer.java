package be.belnet.orderdesk.production;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/** Says in words that the database lets nobody in, in the place of a stack trace. */
class NoDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return DatabaseTrouble.of(failure)
                .map(trouble -> new FailureAnalysis(
                        "%s (%s).".formatted(trouble.words(), Failures.inWords(failure)),
                        StringUtils.capitalize(trouble.remedy()) + ".",
                        failure))
                .orElse(null);
    }
}
