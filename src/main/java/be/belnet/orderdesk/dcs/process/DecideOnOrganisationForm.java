package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.Effect;
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
    private final OrderFile orders;

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
        this.orders = orders;
    }

    @Override
    public String name() {
        return "decide-on-organisation";
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        FOLLOWING.forEach(step -> effects.allowAgain(context.orderNumber(), step));
        if (answers.text(DcsVariables.ORGANISATION_DECISION.name()).equals("doneByHand")) {
            keepDeed(context.orderNumber());
        }
        return super.submit(context, answers);
    }

    /** Whatever else is done by hand the next attempt finds; who manages the organisation not every CA tells. */
    private void keepDeed(String order) {
        Effect invitation = effects.find(order, InviteAdministratorDelegate.STEP)
                .filter(effect -> effect.state() == Effect.State.REFUSED)
                .orElseThrow(() -> new AnswersRefusedException(
                        DcsVariables.ORGANISATION_DECISION.name(), "form.error.administratorNotRefused"));
        effects.doneByHand(order, invitation.step(), Certificates.BY_HAND);
        orders.record(order, "administratorSetByHand", Map.of("partner", invitation.partner()));
    }
}
