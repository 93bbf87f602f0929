package be.belnet.orderdesk.order;

import be.belnet.orderdesk.person.Access;
import be.belnet.orderdesk.person.Correction;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for orders, and what was written down of people in their timelines and documents. */
@Component
class OrderPersonalData implements PersonalData {
    /** Facts of the timeline in somebody's own words; all others are codes, numbers, dates and domains. */
    private static final Set<String> IN_WORDS = Set.of("reason", "text", "sender", "subject", "ticketSubject");

    /** Files that Belnet opens itself, with whichever contact the register has. */
    private static final String VALIDATION = "validation";

    private static final String ORDER = "order";

    private static final Set<String> NOT_STAFF = Set.of("orderdesk", "customer");
    private static final List<Texts> TEXTS = List.of(
            new Texts(
                    "service_order",
                    "number",
                    "number",
                    List.of("request", "closing_reason", "ticket_reference", "customer_reference")),
            Texts.of("order_event", "id", "facts"),
            Texts.of("order_step", "id", "wait_reason"));

    private final JdbcClient jdbc;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderTexts texts;
    private final List<DocumentRetention> retentions;
    private final Clock clock;

    OrderPersonalData(
            JdbcClient jdbc,
            OrderFile orders,
            OrderDocuments documents,
            OrderTexts texts,
            List<DocumentRetention> retentions,
            Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.documents = documents;
        this.texts = texts;
        this.retentions = retentions;
        this.clock = clock;
    }

    @Override
    public Person known(Person person) {
        List<Order> asked = asked(person);
        return person.named(
                        asked.stream().map(order -> order.requester().name()).toList())
                .reachedAt(asked.stream()
                        .flatMap(order -> Stream.ofNullable(order.requester().phone()))
                        .toList())
                .actingFor(asked.stream()
                        .flatMap(order -> Stream.ofNullable(order.acronym()))
                        .toList());
    }

    @Override
    public List<String> orders(Person person) {
        return asked(person).stream()
                .filter(order -> order.state().isFinal())
                .map(Order::number)
                .toList();
    }

    @Override
    public List<String> needing(Person person) {
        return asked(person).stream()
                .filter(order -> !order.state().isFinal() && !order.kind().equals(VALIDATION))
                .map(Order::number)
                .toList();
    }

    @Override
    public List<Entry> export(Person person) {
        List<Entry> entries = new ArrayList<>();
        asked(person).forEach(order -> {
            entries.add(entry(order));
            documents.of(order.number()).forEach(document -> entries.add(entry(document)));
        });
        return entries;
    }

    private static Entry entry(Order order) {
        return Entry.of(order.kind().equals(ORDER) ? ORDER : "file")
                .with("number", order.number())
                .with("service", order.service())
                .with("fileKind", order.kind())
                .with("customer", order.acronym())
                .with("name", order.requester().name())
                .with("email", order.requester().email())
                .with("phone", order.requester().phone())
                .with("language", order.requester().language())
                .with("request", order.request())
                .with("ticketReference", order.ticketReference())
                .with("customerReference", order.customerReference())
                .with("openedAt", order.openedAt())
                .with("closedAt", order.closedAt())
                .with("closingReason", order.closingReason());
    }

    private static Entry entry(Document document) {
        return Entry.of("document")
                .with("number", document.orderNumber())
                .with("file", document.fileName())
                .with("addedAt", document.addedAt())
                .with("sha256", document.sha256());
    }

    @Override
    public List<Access> accesses(Person person) {
        return asked(person).stream()
                .flatMap(order -> orders.events(order.number()).stream())
                .filter(event -> !NOT_STAFF.contains(event.actor()))
                .map(event -> new Access(event.at(), event.actor(), "workedOnOrder", event.orderNumber()))
                .distinct()
                .toList();
    }

    @Override
    public int rectify(Person person, Correction correction) {
        return asked(person).stream()
                .mapToInt(order -> rectify(order, correction))
                .sum();
    }

    private int rectify(Order order, Correction correction) {
        Requester before = order.requester();
        var after = new Requester(
                correction.nameOr(before.name()),
                correction.emailOr(before.email()),
                correction.phoneOr(before.phone()),
                correction.languageOr(before.language()));
        if (after.equals(before)) {
            return 0;
        }
        forget(order.number(), terms(before));
        write(order.number(), after);
        terms(after).forEach(term -> jdbc.sql(
                        "insert into order_search_term (order_number, term, restricted) select ?, ?, true"
                                + " where not exists (select 1 from order_search_term where order_number = ? and term = ?)")
                .params(order.number(), term, order.number(), term)
                .update());
        return 1;
    }

    @Override
    public int discard(String number, Tombstone tombstone) {
        Order order = orders.get(number);
        OrderFile.READ.forget(number);
        int first = jdbc.sql("update service_order set discarded_on = ? where number = ? and discarded_on is null")
                .params(BelgianTime.today(clock), number)
                .update();
        if (first == 0) {
            return 0;
        }
        forget(number, termsOf(order));
        write(number, erased(order.requester(), tombstone));
        jdbc.sql("update service_order set request = null, closing_reason = null, ticket_reference = null,"
                        + " customer_reference = null where number = ?")
                .param(number)
                .update();
        jdbc.sql("update order_step set wait_reason = ? where order_number = ? and wait_reason is not null")
                .params(Tombstone.GONE, number)
                .update();
        orders.events(number).forEach(this::withoutWords);
        documents.of(number).stream().filter(document -> !isKept(document)).forEach(documents::forget);
        return 1;
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        OrderFile.READ.forgetAll();
        int terms = new LinkedHashSet<>(wholeTerms(person))
                .stream()
                        .mapToInt(term -> jdbc.sql("delete from order_search_term where term = ?")
                                .param(term)
                                .update())
                        .sum();
        return terms
                + leaveValidations(person, tombstone)
                + TEXTS.stream().mapToInt(text -> texts.clear(person, text)).sum();
    }

    /** Another contact of the customer hears of them from then on. */
    private int leaveValidations(Person person, Tombstone tombstone) {
        List<Order> open =
                asked(person).stream().filter(order -> !order.state().isFinal()).toList();
        open.forEach(order -> {
            forget(order.number(), terms(order.requester()));
            write(order.number(), erased(order.requester(), tombstone));
        });
        return open.size();
    }

    private static Requester erased(Requester requester, Tombstone tombstone) {
        return new Requester(tombstone.name(), tombstone.email(), null, requester.language());
    }

    private void withoutWords(OrderEvent event) {
        if (event.facts().keySet().stream().noneMatch(IN_WORDS::contains)) {
            return;
        }
        Map<String, String> facts = new LinkedHashMap<>(event.facts());
        facts.replaceAll((name, value) -> IN_WORDS.contains(name) ? Tombstone.GONE : value);
        orders.rewrite(event, facts);
    }

    private boolean isKept(Document document) {
        return retentions.stream().anyMatch(retention -> retention.keeps(document));
    }

    private List<Order> asked(Person person) {
        return jdbc.sql("select * from service_order where lower(requester_email) = ? and discarded_on is null"
                        + " order by opened_at, number")
                .param(person.email())
                .query(OrderFile::order)
                .list();
    }

    private void write(String number, Requester requester) {
        OrderFile.READ.forget(number);
        jdbc.sql("update service_order set requester_name = ?, requester_email = ?, requester_phone = ?,"
                        + " requester_language = ? where number = ?")
                .params(requester.name(), requester.email(), requester.phone(), requester.language(), number)
                .update();
    }

    private void forget(String number, Collection<String> terms) {
        terms.forEach(term -> jdbc.sql("delete from order_search_term where order_number = ? and term = ?")
                .params(number, term)
                .update());
    }

    /** Whole ones only: a first name alone may be somebody else's. */
    private static List<String> wholeTerms(Person person) {
        return Stream.of(
                        Stream.of(person.email()),
                        person.names().stream()
                                .flatMap(name -> SearchTerms.of(name).stream().limit(1)),
                        person.phones().stream().flatMap(phone -> SearchTerms.ofPhone(phone).stream()))
                .flatMap(terms -> terms)
                .toList();
    }

    private static Set<String> terms(Requester requester) {
        Set<String> terms = new LinkedHashSet<>(SearchTerms.of(requester.name()));
        terms.addAll(SearchTerms.of(requester.email()));
        terms.addAll(SearchTerms.ofPhone(requester.phone()));
        return terms;
    }

    /** Those that stand for the customer and the number stay, were the person named like them. */
    private static Set<String> termsOf(Order order) {
        Set<String> terms = terms(order.requester());
        terms.addAll(SearchTerms.of(order.ticketReference()));
        terms.addAll(SearchTerms.of(order.customerReference()));
        terms.removeAll(SearchTerms.ofNumber(order.number()));
        terms.removeAll(SearchTerms.of(order.acronym()));
        return terms;
    }
}
