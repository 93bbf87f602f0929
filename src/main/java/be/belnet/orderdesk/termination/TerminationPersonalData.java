package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.DocumentRetention;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters that gave notice. The letter by which a service ended is proof of it, and stays for years from 1 January after the
 * last day; one that ended nothing does not. Who gave notice, and why, stands in the order file and goes with it.
 */
@Component
class TerminationPersonalData implements PersonalData, DocumentRetention, Expiring {
    private static final String GROUND = "contractClaims";
    private static final String EFFECTIVE = " from termination t join service_order o on o.number = t.order_number"
            + " where o.state = 'completed' and t.ends_on is not null and ";

    private final JdbcClient jdbc;
    private final OrderDocuments documents;
    private final OrderSearch search;
    private final Period keep;

    TerminationPersonalData(
            JdbcClient jdbc,
            OrderDocuments documents,
            OrderSearch search,
            @Value("${orderdesk.privacy.keep.notices}") Period keep) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.search = search;
        this.keep = keep;
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select t.* from termination t join service_order o on o.number = t.order_number"
                        + " where lower(o.requester_email) = ? and o.discarded_on is null order by t.order_number")
                .param(person.email())
                .query((row, index) -> Entry.of("notice")
                        .with("number", row.getString("order_number"))
                        .with("channel", row.getString("channel"))
                        .with("postedOn", row.getObject("posted_on", LocalDate.class))
                        .with("receivedOn", row.getObject("received_on", LocalDate.class))
                        .with("barcode", row.getString("barcode"))
                        .with("wish", row.getObject("wish", LocalDate.class))
                        .with("endsOn", row.getObject("ends_on", LocalDate.class)))
                .list();
    }

    @Override
    public List<Kept> kept(Person person, List<String> ofPerson) {
        return ofPerson.stream()
                .flatMap(order -> effective(order).stream())
                .flatMap(this::kept)
                .toList();
    }

    private Stream<Kept> kept(Notice notice) {
        LocalDate until = notice.countsFrom().plus(keep).minusDays(1);
        Stream<Kept> barcode = Stream.ofNullable(notice.barcode())
                .map(known -> new Kept("termination", notice.order(), notice.order(), until, GROUND));
        return Stream.concat(
                barcode,
                documents.of(notice.order()).stream()
                        .map(document -> new Kept(
                                "order_document_content",
                                Long.toString(document.id()),
                                document.fileName(),
                                until,
                                GROUND)));
    }

    @Override
    public boolean keeps(Document document) {
        return effective(document.orderNumber()).isPresent();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        forgetSearch(order);
        return effective(order).isPresent() ? 0 : forget(order);
    }

    /** Nothing outside of their own files. */
    @Override
    public int erase(Person person, Tombstone tombstone) {
        return 0;
    }

    @Override
    public String name() {
        return "notices";
    }

    /** Files whose letter counts from that day or an earlier one. */
    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc
                .sql("select t.*" + EFFECTIVE + "(t.barcode is not null or exists (select 1 from order_document d"
                        + " join order_document_content c on c.document_id = d.id where d.order_number = t.order_number))"
                        + " order by t.order_number")
                .query((row, index) -> notice(
                        row.getString("order_number"),
                        row.getString("barcode"),
                        row.getObject("ends_on", LocalDate.class)))
                .list()
                .stream()
                .filter(notice -> !notice.countsFrom().isAfter(upTo))
                .map(Notice::order)
                .toList();
    }

    @Override
    public void discardExpired(String order, Tombstone tombstone) {
        forgetSearch(order);
        forget(order);
        documents.of(order).forEach(documents::forget);
    }

    private int forget(String order) {
        return jdbc.sql("update termination set barcode = null where order_number = ? and barcode is not null")
                .param(order)
                .update();
    }

    private void forgetSearch(String order) {
        jdbc.sql("select barcode from termination where order_number = ? and barcode is not null")
                .param(order)
                .query(String.class)
                .optional()
                .ifPresent(barcode -> search.forget(order, barcode));
    }

    /** The notice of a file that has ended a service. */
    private Optional<Notice> effective(String order) {
        return jdbc.sql("select t.*" + EFFECTIVE + "t.order_number = ?")
                .param(order)
                .query((row, index) -> notice(
                        row.getString("order_number"),
                        row.getString("barcode"),
                        row.getObject("ends_on", LocalDate.class)))
                .optional();
    }

    private static Notice notice(String order, String barcode, LocalDate endsOn) {
        return new Notice(order, barcode, LocalDate.of(endsOn.minusDays(1).getYear() + 1, 1, 1));
    }

    /**
     * @param barcode may be null
     * @param countsFrom the day from which the years count
     */
    private record Notice(String order, String barcode, LocalDate countsFrom) {}
}
