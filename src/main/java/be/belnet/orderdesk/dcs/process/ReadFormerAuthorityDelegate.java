package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DcsVariables.DOMAIN_COUNT;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what the customer has at the CA that it leaves, and keeps it in the file. Changes nothing there; safe to repeat. */
@Component
class ReadFormerAuthorityDelegate implements JavaDelegate {
    private final FormerReading reading;

    ReadFormerAuthorityDelegate(FormerReading reading) {
        this.reading = reading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            DOMAIN_COUNT.set(execution, reading.read(execution.getProcessBusinessKey()));
        } catch (FormerReading.UnclearException unclear) {
            throw new BpmnError("FormerOrganisationUnclear", unclear.getMessage());
        }
    }
}
