package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which customers a campaign moves: those that are named, else all that have the service. */
@Component
class CampaignCustomers {
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;

    CampaignCustomers(CustomerRegister customers, Subscriptions subscriptions) {
        this.customers = customers;
        this.subscriptions = subscriptions;
    }

    /**
     * Acronyms in use, each once.
     *
     * @param text acronyms, one a line; null or blank for all
     * @throws AnswersRefusedException naming those that nobody has
     */
    List<String> chosen(String text) {
        return text == null || text.isBlank() ? all() : named(text);
    }

    private List<String> all() {
        List<String> all = subscriptions.customersOf("DCS");
        if (all.isEmpty()) {
            throw new AnswersRefusedException("customers", "form.error.nobodySubscribes");
        }
        return all;
    }

    private List<String> named(String text) {
        List<String> written =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<Refusal> unknown = written.stream()
                .filter(acronym -> customers.find(acronym).isEmpty())
                .map(acronym -> new Refusal("customers", "form.error.unknownAcronym", acronym))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AnswersRefusedException(unknown);
        }
        return written.stream()
                .map(acronym -> customers.find(acronym).orElseThrow().acronym())
                .distinct()
                .toList();
    }
}
