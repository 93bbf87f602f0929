package be.belnet.orderdesk.order;

import be.belnet.orderdesk.database.Like;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders, running and finished alike, by the terms that services note for them. */
@Service
@Transactional
public class OrderSearch {
    /** Exactly so many are counted; nobody turns pages beyond. */
    static final int MOST_COUNTED = 10_000;

    private static final String UNLESS_NOTED =
            "select cast(? as varchar(32)), cast(? as varchar(254)), cast(? as boolean)"
                    + " where not exists (select 1 from order_search_term where order_number = ? and term = ?)";

    private static final String TERM = "select order_number from order_search_term where term like ? escape '!'%s";

    private final JdbcClient jdbc;

    OrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets an order be found by a value such as a licence number; null changes nothing. */
    public void note(String number, String value) {
        note(number, SearchTerms.of(value), Set.of());
    }

    /**
     * Lets an order be found by a person or by the contract, by those alone who see these; null changes nothing. The domain
     * of an address is for everybody.
     */
    public void noteRestricted(String number, String value) {
        note(number, SearchTerms.ofDomain(value), SearchTerms.of(value));
    }

    /** Lets an order not be found by a value any more; the domain of an address stays, which others may share. */
    public void forget(String number, String value) {
        SearchTerms.of(value).stream()
                .filter(term -> !value.toLowerCase(Locale.ROOT).endsWith("@" + term))
                .forEach(term -> jdbc.sql("delete from order_search_term where order_number = ? and term = ?")
                        .params(number, term)
                        .update());
    }

    void noteOpened(String number, NewOrder order) {
        Set<String> open = new LinkedHashSet<>(SearchTerms.ofNumber(number));
        open.addAll(SearchTerms.of(order.acronym()));
        open.addAll(SearchTerms.ofDomain(order.requester().email()));
        Set<String> restricted =
                new LinkedHashSet<>(SearchTerms.of(order.requester().email()));
        restricted.addAll(SearchTerms.of(order.requester().name()));
        restricted.addAll(SearchTerms.ofPhone(order.requester().phone()));
        restricted.addAll(SearchTerms.of(order.ticketReference()));
        restricted.addAll(SearchTerms.of(order.customerReference()));
        note(number, open, restricted);
    }

    @Transactional(readOnly = true)
    public OrderPage find(OrderQuery query) {
        List<Object> values = new ArrayList<>();
        String where = " from service_order" + where(query, values);
        long total = jdbc.sql("select count(*) from (select 1" + where + " limit " + (MOST_COUNTED + 1) + ") counted")
                .params(values)
                .query(Long.class)
                .single();
        values.add(OrderQuery.PAGE_SIZE);
        values.add((long) query.page() * OrderQuery.PAGE_SIZE);
        List<Order> orders = jdbc.sql("select *" + where + " order by opened_at desc, number desc limit ? offset ?")
                .params(values)
                .query(OrderFile::order)
                .list();
        long counted = Math.min(total, MOST_COUNTED);
        int pages = (int) Math.max(1, (counted + OrderQuery.PAGE_SIZE - 1) / OrderQuery.PAGE_SIZE);
        return new OrderPage(orders, query.page(), pages, total);
    }

    private static String where(OrderQuery query, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        if (query.state() != null) {
            conditions.add(query.state() == OrderState.OPEN ? "state in ('open', 'cancelling')" : "state = ?");
            values.addAll(
                    query.state() == OrderState.OPEN
                            ? List.of()
                            : List.of(query.state().code()));
        }
        if (query.service() != null) {
            conditions.add("service = ?");
            values.add(query.service());
        }
        if (query.words() != null && !query.words().isBlank()) {
            conditions.add(words(query, values));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String words(OrderQuery query, List<Object> values) {
        List<String> asked = SearchTerms.asked(query.words());
        asked.forEach(word -> values.add(Like.beginning(word)));
        String found = String.join(
                SearchTerms.isPhone(query.words()) ? " union " : " intersect ",
                Collections.nCopies(asked.size(), TERM.formatted(query.restricted() ? "" : " and not restricted")));
        if (query.acronyms().isEmpty()) {
            return "number in (" + found + ")";
        }
        values.addAll(query.acronyms());
        String marks = String.join(", ", Collections.nCopies(query.acronyms().size(), "?"));
        // one set of numbers, for an "or" between the two would read all orders
        return "number in ((" + found + ") union select number from service_order where acronym in (" + marks + "))";
    }

    /**
     * What stands there for everybody stays so.
     *
     * @param open for everybody, even where it is restricted as well
     */
    private void note(String number, Set<String> open, Set<String> restricted) {
        Map<String, Boolean> terms = new LinkedHashMap<>();
        restricted.forEach(term -> terms.put(term, true));
        open.forEach(term -> terms.put(term, false));
        if (terms.isEmpty()) {
            return;
        }
        boolean someWereThere = insert(number, terms) < terms.size();
        if (someWereThere && !open.isEmpty()) {
            jdbc.sql("update order_search_term set restricted = false"
                            + " where order_number = :number and term in (:terms) and restricted")
                    .param("number", number)
                    .param("terms", open)
                    .update();
        }
    }

    private int insert(String number, Map<String, Boolean> terms) {
        List<Object> values = new ArrayList<>();
        terms.forEach((term, restricted) -> values.addAll(List.of(number, term, restricted, number, term)));
        return jdbc.sql("insert into order_search_term (order_number, term, restricted) "
                        + String.join(" union all ", Collections.nCopies(terms.size(), UNLESS_NOTED)))
                .params(values)
                .update();
    }
}
