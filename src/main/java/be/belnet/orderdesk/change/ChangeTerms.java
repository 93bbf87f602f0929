package be.belnet.orderdesk.change;

import be.belnet.orderdesk.subscription.PriceLine;
import be.belnet.orderdesk.subscription.PriceLines;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the decision table on changes asks about, and where its answer is kept. */
@Component
@Transactional
public class ChangeTerms {
    private final Changes changes;
    private final PriceLines priceLines;

    ChangeTerms(Changes changes, PriceLines priceLines) {
        this.changes = changes;
        this.priceLines = priceLines;
    }

    /** Inputs of {@code change-terms.dmn}. */
    @Transactional(readOnly = true)
    public Map<String, Object> facts(String number) {
        Change change = changes.get(number);
        Set<String> differences = change.before().differences(change.after());
        Map<String, Object> facts = new HashMap<>();
        facts.put("service", changes.subscription(number).service());
        facts.put("price", price(change));
        facts.put("capacityChanges", differences.contains("cpus"));
        facts.put("packageChanges", differences.contains("package") || differences.contains("addOns"));
        facts.put("administratorsChange", differences.contains("administrators"));
        return facts;
    }

    public void keep(String number, boolean annexNeeded) {
        changes.keepAnnexNeeded(number, annexNeeded);
    }

    private String price(Change change) {
        Optional<BigDecimal> former = euro(change.formerPriceLine());
        Optional<BigDecimal> next = euro(change.priceLine());
        if (!change.hasOtherPrice() || former.isEmpty() || next.isEmpty()) {
            return change.hasOtherPrice() ? "unknown" : "same";
        }
        int compared = next.get().compareTo(former.get());
        return compared == 0 ? "same" : compared > 0 ? "higher" : "lower";
    }

    private Optional<BigDecimal> euro(String code) {
        return Optional.ofNullable(code).flatMap(priceLines::find).map(PriceLine::euroPerYear);
    }
}
