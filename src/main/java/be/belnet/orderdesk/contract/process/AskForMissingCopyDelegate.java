package be.belnet.orderdesk.contract.process;

import be.belnet.orderdesk.contract.ContractMails;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Mails what is missing or wrong in each copy. Safe to repeat: one mail for each registration. */
@Component
class AskForMissingCopyDelegate implements JavaDelegate {
    private final ContractMails mails;

    AskForMissingCopyDelegate(ContractMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.askForMissingCopy(execution.getProcessBusinessKey());
    }
}
