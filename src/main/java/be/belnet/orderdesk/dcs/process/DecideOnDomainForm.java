package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.DOMAIN_DECISION;
import static be.belnet.orderdesk.dcs.process.DomainVariables.PLACE;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.ControlProofs;
import be.belnet.orderdesk.ordering.OrderFacts;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The CA does not take the validation of a domain: a person has it tried again, or the domain is given up. */
@Component
class DecideOnDomainForm implements TaskForm {
    private final CertificateDomains domains;
    private final ControlProofs proofs;
    private final Authorities authorities;
    private final OrderFacts facts;
    private final TaskService tasks;

    DecideOnDomainForm(
            CertificateDomains domains,
            ControlProofs proofs,
            Authorities authorities,
            OrderFacts facts,
            @Lazy TaskService tasks) {
        this.domains = domains;
        this.proofs = proofs;
        this.authorities = authorities;
        this.facts = facts;
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "decide-on-domain";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        CertificateDomain domain = domain(context);
        Map<String, String> known = new HashMap<>(facts.of(context));
        known.put("domain", domain.domain().name());
        known.put("authority", authorities.name(domain.authority()));
        known.put("trouble", OrderFacts.known(domain.trouble()));
        return known;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        String decision = answers.text(DOMAIN_DECISION.name());
        if (decision.equals("giveUp")) {
            proofs.noteGivenUp(domain(context), answers.reason());
        }
        return Map.of(DOMAIN_DECISION.name(), decision);
    }

    private CertificateDomain domain(FormContext context) {
        Integer place = (Integer) tasks.getVariable(context.taskId(), PLACE.name());
        return domains.get(context.orderNumber(), place);
    }
}
