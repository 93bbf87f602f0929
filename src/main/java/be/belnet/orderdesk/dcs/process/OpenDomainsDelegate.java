package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.dcs.process.DomainVariables.VALIDATION_COUNT;

import be.belnet.orderdesk.dcs.Authorities;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DcsOrder;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.order.OrderFile;
import java.util.List;
import java.util.Set;
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

    OpenDomainsDelegate(
            OrderFile orders,
            DcsOrders dcsOrders,
            Migrations migrations,
            CertificateDomains domains,
            Authorities authorities) {
        this.orders = orders;
        this.dcsOrders = dcsOrders;
        this.migrations = migrations;
        this.domains = domains;
        this.authorities = authorities;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String file = execution.getProcessBusinessKey();
        DcsOrder order = dcsOrders.get(file);
        List<Domain> all = order.domains().stream().map(Domain::base).distinct().toList();
        int count = domains.open(file, orders.get(file).acronym(), order.authority(), all, wildcards(order, all));
        domains.of(file).forEach(this::requireOffered);
        VALIDATION_COUNT.set(execution, count);
    }

    /** Not every authority has the usual method: then it is the first that it has. */
    private void requireOffered(CertificateDomain domain) {
        boolean withWildcard = domain.wildcard() == CertificateDomain.Wildcard.WANTED;
        Set<ValidationMethod> offered =
                authorities.validations(domain.authority()).methods(withWildcard);
        if (!offered.contains(domain.method())) {
            domains.chooseMethod(domain, offered.stream().sorted().findFirst().orElseThrow(), null);
        }
    }

    /** Who moves is to add the wildcard of each domain (D3); else those stand at the CA already. */
    private List<Domain> wildcards(DcsOrder order, List<Domain> all) {
        return migrations.find(order.number()).isPresent()
                ? all.stream().map(Domain::wildcard).toList()
                : List.of();
    }
}
