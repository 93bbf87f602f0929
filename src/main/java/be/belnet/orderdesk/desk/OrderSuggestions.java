package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderPage;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for the search box above Tasklist, running and finished alike: the answer to "where is my order?". */
@RestController
class OrderSuggestions {
    private static final int MOST = 10;
    private static final int SHORTEST = 2;

    private final OrderDesk desk;
    private final OrderFile orders;
    private final OrderSteps steps;
    private final OrderViews views;
    private final Wording wording;

    OrderSuggestions(OrderDesk desk, OrderFile orders, OrderSteps steps, OrderViews views, Wording wording) {
        this.desk = desk;
        this.orders = orders;
        this.steps = steps;
        this.views = views;
        this.wording = wording;
    }

    /**
     * An order in the reader's language.
     *
     * @param customer acronym; null while unknown
     * @param turn whose turn it is, for its colour
     * @param standing where it stands, or that it is closed
     */
    record Line(
            String number,
            String customer,
            String kind,
            String state,
            String stateWords,
            String turn,
            String turnWords,
            String standing,
            String page) {}

    /** @param words how many there are, in words */
    record Found(List<Line> orders, long total, String words) {}

    /** Words that are too short find nothing. */
    @GetMapping("/desk/order-search")
    Found find(@RequestParam(defaultValue = "") String q, Locale locale) {
        if (q.strip().length() < SHORTEST) {
            return new Found(List.of(), 0, "");
        }
        OrderPage found = orders.find(q.strip().toUpperCase(Locale.ROOT))
                .map(order -> new OrderPage(List.of(order), 0, 1, 1))
                .orElseGet(() -> desk.find(q, null, null, 0));
        List<Order> first = found.orders().stream().limit(MOST).toList();
        Map<String, List<Step>> open = steps
                .open(first.stream().map(Order::number).toList())
                .stream()
                .collect(Collectors.groupingBy(Step::orderNumber));
        return new Found(
                first.stream()
                        .map(order -> line(order, open.getOrDefault(order.number(), List.of()), locale))
                        .toList(),
                found.total(),
                found.total() == 0
                        ? wording.value("order.none", locale)
                        : wording.value("order.count", locale, found.total()));
    }

    private Line line(Order order, List<Step> open, Locale locale) {
        boolean closed = order.state().isFinal();
        return new Line(
                order.number(),
                order.acronym(),
                order.service() + " · " + wording.value("order.kind." + order.kind(), locale),
                order.state().code(),
                wording.value("order.state." + order.state().code(), locale),
                order.turn().code(),
                wording.value("order.side." + order.turn().code(), locale),
                closed
                        ? wording.value("order.closedOn", locale, wording.day(order.closedAt(), locale))
                        : views.standing(open, locale),
                "/orders/" + order.number());
    }
}
