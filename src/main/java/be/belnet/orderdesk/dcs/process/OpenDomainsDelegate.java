package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.VALIDATION_COUNT;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsOrder;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes up the domains of a file, so that each is followed, and counts them. Safe to repeat. */
@Component
class OpenDomainsDelegate implements JavaDelegate {
    private final OrderFile orders;
    private final DcsOrders dcsOrders;
    private final Migrations migrations;
    private final CertificateDomains domains;
    private final Authorities authorities;
    private final Subscriptions subscriptions;

    OpenDomainsDelegate(
            OrderFile orders,
            DcsOrders dcsOrders,
            Migrations migrations,
            CertificateDomains domains,
            Authorities authorities,
            Subscriptions subscriptions) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.migrations = migrations;
        this.domains = domains;
        this.authorities = authorities;
        this.subscriptions = subscriptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        String acronym = orders.get(file).acronym();
        DcsOrder order = dcsOrders.get(file);
        List<Domain> all = order.domains().stream().map(Domain::base).distinct().toList();
        boolean moves = migrations.find(file).isPresent();
        int count = domains.open(file, acronym, order.authority(), all, moves ? wildcards(all) : List.of());
        if (!moves) {
            noteWildcards(order, acronym);
        }
        domains.of(file).forEach(this::requireOffered);
        VALIDATION_COUNT.set(execution, count);
    }

    /** Who moves is to add the wildcard of each domain (D3). */
    private static List<Domain> wildcards(List<Domain> all) {
        return all.stream().map(Domain::wildcard).toList();
    }

    /** Where nothing moves those that were ordered stand at the CA already. */
    private void noteWildcards(DcsOrder order, String acronym) {
        Set<Domain> ordered = Set.copyOf(order.domains());
        Set<Domain> subscribed = subscribed(acronym);
        domains.of(order.number()).stream()
                .filter(domain -> ordered.contains(domain.domain().wildcard())
                        || domain.wildcard() == Wildcard.NONE
                                && subscribed.contains(domain.domain().wildcard()))
                .filter(domain -> domain.wildcard() != Wildcard.ADDED)
                .forEach(domain -> domains.keepWildcard(domain, Wildcard.ADDED));
    }

    private Set<Domain> subscribed(String acronym) {
        return subscriptions.running(acronym, "DCS").stream()
                .flatMap(subscription -> subscriptions.domains(subscription.id()).stream())
                .map(Domain::new)
                .collect(Collectors.toSet());
    }

    /** Not every authority has the usual method, and not every method covers a wildcard: then it is the first that does. */
    private void requireOffered(CertificateDomain domain) {
        Set<ValidationMethod> offered = authorities
                .validations(domain.authority())
                .methods(domain.wildcard().isToBeCovered());
        if (!offered.contains(domain.method())) {
            domains.chooseMethod(domain, offered.stream().sorted().findFirst().orElseThrow(), null);
        }
    }
}
