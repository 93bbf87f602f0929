package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DcsVariables.DOMAIN_COUNT;

import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.DcsOrder;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.DcsTariff;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainList;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager asks for which domains the certificates are and who manages them; completing sends the contract. */
@Component
class DetermineDomainsForm implements TaskForm {
    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final DcsTariff tariff;
    private final DcsFacts facts;

    DetermineDomainsForm(OrderFile orders, DcsOrders dcsOrders, DcsTariff tariff, DcsFacts facts) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.tariff = tariff;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "determine-domains";
    }

    @Override
    public Map<String, String> facts(FormContext context) {
        return facts.of(context);
    }

    @Override
    public Map<String, Object> values(FormContext context) {
        DcsOrder known = dcsOrders.get(context.orderNumber());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "administratorLanguage",
                orders.get(context.orderNumber()).requester().language());
        values.put("domains", DomainList.write(known.domains()));
        if (known.administrator() != null) {
            add(values, known.administrator());
        }
        return values;
    }

    @Override
    public Map<String, Object> submit(FormContext context, Answers answers) {
        List<Domain> domains = domains(answers.text("domains"));
        dcsOrders.keepNeeds(context.orderNumber(), domains, administrator(answers), tariff.line());
        orders.record(context.orderNumber(), "domainsDetermined", Map.of("domains", Integer.toString(domains.size())));
        return Map.of(DOMAIN_COUNT.name(), domains.size());
    }

    private static List<Domain> domains(String text) {
        DomainList.Reading reading = DomainList.read(text);
        if (!reading.refused().isEmpty()) {
            throw new AnswersRefusedException(reading.refused().stream()
                    .map(line -> new Refusal("domains", "form.error.noSuchDomain", line.text()))
                    .toList());
        }
        if (reading.domains().isEmpty()) {
            throw new AnswersRefusedException("domains", "form.error.required");
        }
        if (reading.domains().size() > DomainList.MOST) {
            throw new AnswersRefusedException("domains", "form.error.tooManyDomains", DomainList.MOST);
        }
        return reading.domains();
    }

    private static AdministratorInvitation administrator(Answers answers) {
        return new AdministratorInvitation(
                answers.text("administratorGivenName"),
                answers.text("administratorFamilyName"),
                answers.text("administratorEmail"),
                answers.text("administratorPhone"),
                answers.text("administratorLanguage"));
    }

    private static void add(Map<String, Object> values, AdministratorInvitation known) {
        values.put("administratorGivenName", known.givenName());
        values.put("administratorFamilyName", known.familyName());
        values.put("administratorEmail", known.email());
        values.put("administratorPhone", known.phone());
        values.put("administratorLanguage", known.language());
    }
}
