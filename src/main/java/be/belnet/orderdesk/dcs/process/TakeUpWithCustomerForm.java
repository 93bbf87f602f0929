package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.TAKE_UP_DECISION;

import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A customer does not publish what it is asked for: its account manager talks to it, and says how to go on. */
@Component
class TakeUpWithCustomerForm implements TaskForm {
    private final CertificateDomains domains;
    private final DomainReminders reminders;
    private final OrderFacts facts;

    TakeUpWithCustomerForm(CertificateDomains domains, DomainReminders reminders, OrderFacts facts) {
        this.domains = domains;
        this.reminders = reminders;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "take-up-with-customer";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put(
                "openDomains",
                domains.of(context.orderNumber()).stream()
                        .filter(domain -> domain.state().actor() == Actor.CUSTOMER)
                        .map(domain -> domain.domain().name())
                        .collect(Collectors.joining(", ")));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(TAKE_UP_DECISION.name());
        if (decision.equals("giveUp")) {
            reminders.giveUp(context.orderNumber(), answers.reason());
        } else {
            reminders.waitOn(context.orderNumber(), answers.text("reason"));
        }
        return Map.of(TAKE_UP_DECISION.name(), decision);
    }
}
