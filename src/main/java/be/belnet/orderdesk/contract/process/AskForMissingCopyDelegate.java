package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails what is missing or wrong in each copy. Safe to repeat: one mail for each registration. */
@Component
class AskForMissingCopyDelegate implements JavaDelegate {
    private final ContractDesk contracts;

    AskForMissingCopyDelegate(ContractDesk contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.askForMissingCopy(execution.getProcessBusinessKey());
    }
}
