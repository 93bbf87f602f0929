package be.belnet.orderdesk.dcs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a campaign: no further customer is started. Safe to repeat: what is cancelled already stays so. */
@Component
class StopCampaignDelegate implements JavaDelegate {
    private final Waves waves;

    StopCampaignDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.stop(execution.getProcessBusinessKey());
    }
}
