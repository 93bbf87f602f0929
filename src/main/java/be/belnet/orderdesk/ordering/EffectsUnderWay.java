package be.belnet.orderdesk.ordering;

import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergePair;
import be.belnet.orderdesk.customer.MergePart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners know customers by name and acronym: while nobody knows whether one has done something, neither may change. */
@Component
class EffectsUnderWay implements MergePart {
    private final JdbcClient jdbc;

    EffectsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MergeFinding> foresee(MergePair pair) {
        return MergeFinding.of(
                Kind.OBSTACLE,
                "effectUnderWay",
                jdbc.sql("select distinct o.number from service_order o join effect e on e.order_number = o.number"
                                + " where o.acronym in (:acronyms) and o.state in ('open', 'cancelling')"
                                + " and e.state in ('calling', 'unknown') order by o.number")
                        .param("acronyms", pair.fromAcronyms())
                        .query(String.class)
                        .list());
    }
}
