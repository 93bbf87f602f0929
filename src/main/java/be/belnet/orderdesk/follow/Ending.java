package be.belnet.orderdesk.follow;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How files end for their customers. Their state alone tells neither whose wish it was nor what became of a request. */
final class Ending {
    private static final Set<String> ELSEWHERE = Set.of("joinOrder", "treatAsChange", "treatAsSupport");

    private Ending() {}

    /** Ends the keys of what is said about the end: a dot and how it came; empty where the state tells all. */
    static String of(Order order, List<OrderEvent> events) {
        return switch (order.state()) {
            case WITHDRAWN -> isWished(events) ? "" : ".unasked";
            case REJECTED -> elsewhere(events).map(outcome -> "." + outcome).orElse("");
            default -> "";
        };
    }

    /** Whether the customer itself withdrew; an intention that lapses is recorded as withdrawn too. */
    static boolean isWished(List<OrderEvent> events) {
        return has(events, "withdrawalReceived") && !has(events, "intentionLapsed");
    }

    /** Where a request goes on that is not accepted as an order of its own. */
    private static Optional<String> elsewhere(List<OrderEvent> events) {
        return events.stream()
                .filter(event -> event.kind().equals("requestReviewed"))
                .reduce((earlier, later) -> later)
                .map(review -> review.facts().get("outcome"))
                .filter(ELSEWHERE::contains);
    }

    private static boolean has(List<OrderEvent> events, String kind) {
        return events.stream().anyMatch(event -> event.kind().equals(kind));
    }
}
