package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.dcs.Certificates;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.Leaving;
import be.belnet.orderdesk.ordering.TroubleForm;
import be.belnet.orderdesk.ordering.Troubles;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.Effect;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The CA does not take the organisation, one of its domains or its administrator, or does not validate it. */
@Component
class DecideOnOrganisationForm extends TroubleForm {
    /** Tried again from the first on, since each finds what is done already. */
    private static final List<String> FOLLOWING = List.of(AddDomainsDelegate.STEP, InviteAdministratorDelegate.STEP);

    private static final String[] TROUBLES = {
        "organisationRefused",
        "domainRefused",
        "administratorRefused",
        "validationRefused",
        "validationSlow",
        "organisationGone"
    };
    private static final String LEAVE_OUT = "leaveDomainOut";
    private static final String DONE_BY_HAND = "doneByHand";

    private final OrderFile orders;
    private final Troubles troubles;
    private final Effects effects;
    private final Certificates certificates;
    private final DcsOrders dcsOrders;
    private final MessageSource messages;

    DecideOnOrganisationForm(
            DcsFacts facts,
            Troubles troubles,
            Leaving leaving,
            OrderFile orders,
            Effects effects,
            Certificates certificates,
            DcsOrders dcsOrders,
            MessageSource messages) {
        super(
                CreateOrganisationDelegate.STEP,
                DcsVariables.ORGANISATION_DECISION,
                facts::of,
                troubles,
                leaving,
                orders,
                effects,
                TROUBLES);
        this.orders = orders;
        this.troubles = troubles;
        this.effects = effects;
        this.certificates = certificates;
        this.dcsOrders = dcsOrders;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "decide-on-organisation";
    }

    /** Those of the form's own choices that there are now. */
    @Override
    public Map<String, List<Option>> options(FormContext context) {
        Stream<Option> leaveOut = toLeaveOut(context.orderNumber())
                .map(domain -> option(LEAVE_OUT, context, names(context.orderNumber(), domain)))
                .stream();
        Stream<Option> byHand =
                refusedInvitation(context.orderNumber()).map(refused -> option(DONE_BY_HAND, context)).stream();
        return Map.of(
                DcsVariables.ORGANISATION_DECISION.name(),
                Stream.of(
                                Stream.of(option("tryAgain", context)),
                                leaveOut,
                                byHand,
                                Stream.of(option("cancel", context)))
                        .flatMap(choices -> choices)
                        .toList());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        FOLLOWING.forEach(step -> effects.allowAgain(context.orderNumber(), step));
        String decided = answers.text(DcsVariables.ORGANISATION_DECISION.name());
        if (decided.equals(LEAVE_OUT)) {
            return leaveOut(context.orderNumber(), answers);
        }
        if (decided.equals(DONE_BY_HAND)) {
            keepDeed(context.orderNumber());
        }
        return super.submit(context, answers);
    }

    /** Whatever else is done by hand the next attempt finds; who manages the organisation not every CA tells. */
    private void keepDeed(String order) {
        Effect invitation = refusedInvitation(order).orElseThrow();
        effects.doneByHand(order, invitation.step(), Certificates.BY_HAND);
        orders.record(order, "administratorSetByHand", Map.of("partner", invitation.partner()));
    }

    private Optional<Effect> refusedInvitation(String order) {
        return effects.find(order, InviteAdministratorDelegate.STEP)
                .filter(effect -> effect.state() == Effect.State.REFUSED);
    }

    /** What stood at the CA before the order has left no trace of an attempt. */
    @Override
    protected Optional<String> partner(String order) {
        return Optional.of(certificates.authority(order));
    }

    private Map<String, Object> leaveOut(String order, Answers answers) {
        int left = certificates.leaveOut(order, toLeaveOut(order).orElseThrow(), answers.reason());
        return Map.of(
                DcsVariables.ORGANISATION_DECISION.name(), LEAVE_OUT,
                DcsVariables.DOMAIN_COUNT.name(), left);
    }

    /** The domain that the trouble is about, unless the order would have none without it. */
    private Optional<Domain> toLeaveOut(String order) {
        return troubles.event(order, TROUBLES)
                .filter(event -> event.kind().equals("domainRefused"))
                .map(event -> new Domain(event.facts().get("domain")))
                .filter(domain -> certificates.withWildcard(order, domain).size()
                        < dcsOrders.get(order).domains().size());
    }

    private String names(String order, Domain domain) {
        return certificates.withWildcard(order, domain).stream()
                .map(Domain::name)
                .collect(Collectors.joining(", "));
    }

    private Option option(String decision, FormContext context, Object... arguments) {
        String key = "form.%s.organisationDecision.%s".formatted(name(), decision);
        return new Option(decision, messages.getMessage(key, arguments, key, context.locale()));
    }
}
