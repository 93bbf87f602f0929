package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderDetails;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderDetails.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the page of a notice's file shows beyond what all files show. */
@Component
class TerminationDetails implements OrderDetails {
    private final Terminations terminations;

    TerminationDetails(Terminations terminations) {
        this.terminations = terminations;
    }

    @Override
    public boolean tellOf(Order order) {
        return order.kind().equals(Terminations.KIND);
    }

    @Override
    public List<Detail> determined(String number) {
        Termination file = terminations.get(number);
        List<Detail> details = new ArrayList<>();
        details.add(new Detail(
                "termination.detail.givenBy", "fact.giver." + file.givenBy().code()));
        details.add(new Detail(
                "termination.detail.channel",
                "fact.channel." + Codes.of(file.receipt().channel())));
        add(details, "termination.detail.postedOn", file.receipt().postedOn());
        add(details, "termination.detail.receivedOn", file.receipt().receivedOn());
        add(details, "termination.detail.wish", file.wish());
        Optional.ofNullable(file.reckoning()).ifPresent(reckoning -> {
            add(details, "termination.detail.lastDayOfNotice", reckoning.lastDayOfNotice());
            add(details, "termination.detail.lastDayByRule", reckoning.endsOn().minusDays(1));
        });
        Optional.ofNullable(file.endsOn()).ifPresent(day -> {
            add(details, "termination.detail.lastDayOfService", day.minusDays(1));
            add(details, "termination.detail.endsOn", day);
        });
        add(details, "termination.detail.removalOn", file.removalOn());
        return details;
    }

    @Override
    public List<Reference> references(String number) {
        return Optional.ofNullable(terminations.get(number).receipt().barcode())
                .map(barcode -> List.of(new Reference("barcode", "post", barcode, true)))
                .orElse(List.of());
    }

    private static void add(List<Detail> details, String label, LocalDate day) {
        if (day != null) {
            details.add(new Detail(label, day.toString()));
        }
    }
}
