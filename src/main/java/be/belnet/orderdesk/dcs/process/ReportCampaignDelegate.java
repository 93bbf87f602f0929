package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Campaigns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever began the campaign how it ended. Safe to repeat: the outbox has the mail only if the step is committed. */
@Component
class ReportCampaignDelegate implements JavaDelegate {
    private final Campaigns campaigns;

    ReportCampaignDelegate(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.report(execution.getProcessBusinessKey());
    }
}
