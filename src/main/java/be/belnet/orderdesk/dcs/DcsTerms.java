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
        return new ContractTerms(
                "Digital Certificates Service",
                order.priceLine(),
                tariff.euroPerYear(order.priceLine()),
                0,
                annex(order),
                policies());
    }

    private static List<Line> annex(DcsOrder order) {
        List<Line> annex = new ArrayList<>();
        order.domains().forEach(domain -> annex.add(new Line("contract.annex.domains", domain.name())));
        AdministratorInvitation administrator = order.administrator();
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
