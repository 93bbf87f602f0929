package be.belnet.orderdesk.production;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the list in the place of a stack trace. */
class NotFitForProductionAnalyzer extends AbstractFailureAnalyzer<NotFitForProductionException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, NotFitForProductionException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set what the list names; java -jar orderdesk.jar doctor shows the whole checklist.",
                cause);
    }
}
