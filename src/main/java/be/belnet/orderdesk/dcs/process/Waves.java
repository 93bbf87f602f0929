package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.ACCOUNT_MANAGER;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.dcs.Campaign;
import be.belnet.orderdesk.dcs.Campaigns;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.NoContactException;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts the customers of a campaign, some each opening day, each in a process of its own. */
@Component
class Waves {
    private final Campaigns campaigns;
    private final Migrations migrations;
    private final CustomerRegister customers;
    private final OrderFile orders;
    private final OrderProcess process;
    private final OpeningDays openingDays;
    private final RuntimeService processes;

    Waves(
            Campaigns campaigns,
            Migrations migrations,
            CustomerRegister customers,
            OrderFile orders,
            OrderProcess process,
            OpeningDays openingDays,
            RuntimeService processes) {
        this.campaigns = campaigns;
        this.migrations = migrations;
        this.customers = customers;
        this.orders = orders;
        this.process = process;
        this.openingDays = openingDays;
        this.processes = processes;
    }

    /** Starts as many customers as today still may: none on a closing day, while the campaign pauses, and after its end. */
    void start(String number) {
        campaigns.hold(number);
        Campaign campaign = campaigns.get(number);
        List<String> waiting = campaigns.waiting(number);
        if (campaigns.today().isAfter(campaign.stopDate()) && !waiting.isEmpty()) {
            campaigns.tellOverdue(number);
        }
        int places = places(campaign);
        for (String acronym : waiting) {
            if (places == 0) {
                return;
            }
            places -= start(campaign, acronym) ? 1 : 0;
        }
    }

    private int places(Campaign campaign) {
        boolean rests = campaign.paused()
                || !openingDays.isOpen(campaigns.today())
                || campaigns.today().isAfter(campaign.stopDate());
        return rests
                ? 0
                : Math.max(0, campaign.customersADay() - campaigns.startedOn(campaign.number(), campaigns.today()));
    }

    private boolean start(Campaign campaign, String acronym) {
        String trouble = trouble(campaign, acronym);
        campaigns.noteStart(campaign.number(), acronym, trouble);
        return trouble == null;
    }

    /** Why the customer is passed over; null when it was started. */
    private String trouble(Campaign campaign, String acronym) {
        Optional<Organisation> customer = customers.find(acronym);
        if (customer.isEmpty()) {
            return "unknown";
        }
        if (!migrations.open(customer.get().acronym(), Migrations.MIGRATION).isEmpty()) {
            return "underWay";
        }
        if (!migrations.hasService(customer.get().acronym())) {
            return "noService";
        }
        try {
            start(campaign, customer.get());
            return null;
        } catch (NoContactException nobody) {
            return "noContact";
        }
    }

    private void start(Campaign campaign, Organisation customer) {
        Order file = migrations.open(
                customer,
                campaign.formerAuthority(),
                campaign.authority(),
                campaign.number(),
                campaign.number() + "/" + customer.acronym());
        processes.startProcessInstanceByKey("dcs-migration", file.number(), variables(customer));
    }

    static Map<String, Object> variables(Organisation customer) {
        return Variables.putValue(ACCOUNT_MANAGER.name(), customer.accountManager());
    }

    /** Whether nothing is left to be done: every customer was started or passed over, and every file is closed. */
    boolean isOver(String number) {
        return campaigns.waiting(number).isEmpty()
                && migrations.underWay(number).isEmpty();
    }

    /** Starts nobody any more and, where that was decided, abandons what is under way. */
    void stop(String number) {
        campaigns.hold(number);
        Campaign campaign = campaigns.get(number);
        campaigns.waiting(number).forEach(acronym -> campaigns.noteStart(number, acronym, "stopped"));
        if (campaign.abandons()) {
            String reason = orders.get(number).closingReason();
            migrations.underWay(number).forEach(file -> process.cancel(file, reason));
        }
    }
}
