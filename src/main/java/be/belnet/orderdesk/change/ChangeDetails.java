package be.belnet.orderdesk.change;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the page of a change's file shows beyond what all files show. */
@Component
class ChangeDetails implements OrderDetails {
    private final Changes changes;

    ChangeDetails(Changes changes) {
        this.changes = changes;
    }

    @Override
    public boolean tellOf(Order order) {
        return order.kind().equals(Changes.KIND) && changes.find(order.number()).isPresent();
    }

    @Override
    public List<Detail> determined(String number) {
        Change change = changes.get(number);
        List<Detail> details = new ArrayList<>();
        if (change.annexNeeded() != null) {
            details.add(new Detail("change.detail.annex", "change.annex." + change.annexNeeded()));
        }
        if (change.annexSignedOn() != null) {
            details.add(new Detail(
                    "change.detail.annexSignedOn", change.annexSignedOn().toString()));
        }
        if (change.doneOn() != null) {
            details.add(new Detail("change.detail.doneOn", change.doneOn().toString()));
        }
        return details;
    }

    @Override
    public List<Reference> references(String number) {
        return List.of();
    }

    @Override
    public List<Comparison> comparisons(String number) {
        Change change = changes.get(number);
        ChangingService service = changes.service(changes.subscription(number).service());
        Set<String> differences = change.before().differences(change.after());
        List<Comparison> rows = new ArrayList<>();
        service.aspects()
                .forEach(aspect -> rows.add(new Comparison(
                        "change.aspect." + aspect,
                        words(service, change.before(), aspect),
                        words(service, change.after(), aspect),
                        differences.contains(aspect))));
        String former = change.formerPriceLine();
        String next = change.priceLine() == null ? former : change.priceLine();
        if (next != null) {
            rows.add(new Comparison(
                    "change.aspect.priceLine",
                    former == null ? List.of() : List.of(former),
                    List.of(next),
                    change.hasOtherPrice()));
        }
        return rows;
    }

    private static List<String> words(ChangingService service, Arrangement arrangement, String aspect) {
        return arrangement.all(aspect).stream()
                .map(content -> service.words(aspect, content))
                .toList();
    }
}
