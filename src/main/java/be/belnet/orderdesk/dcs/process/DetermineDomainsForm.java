package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DcsVariables.DOMAIN_COUNT;

import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.DcsNeeds;
import be.belnet.orderdesk.dcs.DcsNeedsReader;
import be.belnet.orderdesk.dcs.DcsOrder;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.DomainList;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.workflow.Answers;
import be.belnet.orderdesk.workflow.FormContext;
import be.belnet.orderdesk.workflow.TaskForm;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The account manager asks for which domains the certificates are and who manages them; completing sends the contract. */
@Component
class DetermineDomainsForm implements TaskForm {
    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final DcsNeedsReader reader;
    private final DcsFacts facts;

    DetermineDomainsForm(OrderFile orders, DcsOrders dcsOrders, DcsNeedsReader reader, DcsFacts facts) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.reader = reader;
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

    /** What stands in the fields is sent along by Tasklist: an address would show people's names to whoever logs it. */
    @Override
    public Map<String, String> templates(FormContext context) {
        return Map.of("contractPreviewUrl", "/orders/" + context.orderNumber() + "/preview/contract");
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
        DcsNeeds needs = reader.read(answers);
        int count = needs.domains().size();
        dcsOrders.keepNeeds(context.orderNumber(), needs);
        orders.record(context.orderNumber(), "domainsDetermined", Map.of("domains", Integer.toString(count)));
        return Map.of(DOMAIN_COUNT.name(), count);
    }

    private static void add(Map<String, Object> values, AdministratorInvitation known) {
        values.put("administratorGivenName", known.givenName());
        values.put("administratorFamilyName", known.familyName());
        values.put("administratorEmail", known.email());
        values.put("administratorPhone", known.phone());
        values.put("administratorLanguage", known.language());
    }
}
