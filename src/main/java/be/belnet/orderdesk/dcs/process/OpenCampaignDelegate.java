package be.belnet.orderdesk.dcs.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the first wave of a campaign. Safe to repeat: each customer is started once. */
@Component
class OpenCampaignDelegate implements JavaDelegate {
    private final Waves waves;

    OpenCampaignDelegate(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waves.start(execution.getProcessBusinessKey());
    }
}
