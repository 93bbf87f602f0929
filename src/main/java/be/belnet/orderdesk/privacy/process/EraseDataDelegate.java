package be.belnet.orderdesk.privacy.process;

import be.belnet.orderdesk.privacy.PersonDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Erases the person of an approved request. Safe to repeat: once more changes nothing. */
@Component
class EraseDataDelegate implements JavaDelegate {
    private final PersonDesk persons;

    EraseDataDelegate(PersonDesk persons) {
        this.persons = persons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        persons.erase(execution.getProcessBusinessKey());
    }
}
