package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.NoContactException;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.SentOnce;
import be.belnet.orderdesk.workflow.StartForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has all domains that a customer has at its CA validated anew, whatever is left of their validations. */
@Component
class ValidationRequestedForm implements StartForm {
    private final CertificateDomains domains;
    private final Migrations migrations;
    private final DcsOrders dcsOrders;
    private final CustomerRegister customers;
    private final SentOnce once;
    private final Authorities authorities;

    ValidationRequestedForm(
            CertificateDomains domains,
            Migrations migrations,
            DcsOrders dcsOrders,
            CustomerRegister customers,
            SentOnce once,
            Authorities authorities) {
        this.domains = domains;
        this.migrations = migrations;
        this.dcsOrders = dcsOrders;
        this.customers = customers;
        this.once = once;
        this.authorities = authorities;
    }

    @Override
    public String name() {
        return "validation-requested";
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of("authority", AuthorityOptions.all(authorities));
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        return Map.of("authority", authorities.inForce());
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        return once.open(answers, token -> start(answers, token));
    }

    private Map<String, Object> start(Answers answers, String token) {
        Organisation customer = customers
                .find(answers.text("acronym"))
                .orElseThrow(() ->
                        new AnswersRefusedException("acronym", "form.error.unknownAcronym", answers.text("acronym")));
        List<CertificateDomain> settled = domains.settled(customer.acronym(), answers.text("authority"));
        if (settled.isEmpty()) {
            throw new AnswersRefusedException("acronym", "form.error.noDomains", customer.acronym());
        }
        Map<String, Object> routing = new HashMap<>(Waves.variables(customer));
        routing.put(ORDER_NUMBER, open(customer, settled, token).number());
        return routing;
    }

    private Order open(Organisation customer, List<CertificateDomain> settled, String token) {
        CertificateDomain first = settled.get(0);
        try {
            return migrations.openValidation(
                    customer,
                    first.authority(),
                    dcsOrders.get(first.orderNumber()).organisationId(),
                    settled.stream().map(CertificateDomain::domain).toList(),
                    token);
        } catch (NoContactException nobody) {
            throw new AnswersRefusedException("acronym", "form.error.noContact", customer.acronym());
        }
    }
}
