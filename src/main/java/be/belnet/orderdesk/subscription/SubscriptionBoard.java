package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.database.Like;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All subscriptions of all customers, for those who look for one. */
@Service
@Transactional(readOnly = true)
public class SubscriptionBoard {
    private static final int ROWS_AT_ONCE = 500;
    private static final String BY_CUSTOMER = " order by s.acronym, s.service, s.id";

    private final JdbcClient jdbc;
    private final CustomerRegister customers;

    SubscriptionBoard(JdbcClient jdbc, CustomerRegister customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** One page of what is looked for; beyond the last page it is empty. */
    public SubscriptionPage find(SubscriptionQuery query) {
        Map<SubscriptionState, Long> counts = counts(query);
        long total = counts.entrySet().stream()
                .filter(count -> query.state() == null || query.state() == count.getKey())
                .mapToLong(Map.Entry::getValue)
                .sum();
        var where = where(query, true);
        List<Subscription> page = jdbc.sql(
                        "select s.* from subscription s" + where.sql() + BY_CUSTOMER + " limit :size offset :start")
                .params(where.values())
                .param("size", SubscriptionQuery.PAGE_SIZE)
                .param("start", (long) query.page() * SubscriptionQuery.PAGE_SIZE)
                .query(Subscriptions::subscription)
                .list();
        int pages = (int) Math.max(1, (total + SubscriptionQuery.PAGE_SIZE - 1) / SubscriptionQuery.PAGE_SIZE);
        return new SubscriptionPage(page, counts, query.page(), pages, total);
    }

    /** All that is looked for, on whichever page. Each is read when its turn comes, so that no number of them fills memory. */
    public Stream<Subscription> all(SubscriptionQuery query) {
        var where = where(query, true);
        List<Long> ids = jdbc.sql("select s.id from subscription s" + where.sql() + BY_CUSTOMER)
                .params(where.values())
                .query(Long.class)
                .list();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + ROWS_AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(from + ROWS_AT_ONCE, ids.size())))
                .flatMap(this::read);
    }

    private Stream<Subscription> read(List<Long> ids) {
        Map<Long, Subscription> found = jdbc
                .sql("select * from subscription where id in (:ids)")
                .param("ids", ids)
                .query(Subscriptions::subscription)
                .list()
                .stream()
                .collect(Collectors.toMap(Subscription::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get);
    }

    private Map<SubscriptionState, Long> counts(SubscriptionQuery query) {
        var where = where(query, false);
        Map<SubscriptionState, Long> counts = new EnumMap<>(SubscriptionState.class);
        jdbc.sql("select s.state, count(*) as subscriptions from subscription s" + where.sql() + " group by s.state")
                .params(where.values())
                .query(row -> {
                    counts.put(SubscriptionState.of(row.getString("state")), row.getLong("subscriptions"));
                });
        return counts;
    }

    private Where where(SubscriptionQuery query, boolean withState) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (query.service() != null) {
            conditions.add("s.service = :service");
            values.put("service", query.service());
        }
        if (withState && query.state() != null) {
            conditions.add("s.state = :state");
            values.put("state", query.state().code());
        }
        if (query.words() != null) {
            conditions.add(words(query.words(), values));
        }
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    private String words(String words, Map<String, Object> values) {
        values.put("words", Like.containing(words.strip().toLowerCase(Locale.ROOT)));
        String own = "lower(s.acronym) like :words escape '!' or lower(s.contract_number) like :words escape '!'"
                + " or lower(s.licence_serial) like :words escape '!' or lower(s.order_number) like :words escape '!'"
                + " or s.id in (select d.subscription_id from subscription_domain d where d.domain like :words escape '!')";
        List<String> acronyms = customers.everyAcronymFor(words, false);
        if (acronyms.isEmpty()) {
            return "(" + own + ")";
        }
        values.put("acronyms", acronyms);
        return "(" + own + " or s.acronym in (:acronyms))";
    }

    /** A condition on {@code subscription s}, empty or with its key word, and the values of its parameters. */
    private record Where(String sql, Map<String, Object> values) {}
}
