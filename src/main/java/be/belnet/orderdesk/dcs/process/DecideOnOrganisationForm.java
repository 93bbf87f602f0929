package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The CA does not take the organisation, one of its domains or its administrator, or does not validate it. */
@Component
class DecideOnOrganisationForm extends TroubleForm {
    /** Tried again from the first on, since each finds what is done already. */
    private static final List<String> FOLLOWING = List.of(AddDomainsDelegate.STEP, InviteAdministratorDelegate.STEP);

    private final Effects effects;

    DecideOnOrganisationForm(DcsFacts facts, Troubles troubles, Leaving leaving, OrderFile orders, Effects effects) {
        super(
                CreateOrganisationDelegate.STEP,
                DcsVariables.ORGANISATION_DECISION,
                facts::of,
                troubles,
                leaving,
                orders,
                effects,
                "organisationRefused",
                "domainRefused",
                "administratorRefused",
                "validationRefused",
                "validationSlow",
                "organisationGone");
        this.effects = effects;
    }

    @Override
    public String name() {
        return "decide-on-organisation";
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        FOLLOWING.forEach(step -> effects.allowAgain(context.orderNumber(), step));
        return super.submit(context, answers);
    }
}
