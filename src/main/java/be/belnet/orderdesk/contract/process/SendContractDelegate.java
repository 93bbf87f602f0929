package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the contract to be signed. Safe to repeat: one mail for each version. */
@Component
class SendContractDelegate implements JavaDelegate {
    private final ContractDesk contracts;

    SendContractDelegate(ContractDesk contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.send(execution.getProcessBusinessKey());
    }
}
