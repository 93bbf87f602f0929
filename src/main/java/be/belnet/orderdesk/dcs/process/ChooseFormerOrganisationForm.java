package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.FORMER_ORGANISATION_DECISION;

import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names do not tell which organisation of the former CA is the customer: a person says so. */
@Component
class ChooseFormerOrganisationForm implements TaskForm {
    private final Migrations migrations;
    private final OrderFile orders;
    private final OrderFacts facts;

    ChooseFormerOrganisationForm(Migrations migrations, OrderFile orders, OrderFacts facts) {
        this.migrations = migrations;
        this.orders = orders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "choose-former-organisation";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put(
                "candidates",
                orders.latest(context.orderNumber(), "formerOrganisationUnclear")
                        .map(event -> event.facts().get("candidates"))
                        .filter(names -> !names.isEmpty())
                        .orElse(OrderFacts.UNKNOWN));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(FORMER_ORGANISATION_DECISION.name());
        if (decision.equals("cancel")) {
            orders.setClosingReason(context.orderNumber(), answers.reason());
        } else {
            migrations.chooseOrganisation(context.orderNumber(), answers.required("formerOrganisation"));
        }
        return Map.of(FORMER_ORGANISATION_DECISION.name(), decision);
    }
}
