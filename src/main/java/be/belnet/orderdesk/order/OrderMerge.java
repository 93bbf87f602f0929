package be.belnet.orderdesk.order;

import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergePair;
import be.belnet.orderdesk.customer.MergePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that are open move; those that are closed keep the acronym of their time. */
@Component
class OrderMerge implements MergePart {
    private static final String OPEN = " and state in ('open', 'cancelling') order by opened_at, number";

    private final JdbcClient jdbc;
    private final OrderFile orders;

    OrderMerge(JdbcClient jdbc, OrderFile orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    @Override
    public List<MergeFinding> foresee(MergePair pair) {
        List<Order> moving = open(pair.fromAcronyms());
        List<Order> others = open(pair.intoAcronyms());
        List<MergeFinding> found = new ArrayList<>(MergeFinding.of(
                Kind.MOVES, "openFiles", moving.stream().map(Order::number).toList()));
        int closed = closed(pair.fromAcronyms());
        found.addAll(MergeFinding.of(
                Kind.STAYS, "closedFiles", closed == 0 ? List.of() : List.of(Integer.toString(closed))));
        for (Order one : moving) {
            others.stream()
                    .filter(other -> isAlike(one, other))
                    .map(other -> new MergeFinding(
                            one.kind().equals("migration") ? Kind.OBSTACLE : Kind.CONFLICT,
                            one.kind().equals("migration") ? "bothMigrate" : "bothOpen",
                            List.of(one.number(), other.number())))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public void move(MergePair pair) {
        for (Order file : open(pair.fromAcronyms())) {
            orders.setCustomer(file.number(), pair.into().acronym());
            orders.record(
                    file.number(),
                    "customerMerged",
                    Map.of("from", pair.from().acronym(), "into", pair.into().acronym()));
        }
    }

    private List<Order> open(List<String> acronyms) {
        return jdbc.sql("select * from service_order where acronym in (:acronyms)" + OPEN)
                .param("acronyms", acronyms)
                .query(OrderFile::order)
                .list();
    }

    private int closed(List<String> acronyms) {
        return jdbc.sql("select count(*) from service_order where acronym in (:acronyms)"
                        + " and state not in ('open', 'cancelling')")
                .param("acronyms", acronyms)
                .query(Integer.class)
                .single();
    }

    private static boolean isAlike(Order one, Order other) {
        return one.service().equals(other.service()) && one.kind().equals(other.kind());
    }
}
