package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.Change;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.change.ChangingService;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** What a customer has at its CA, as changes to it are written. */
@Service
public class CertificatesArrangement implements ChangingService {
    public static final String DOMAINS = "domains";
    public static final String ADMINISTRATORS = "administrators";

    private final Changes changes;
    private final DcsOrders dcsOrders;
    private final CertificateDomains domains;
    private final ValidationStarts validations;
    private final CustomersTurn turn;
    private final CustomerRegister customers;
    private final OrderFile orders;
    private final Subscriptions subscriptions;

    CertificatesArrangement(
            @Lazy Changes changes,
            DcsOrders dcsOrders,
            CertificateDomains domains,
            ValidationStarts validations,
            CustomersTurn turn,
            CustomerRegister customers,
            OrderFile orders,
            Subscriptions subscriptions) {
        this.changes = changes;
        this.dcsOrders = dcsOrders;
        this.domains = domains;
        this.validations = validations;
        this.turn = turn;
        this.customers = customers;
        this.orders = orders;
        this.subscriptions = subscriptions;
    }

    @Override
    public String service() {
        return "DCS";
    }

    @Override
    public String title() {
        return "Digital Certificates Service";
    }

    @Override
    public List<String> aspects() {
        return List.of(DOMAINS, ADMINISTRATORS);
    }

    /** Of what was there before Orderdesk nobody wrote down the administrators. */
    @Override
    public Arrangement origin(Subscription subscription) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        aspects.put(DOMAINS, subscriptions.domains(subscription.id()));
        Optional.ofNullable(subscription.orderNumber())
                .flatMap(dcsOrders::find)
                .map(DcsOrder::administrator)
                .ifPresent(known -> aspects.put(
                        ADMINISTRATORS,
                        List.of(new NamedAdministrator(known.givenName(), known.familyName(), known.email()).line())));
        return new Arrangement(aspects);
    }

    @Override
    public String words(String aspect, String content) {
        return aspect.equals(ADMINISTRATORS) ? NamedAdministrator.of(content).title() : content;
    }

    /** One price for every customer, whatever it has. */
    @Override
    public String priceLine(Subscription subscription, Arrangement before, Arrangement after) {
        return subscription.agreement().priceLine();
    }

    /** New domains are validated in a file of their own; those that went are not validated anew any more. */
    @Override
    public void settle(String number, Subscription subscription, Arrangement after) {
        Change change = changes.get(number);
        subscriptions.keepDomains(subscription.id(), after.all(DOMAINS));
        giveUp(subscription, change);
        List<Domain> added =
                after.beyond(change.before(), DOMAINS).stream().map(Domain::new).toList();
        PartnerReferences references = subscription.references();
        if (!added.isEmpty() && references.organisationId() != null) {
            validations.begin(
                    customers.find(orders.get(number).acronym()).orElseThrow(),
                    references.authority(),
                    references.organisationId(),
                    added,
                    "change/" + number);
        }
    }

    private void giveUp(Subscription subscription, Change change) {
        List<String> gone = change.before().beyond(change.after(), DOMAINS);
        String authority = subscription.references().authority();
        if (authority != null) {
            domains.settled(subscription.acronym(), authority).stream()
                    .filter(settled -> gone.contains(settled.domain().name()))
                    .forEach(settled -> domains.enter(settled, State.GIVEN_UP));
            gone.stream()
                    .map(Domain::new)
                    .flatMap(domain -> domains.underWay(authority, domain).stream())
                    .filter(open -> open.acronym().equals(subscription.acronym()))
                    .forEach(open -> giveUp(open, change.number()));
        }
    }

    /** One that is only being taken up listens to nobody yet: the step comes back. */
    private void giveUp(CertificateDomain open, String reason) {
        boolean heard = turn.giveUp(open.orderNumber(), open.place(), reason);
        if (!heard && open.state() == State.WAITING) {
            throw new DomainUnderWayException(open.domain(), open.orderNumber());
        }
    }
}
