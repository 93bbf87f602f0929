package be.belnet.orderdesk.change;

import be.belnet.orderdesk.contract.ContractEnds;
import be.belnet.orderdesk.contract.ScanKind;
import be.belnet.orderdesk.database.Like;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.DocumentRetention;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.person.Entry;
import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.person.OrderTexts;
import be.belnet.orderdesk.person.OrderTexts.Texts;
import be.belnet.orderdesk.person.Person;
import be.belnet.orderdesk.person.PersonalData;
import be.belnet.orderdesk.person.Tombstone;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Administrators that changes name, before and after. Signed annexes are kept as long as the contracts that they change. */
@Component
class ChangePersonalData implements PersonalData, DocumentRetention, Expiring {
    private static final String GROUND = "fiscalRecords";
    private static final Texts TEXTS = Texts.of("service_change_aspect", "id", "content");
    private static final String OF_PERSON =
            " from service_change_aspect where aspect = 'administrators' and lower(content) like ? escape '!'";

    private static final Set<String> ANNEXES = Set.of(ChangeDesk.ANNEX, ScanKind.SIGNED_ANNEX.code());

    private final JdbcClient jdbc;
    private final OrderTexts texts;
    private final OrderDocuments documents;
    private final ContractEnds ends;
    private final Period keep;

    ChangePersonalData(
            JdbcClient jdbc,
            OrderTexts texts,
            OrderDocuments documents,
            ContractEnds ends,
            @Value("${orderdesk.privacy.keep.annexes}") Period keep) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.documents = documents;
        this.ends = ends;
        this.keep = keep;
    }

    @Override
    public List<Kept> kept(Person person, List<String> ofPerson) {
        return ofPerson.stream()
                .flatMap(file -> documents.of(file).stream())
                .filter(this::keeps)
                .map(document -> new Kept(
                        "order_document_content",
                        Long.toString(document.id()),
                        document.fileName(),
                        until(document.orderNumber()),
                        GROUND))
                .toList();
    }

    /** Null while the contract has no end. */
    private LocalDate until(String file) {
        return countsFrom(file).map(from -> from.plus(keep).minusDays(1)).orElse(null);
    }

    /** The day from which the years count; empty while the contract has no end, which one from before Orderdesk has too. */
    private Optional<LocalDate> countsFrom(String file) {
        return jdbc.sql("select s.order_number, s.contract_number from service_change c join subscription s"
                        + " on s.id = c.subscription_id where c.order_number = ?")
                .param(file)
                .query((row, index) -> ends.endOf(row.getString(1), row.getString(2)))
                .single()
                .map(last -> LocalDate.of(last.getYear() + 1, 1, 1));
    }

    @Override
    public boolean keeps(Document document) {
        return ANNEXES.contains(document.kind())
                && jdbc.sql(
                                        "select count(*) from service_change where order_number = ? and annex_signed_on is not null")
                                .param(document.orderNumber())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    @Override
    public String name() {
        return "annexes";
    }

    /** Files with a signed annex to a contract that counts from that day or an earlier one. */
    @Override
    public List<String> expired(LocalDate upTo) {
        return jdbc
                .sql("select c.order_number from service_change c where c.annex_signed_on is not null"
                        + " and exists (select 1 from order_document d join order_document_content t"
                        + " on t.document_id = d.id where d.order_number = c.order_number and d.kind in (:kinds))"
                        + " order by c.order_number")
                .param("kinds", ANNEXES)
                .query(String.class)
                .list()
                .stream()
                .filter(file ->
                        countsFrom(file).filter(from -> !from.isAfter(upTo)).isPresent())
                .toList();
    }

    @Override
    public void discardExpired(String file, Tombstone tombstone) {
        documents.of(file).stream().filter(this::keeps).forEach(documents::forget);
    }

    @Override
    public List<Entry> export(Person person) {
        return jdbc.sql("select distinct order_number, content" + OF_PERSON + " order by order_number")
                .param(Like.ending("; " + person.email()))
                .query((row, index) -> Entry.of("administrator")
                        .with("number", row.getString("order_number"))
                        .with("name", row.getString("content")))
                .list();
    }

    @Override
    public List<String> needing(Person person) {
        return jdbc.sql("select distinct a.order_number from service_change_aspect a"
                        + " join service_order o on o.number = a.order_number where a.aspect = 'administrators'"
                        + " and lower(a.content) like ? escape '!' and o.state in ('open', 'cancelling')"
                        + " order by a.order_number")
                .param(Like.ending("; " + person.email()))
                .query(String.class)
                .list();
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        return jdbc.sql("update service_change_aspect set content = ? where order_number = ?"
                        + " and aspect = 'administrators' and content not like '%@erased.invalid'")
                .params(line(tombstone), order)
                .update();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        return jdbc.sql("update service_change_aspect set content = ? where aspect = 'administrators'"
                                + " and lower(content) like ? escape '!'")
                        .params(line(tombstone), Like.ending("; " + person.email()))
                        .update()
                + texts.clear(person, TEXTS);
    }

    private static String line(Tombstone tombstone) {
        return "%s; %s; %s".formatted(tombstone.name(), tombstone.name(), tombstone.email());
    }
}
