package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.contract.ContractTerms.Line;
import be.belnet.orderdesk.contract.ContractTerms.Policy;
import be.belnet.orderdesk.contract.ContractTermsSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts domains, administrator and the policies that signing accepts into the contract. */
@Component
class DcsTerms implements ContractTermsSource {
    private final DcsOrders orders;
    private final DcsTariff tariff;
    private final DcsProperties properties;

    DcsTerms(DcsOrders orders, DcsTariff tariff, DcsProperties properties) {
        this.orders = orders;
        this.tariff = tariff;
        this.properties = properties;
    }

    @Override
    public boolean supports(String service) {
        return service.equals("DCS");
    }

    @Override
    public ContractTerms terms(String orderNumber) {
        DcsOrder order = orders.get(orderNumber);
        return of(new DcsNeeds(order.domains(), order.administrator(), order.priceLine()));
    }

    /** The terms that a contract on these needs would have. */
    ContractTerms of(DcsNeeds needs) {
        return new ContractTerms(
                "Digital Certificates Service",
                needs.priceLine(),
                tariff.euroPerYear(needs.priceLine()),
                0,
                annex(needs),
                policies());
    }

    private static List<Line> annex(DcsNeeds needs) {
        List<Line> annex = new ArrayList<>();
        needs.domains().forEach(domain -> annex.add(new Line("contract.annex.domains", domain.name())));
        AdministratorInvitation administrator = needs.administrator();
        annex.add(
                new Line("contract.annex.administrator", administrator.givenName() + " " + administrator.familyName()));
        annex.add(new Line("contract.annex.administrator", administrator.email()));
        return annex;
    }

    private List<Policy> policies() {
        return properties.policies().stream()
                .map(policy -> new Policy(policy.code(), policy.version()))
                .toList();
    }
}
