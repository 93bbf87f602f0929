package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractDesk;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up the contract. Safe to repeat: one version for each set of needs. */
@Component
class GenerateContractDelegate implements JavaDelegate {
    private final ContractDesk contracts;

    GenerateContractDelegate(ContractDesk contracts) {
        this.contracts = contracts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contracts.generate(execution.getProcessBusinessKey());
    }
}
