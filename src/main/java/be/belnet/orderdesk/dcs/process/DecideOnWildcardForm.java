package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;
import static be.belnet.orderdesk.dcs.process.DomainVariables.WILDCARD_DECISION;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.Effects;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The CA does not take the wildcard of a validated domain: it is tried again, or the customer goes on without it. */
@Component
class DecideOnWildcardForm implements TaskForm {
    private final CertificateDomains domains;
    private final ControlProofs proofs;
    private final Authorities authorities;
    private final OrderFacts facts;
    private final Effects effects;
    private final TaskService tasks;

    DecideOnWildcardForm(
            CertificateDomains domains,
            ControlProofs proofs,
            Authorities authorities,
            OrderFacts facts,
            Effects effects,
            @Lazy TaskService tasks) {
        this.domains = domains;
        this.proofs = proofs;
        this.authorities = authorities;
        this.facts = facts;
        this.effects = effects;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "decide-on-wildcard";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        CertificateDomain domain = domain(context);
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("wildcard", domain.domain().wildcard().name());
        known.put("authority", authorities.name(domain.authority()));
        known.put("trouble", OrderFacts.known(domain.trouble()));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(WILDCARD_DECISION.name());
        if (decision.equals("doWithout")) {
            proofs.forgoWildcard(domain(context));
        } else {
            effects.allowAgain(context.orderNumber(), ApproveWildcardDelegate.STEP);
            proofs.awaitWildcard(domain(context));
        }
        return Map.of(WILDCARD_DECISION.name(), decision);
    }

    private CertificateDomain domain(FormContext context) {
        Integer place = (Integer) tasks.getVariable(context.taskId(), PLACE.name());
        return domains.get(context.orderNumber(), place);
    }
}
