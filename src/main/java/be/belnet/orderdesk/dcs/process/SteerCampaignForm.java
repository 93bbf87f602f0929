package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.CAMPAIGN_DECISION;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.Campaign;
import be.belnet.orderdesk.dcs.Campaigns;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A manager sees how far a campaign is, and changes its pace, pauses it, or stops it. */
@Component
class SteerCampaignForm implements TaskForm {
    private static final String PAUSED = "paused";

    private final Campaigns campaigns;
    private final Authorities authorities;
    private final OrderFile orders;

    SteerCampaignForm(Campaigns campaigns, Authorities authorities, OrderFile orders) {
        this.campaigns = campaigns;
        this.authorities = authorities;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "steer-campaign";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Campaign campaign = campaigns.get(context.orderNumber());
        Map<String, String> facts = new HashMap<>(campaigns.progress(campaign.number()));
        facts.put("orderNumber", campaign.number());
        facts.put("from", authorities.name(campaign.formerAuthority()));
        facts.put("to", authorities.name(campaign.authority()));
        return facts;
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        Campaign campaign = campaigns.get(context.orderNumber());
        return Map.of(
                "pace", campaign.paused() ? PAUSED : "running",
                "customersADay", campaign.customersADay(),
                "stopDate", campaign.stopDate().toString());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(CAMPAIGN_DECISION.name());
        if (decision.equals("stop")) {
            stop(context.orderNumber(), answers);
        } else {
            steer(campaigns.get(context.orderNumber()), answers);
        }
        return Map.of(CAMPAIGN_DECISION.name(), decision);
    }

    private void steer(Campaign campaign, Answers answers) {
        campaigns.steer(
                campaign.number(),
                PAUSED.equals(answers.text("pace")),
                answers.number("customersADay", campaign.customersADay()),
                Optional.ofNullable(answers.date("stopDate")).orElse(campaign.stopDate()));
    }

    private void stop(String number, Answers answers) {
        orders.setClosingReason(number, answers.reason());
        if ("abandon".equals(answers.text("openMigrations"))) {
            campaigns.abandonMigrations(number);
        }
    }
}
