package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.contract.ContractTerms;
import be.belnet.orderdesk.contract.ContractTerms.Line;
import be.belnet.orderdesk.contract.ContractTermsSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what was determined with the customer into the contract. */
@Component
public class BamsTerms implements ContractTermsSource {
    private final BamsOrders orders;
    private final Tariff tariff;

    BamsTerms(BamsOrders orders, Tariff tariff) {
        this.orders = orders;
        this.tariff = tariff;
    }

    @Override
    public boolean supports(String service) {
        return service.equals("BAMS");
    }

    @Override
    public ContractTerms terms(String orderNumber) {
        return of(orders.get(orderNumber).needs());
    }

    /** The terms that a contract on these needs would have. */
    public ContractTerms of(Needs needs) {
        List<Line> annex = new ArrayList<>();
        needs.domains()
                .forEach(domain ->
                        annex.add(new Line("contract.annex.mailDomains", domain.domain() + " → " + domain.mailHost())));
        annex.add(new Line("contract.annex.mailboxes", Integer.toString(needs.mailboxes())));
        annex.add(new Line("contract.annex.cpus", Integer.toString(needs.cpus())));
        annex.add(new Line("contract.annex.package", "contract.annex.package." + needs.servicePackage()));
        needs.addOns().forEach(addOn -> annex.add(new Line("contract.annex.addOns", "contract.annex.addOns." + addOn)));
        return new ContractTerms(
                "Belnet Advanced Mail Security", needs.priceLine(), price(needs.priceLine()), needs.trialDays(), annex);
    }

    private BigDecimal price(String line) {
        return tariff.line(line).map(Tariff.Line::euroPerYear).orElseThrow();
    }
}
