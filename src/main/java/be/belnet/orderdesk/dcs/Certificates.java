package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sets a customer up at the CA: its organisation, the domains delegated to it, the account that manages it. */
@Service
public class Certificates {
    /** Stands for the account of an administrator to whom a person gave it where the CA does not list accounts. */
    public static final String BY_HAND = "byHand";

    private static final String CREATED = "organisationCreated";

    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final CustomerRegister customers;
    private final Authorities authorities;
    private final Subscriptions subscriptions;

    Certificates(
            OrderFile orders,
            DcsOrders dcsOrders,
            CustomerRegister customers,
            Authorities authorities,
            Subscriptions subscriptions) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.customers = customers;
        this.authorities = authorities;
        this.subscriptions = subscriptions;
    }

    /** The order's CA as staff know it. */
    public String authority(String orderNumber) {
        return authorities.name(dcsOrders.authority(orderNumber));
    }

    /** The CA's id of the customer's organisation. */
    public Optional<String> findOrganisation(String orderNumber) {
        return at(orderNumber).findOrganisation(identity(customer(orderNumber))).map(RegisteredOrganisation::id);
    }

    /** Makes the customer's organisation, as the register has it; looks up nothing. The CA's id. */
    public String createOrganisation(String orderNumber) {
        Organisation customer = customer(orderNumber);
        var request = new OrganisationRequest(
                identity(customer),
                customer.street(),
                customer.postcode(),
                customer.city(),
                customer.country(),
                primaryDomain(orderNumber));
        return at(orderNumber).createOrganisation(request).id();
    }

    public void keepOrganisation(String orderNumber, String organisationId) {
        dcsOrders.keepOrganisation(orderNumber, organisationId);
        subscriptions.provision(orderNumber);
        recordOnce(orderNumber, CREATED, Map.of("organisation", organisationId));
    }

    /** The CA's id of a domain that the organisation may use. */
    public Optional<String> findDomain(String orderNumber, Domain domain) {
        return at(orderNumber)
                .findDomain(organisation(orderNumber), domain)
                .filter(RegisteredDomain::isDelegated)
                .map(RegisteredDomain::id);
    }

    /** Has the organisation use a domain. Safe to repeat. The CA's id. */
    public String addDomain(String orderNumber, Domain domain) {
        return at(orderNumber).addDomain(organisation(orderNumber), domain).id();
    }

    public void keepDomain(String orderNumber, Domain domain) {
        recordOnce(orderNumber, "domainAdded", Map.of("domain", domain.name()));
    }

    /** Writes down that the CA does not take a domain, in its words. */
    public void noteRefusedDomain(String orderNumber, Domain domain, String words) {
        String reason = words.contains(domain.name()) ? words : domain + ": " + words;
        orders.record(orderNumber, "domainRefused", Map.of("domain", domain.name(), "reason", reason));
    }

    /** What goes with a domain that is left out: its wildcard is validated through it. */
    public List<Domain> withWildcard(String orderNumber, Domain domain) {
        return dcsOrders.get(orderNumber).domains().stream()
                .filter(one -> one.equals(domain) || one.base().equals(domain))
                .toList();
    }

    /** Takes a domain, and its wildcard with it, out of the order; the CA is asked for nothing. How many are left. */
    public int leaveOut(String orderNumber, Domain domain, String reason) {
        withWildcard(orderNumber, domain).forEach(one -> {
            dcsOrders.leaveOut(orderNumber, one);
            orders.record(orderNumber, "domainLeftOut", Map.of("domain", one.name(), "reason", reason));
        });
        return dcsOrders.get(orderNumber).domains().size();
    }

    /** Domains that were left out of the order, with the reason for the customer. */
    public Map<String, String> leftOut(String orderNumber) {
        Map<String, String> leftOut = new LinkedHashMap<>();
        orders.events(orderNumber, List.of("domainLeftOut")).stream()
                .map(OrderEvent::facts)
                .forEach(facts -> leftOut.put(facts.get("domain"), facts.get("reason")));
        return leftOut;
    }

    public void removeDomain(String orderNumber, Domain domain) {
        at(orderNumber).removeDomain(organisation(orderNumber), domain);
    }

    /** The CA's id of the account that the customer named. */
    public Optional<String> findAdministrator(String orderNumber) {
        return at(orderNumber)
                .findAdministrator(
                        organisation(orderNumber),
                        dcsOrders.get(orderNumber).administrator().email())
                .map(Administrator::id);
    }

    /** Has the CA invite the administrator that the customer named; looks up nothing. The CA's id. */
    public String inviteAdministrator(String orderNumber) {
        return at(orderNumber)
                .inviteAdministrator(
                        organisation(orderNumber), dcsOrders.get(orderNumber).administrator())
                .id();
    }

    public void keepAdministrator(String orderNumber, String administratorId) {
        dcsOrders.keepAdministrator(orderNumber, administratorId);
        if (!administratorId.equals(BY_HAND)) {
            recordOnce(orderNumber, "administratorInvited", Map.of("administrator", administratorId));
        }
    }

    public void removeAdministrator(String orderNumber, String administratorId) {
        at(orderNumber).removeAdministrator(organisation(orderNumber), administratorId);
    }

    /**
     * How far the CA is with the customer's organisation; empty when it has gone.
     *
     * @throws be.belnet.orderdesk.partner.PartnerException when the CA cannot tell
     */
    public Optional<OrganisationValidation> lookAtOrganisation(String orderNumber) {
        return at(orderNumber).validation(organisation(orderNumber));
    }

    public void keepValidation(String orderNumber, OrganisationValidation validation) {
        dcsOrders.keepValidation(orderNumber, validation.validUntil());
        orders.record(
                orderNumber,
                "organisationValidated",
                Map.of("on", validation.validUntil().toString()));
    }

    /** Writes down that the CA does not vouch for the organisation, in its words where it says any. */
    public void noteRefusedValidation(String orderNumber, String words) {
        orders.record(orderNumber, "validationRefused", words == null ? Map.of() : Map.of("reason", words));
    }

    /** Writes down that the organisation is not validated in good time. */
    public void noteSlowValidation(String orderNumber) {
        orders.record(orderNumber, "validationSlow", Map.of());
    }

    /** Writes down that the organisation is not at the CA any more. */
    public void noteGoneOrganisation(String orderNumber) {
        orders.record(orderNumber, "organisationGone", Map.of());
    }

    private Domain primaryDomain(String orderNumber) {
        return dcsOrders.get(orderNumber).domains().stream()
                .filter(domain -> !domain.isWildcard())
                .findFirst()
                .orElse(null);
    }

    private CertificateAuthority at(String orderNumber) {
        return authorities.authority(dcsOrders.authority(orderNumber));
    }

    /** Once for each organisation: steps that are tried again find what is done already. */
    private void recordOnce(String orderNumber, String kind, Map<String, String> facts) {
        List<OrderEvent> events = orders.events(orderNumber, List.of(CREATED, kind));
        int latest = events.stream()
                .filter(event -> event.kind().equals(CREATED))
                .reduce((earlier, later) -> later)
                .map(events::indexOf)
                .orElse(0);
        boolean told = events.subList(latest, events.size()).stream()
                .anyMatch(event ->
                        event.kind().equals(kind) && event.facts().entrySet().containsAll(facts.entrySet()));
        if (!told) {
            orders.record(orderNumber, kind, facts);
        }
    }

    private String organisation(String orderNumber) {
        return dcsOrders.organisation(orderNumber);
    }

    private Organisation customer(String orderNumber) {
        return customers.find(orders.get(orderNumber).acronym()).orElseThrow();
    }

    private static OrganisationIdentity identity(Organisation customer) {
        return new OrganisationIdentity(customer.acronym(), customer.legalName(), customer.enterpriseNumber());
    }
}
