package be.belnet.orderdesk.intake.process;

import static be.belnet.orderdesk.intake.process.TriageVariables.MAIL_BOUNCED;

import be.belnet.orderdesk.intake.Triage;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts {@code mail-triage}. */
@Component
class TriageProcess implements Triage {
    private static final String ERASED = "MailErased";

    private final RuntimeService processes;

    TriageProcess(@Lazy RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void begin(String number, boolean bounced) {
        processes.startProcessInstanceByKey("mail-triage", number, Map.of(MAIL_BOUNCED.name(), bounced));
    }

    @Override
    public void takeBack(String number) {
        processes
                .createExecutionQuery()
                .processInstanceBusinessKey(number)
                .messageEventSubscriptionName(ERASED)
                .list()
                .forEach(waiting -> processes.messageEventReceived(ERASED, waiting.getId()));
    }
}
