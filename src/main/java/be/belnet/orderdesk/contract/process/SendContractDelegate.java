package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails the contract to be signed. Safe to repeat: one mail for each version. */
@Component
class SendContractDelegate implements JavaDelegate {
    private final ContractMails mails;

    SendContractDelegate(ContractMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.send(execution.getProcessBusinessKey());
    }
}
