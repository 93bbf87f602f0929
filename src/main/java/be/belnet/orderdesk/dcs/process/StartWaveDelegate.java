package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.CUSTOMERS_SETTLED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the next customers of a campaign, and sees whether all are settled. Safe to repeat: each customer is started once, and no more a day than were agreed. */
@Component
class StartWaveDelegate implements JavaDelegate {
    private final Waves waves;

    StartWaveDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = execution.getProcessBusinessKey();
        waves.start(campaign);
        CUSTOMERS_SETTLED.set(execution, waves.isOver(campaign));
    }
}
