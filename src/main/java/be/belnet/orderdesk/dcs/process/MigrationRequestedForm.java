package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Authorities;
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

/** Moves one customer from one CA to another, outside a campaign. A form sent twice opens one file. */
@Component
class MigrationRequestedForm implements StartForm {
    private final Migrations migrations;
    private final Authorities authorities;
    private final CustomerRegister customers;
    private final SentOnce once;

    MigrationRequestedForm(Migrations migrations, Authorities authorities, CustomerRegister customers, SentOnce once) {
        this.migrations = migrations;
        this.authorities = authorities;
        this.customers = customers;
        this.once = once;
    }

    @Override
    public String name() {
        return "migration-requested";
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return AuthorityOptions.of(authorities);
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
        AuthorityOptions.requireTwo(answers);
        Organisation customer = customers
                .find(answers.text("acronym"))
                .orElseThrow(() ->
                        new AnswersRefusedException("acronym", "form.error.unknownAcronym", answers.text("acronym")));
        requireMovable(customer);
        Map<String, Object> routing = new HashMap<>(Waves.variables(customer));
        routing.put(ORDER_NUMBER, open(customer, answers, token).number());
        return routing;
    }

    private void requireMovable(Organisation customer) {
        if (!migrations.open(customer.acronym(), Migrations.MIGRATION).isEmpty()) {
            throw new AnswersRefusedException("acronym", "form.error.migrationUnderWay", customer.acronym());
        }
        if (!migrations.hasService(customer.acronym())) {
            throw new AnswersRefusedException("acronym", "form.error.noService", customer.acronym());
        }
    }

    private Order open(Organisation customer, Answers answers, String token) {
        try {
            return migrations.open(customer, answers.text("formerAuthority"), answers.text("authority"), null, token);
        } catch (NoContactException nobody) {
            throw new AnswersRefusedException("acronym", "form.error.noContact", customer.acronym());
        }
    }
}
