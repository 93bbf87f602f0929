package be.belnet.orderdesk.follow.process;

import static be.belnet.orderdesk.follow.process.ContactVariables.CONTACT_OUTCOME;

import be.belnet.orderdesk.follow.ContactTask;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts {@code contact-change}, and tells it what the contact itself said. */
@Component
class ContactChangeProcess implements ContactTask {
    private final RuntimeService processes;

    ContactChangeProcess(@Lazy RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public void begin(String number) {
        processes.startProcessInstanceByKey("contact-change", number);
    }

    @Override
    public void answered(String number, boolean changed) {
        processes
                .createMessageCorrelation("ContactAnswered")
                .processInstanceBusinessKey(number)
                .setVariable(CONTACT_OUTCOME.name(), changed ? "change" : "keep")
                .correlate();
    }
}
