package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.Campaign;
import be.belnet.orderdesk.dcs.Campaigns;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens a campaign: from which CA to which, until when, for whom and how fast. A form sent twice opens one file. */
@Component
class CampaignRequestedForm implements StartForm {
    private static final int USUAL_PACE = 25;

    private final SentOnce once;
    private final Campaigns campaigns;
    private final Authorities authorities;
    private final CampaignCustomers customers;
    private final CampaignOwner owner;

    CampaignRequestedForm(
            SentOnce once,
            Campaigns campaigns,
            Authorities authorities,
            CampaignCustomers customers,
            CampaignOwner owner) {
        this.once = once;
        this.campaigns = campaigns;
        this.authorities = authorities;
        this.customers = customers;
        this.owner = owner;
    }

    @Override
    public String name() {
        return "campaign-requested";
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return AuthorityOptions.of(authorities);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("authority", authorities.inForce(), "customersADay", USUAL_PACE);
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        Order file = once.open(answers, token -> open(context, answers, token));
        return Map.of(ORDER_NUMBER, file.number());
    }

    private Order open(FormContext context, Answers answers, String token) {
        AuthorityOptions.requireTwo(answers);
        LocalDate stopDate = answers.dateFrom("stopDate", campaigns.today());
        var wanted = new Campaign(
                null,
                answers.text("formerAuthority"),
                answers.text("authority"),
                stopDate,
                answers.number("customersADay", USUAL_PACE),
                false,
                false);
        List<String> acronyms = customers.chosen(answers.text("customers"));
        return campaigns.open(owner.of(context), wanted, acronyms, token);
    }
}
