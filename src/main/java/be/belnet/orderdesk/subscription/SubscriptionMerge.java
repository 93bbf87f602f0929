package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.customer.MergeFinding;
import be.belnet.orderdesk.customer.MergeFinding.Kind;
import be.belnet.orderdesk.customer.MergePair;
import be.belnet.orderdesk.customer.MergePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscriptions that live move, with the contract as it was signed; those that have ended keep the acronym of their time. */
@Component
class SubscriptionMerge implements MergePart {
    private final JdbcClient jdbc;
    private final SubscriptionHistory history;

    SubscriptionMerge(JdbcClient jdbc, SubscriptionHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public List<MergeFinding> foresee(MergePair pair) {
        List<Subscription> moving = living(pair.fromAcronyms());
        List<Subscription> others = living(pair.intoAcronyms());
        List<MergeFinding> found = new ArrayList<>(MergeFinding.of(
                Kind.MOVES,
                "subscriptions",
                moving.stream().map(SubscriptionMerge::name).toList()));
        found.addAll(MergeFinding.of(
                Kind.STAYS,
                "contracts",
                moving.stream()
                        .flatMap(one -> Stream.ofNullable(one.agreement().contractNumber()))
                        .toList()));
        for (Subscription one : moving) {
            others.stream()
                    .filter(other -> one.service().equals(other.service()))
                    .map(other -> new MergeFinding(Kind.CONFLICT, "bothSubscribe", List.of(name(one), name(other))))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public void move(MergePair pair) {
        for (Subscription one : living(pair.fromAcronyms())) {
            jdbc.sql("update subscription set acronym = ? where id = ?")
                    .params(pair.into().acronym(), one.id())
                    .update();
            history.note(
                    one.id(),
                    "customerMerged",
                    null,
                    pair.from().acronym() + " → " + pair.into().acronym());
        }
    }

    private List<Subscription> living(List<String> acronyms) {
        return jdbc.sql("select * from subscription where acronym in (:acronyms) and live = 1 order by id")
                .param("acronyms", acronyms)
                .query(Subscriptions::subscription)
                .list();
    }

    private static String name(Subscription one) {
        return one.service() + " " + one.id();
    }
}
