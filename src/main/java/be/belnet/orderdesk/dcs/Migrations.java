package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of customers whose domains are validated: those that move from one CA to another, and those that stay. */
@Service
@Transactional(noRollbackFor = NoContactException.class)
public class Migrations {
    /** Kind of the files of customers that move. */
    public static final String MIGRATION = "migration";

    /** Kind of the files of customers whose domains are validated where they are. */
    public static final String VALIDATION = "validation";

    private static final String SERVICE = "DCS";
    private static final List<ContactRole> ROLES = List.of(ContactRole.TECHNICAL, ContactRole.REQUESTER);

    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Migrations(
            OrderFile orders,
            DcsOrders dcsOrders,
            CustomerRegister customers,
            Subscriptions subscriptions,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens the file of a customer that moves; its account manager is that of the register.
     *
     * @param campaign null when the customer is moved alone
     * @param token a second file with the same token is refused by the database; may be null
     * @throws NoContactException when there is nobody to write to
     */
    public Order open(Organisation customer, String formerAuthority, String authority, String campaign, String token) {
        Order file = openFile(MIGRATION, customer, authority, token);
        jdbc.sql("insert into dcs_migration (order_number, former_authority, campaign) values (?, ?, ?)")
                .params(Arrays.asList(file.number(), formerAuthority, campaign))
                .update();
        subscriptions.beginMigration(customer.acronym(), SERVICE, file.number());
        return file;
    }

    /**
     * Opens the file of a customer that has these domains validated where it is.
     *
     * @param organisation the CA's id
     * @throws NoContactException when there is nobody to write to
     */
    public Order openValidation(
            Organisation customer, String authority, String organisation, List<Domain> domains, String token) {
        Order file = openFile(VALIDATION, customer, authority, token);
        dcsOrders.keepDomains(file.number(), domains);
        dcsOrders.keepOrganisation(file.number(), organisation);
        return file;
    }

    /** Empty for files that are no migration. */
    @Transactional(readOnly = true)
    public Optional<Migration> find(String number) {
        return jdbc.sql("select * from dcs_migration where order_number = ?")
                .param(number)
                .query((row, index) -> new Migration(
                        row.getString("order_number"),
                        row.getString("former_authority"),
                        row.getString("former_organisation"),
                        row.getString("campaign")))
                .optional();
    }

    /** Open files of this kind that the customer has. */
    @Transactional(readOnly = true)
    public List<Order> open(String acronym, String kind) {
        return orders.openOrders(acronym, SERVICE, kind);
    }

    /** Whether the customer has certificates in use: who has none, or none any more, is not moved (D10). */
    @Transactional(readOnly = true)
    public boolean hasService(String acronym) {
        LocalDate today = BelgianTime.today(clock);
        return subscriptions.running(acronym, SERVICE).stream()
                .map(Subscription::endsOn)
                .anyMatch(endsOn -> endsOn == null || endsOn.isAfter(today));
    }

    /** @param organisation the former CA's id */
    public void chooseOrganisation(String number, String organisation) {
        jdbc.sql("update dcs_migration set former_organisation = ? where order_number = ?")
                .params(organisation, number)
                .update();
    }

    /** Keeps which domains are moved, and has the customer's technical contact manage them at the new CA. */
    public void keepDomains(String number, List<Domain> domains) {
        dcsOrders.keepDomains(number, domains);
        dcsOrders.keepInvitation(number, invitation(orders.get(number).requester()));
    }

    private Order openFile(String kind, Organisation customer, String authority, String token) {
        Order file = orders.open(
                new NewOrder(SERVICE, kind, customer.acronym(), null, contact(customer.acronym()), null, null, token));
        dcsOrders.open(file.number(), authority);
        if (customer.accountManager() != null) {
            orders.assign(file.number(), customer.accountManager());
        }
        return file;
    }

    private Requester contact(String acronym) {
        return ROLES.stream()
                .map(role -> customers.contact(acronym, role))
                .flatMap(Optional::stream)
                .findFirst()
                .map(contact -> new Requester(contact.name(), contact.email(), contact.phone(), contact.language()))
                .or(() -> lastRequester(acronym))
                .orElseThrow(() -> new NoContactException(acronym));
    }

    private Optional<Requester> lastRequester(String acronym) {
        return jdbc.sql(
                        "select number from service_order where acronym = ? and service = ? and discarded_on is null order by opened_at desc limit 1")
                .params(acronym, SERVICE)
                .query(String.class)
                .optional()
                .map(number -> orders.get(number).requester());
    }

    /** Registers have whole names: the first word is taken for the given one. */
    private static AdministratorInvitation invitation(Requester requester) {
        List<String> words = Stream.of(requester.name().strip().split("\\s+")).toList();
        String family = words.size() == 1 ? words.get(0) : String.join(" ", words.subList(1, words.size()));
        return new AdministratorInvitation(
                words.get(0), family, requester.email(), requester.phone(), requester.language());
    }

    /** What staff are told about how far the customers of a campaign are, by state of the file. */
    @Transactional(readOnly = true)
    public Map<String, Integer> standing(String campaign) {
        return jdbc
                .sql("select o.state, count(*) as files from dcs_migration m"
                        + " join service_order o on o.number = m.order_number where m.campaign = ? group by o.state")
                .param(campaign)
                .query((row, index) -> Map.entry(row.getString("state"), row.getInt("files")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Numbers of the campaign's files that are under way. */
    @Transactional(readOnly = true)
    public List<String> underWay(String campaign) {
        return jdbc.sql("select m.order_number from dcs_migration m join service_order o on o.number = m.order_number"
                        + " where m.campaign = ? and o.state = 'open' order by m.order_number")
                .param(campaign)
                .query(String.class)
                .list();
    }
}
