package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.bams.Sizing;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code bams-sizing.dmn}. */
@Component
class SizingDecision implements Sizing {
    private final DecisionService decisions;

    SizingDecision(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public int cpus(int mailboxes, int domains) {
        Integer cpus = decisions
                .evaluateDecisionTableByKey("bams-sizing", Map.of("mailboxes", mailboxes, "domains", domains))
                .getSingleEntry();
        return cpus;
    }
}
