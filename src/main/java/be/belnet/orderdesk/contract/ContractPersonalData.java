package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.contract.SignedContracts.Version;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signed contracts. A contract that was accepted stays with its paper for years, by law; any other version does not. */
@Component
class ContractPersonalData implements PersonalData, DocumentRetention, Expiring {
    private static final String GROUND = "fiscalRecords";
    private static final Set<String> PAPER =
            Set.of("coverLetter", ScanKind.SIGNED_COPIES.code(), ScanKind.COUNTERSIGNED_CONTRACT.code());
    private static final Texts TEXTS = Texts.of("contract", "id", "changes_reason");

    private final JdbcClient jdbc;
    private final SignedContracts contracts;
    private final OrderTexts texts;
    private final OrderDocuments documents;

    ContractPersonalData(JdbcClient jdbc, SignedContracts contracts, OrderTexts texts, OrderDocuments documents) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.texts = texts;
        this.documents = documents;
    }

    @Override
    public List<Entry> export(Person person) {
        return contracts.signedBy(person).stream()
                .map(contract -> Entry.of("contract")
                        .with("contractNumber", contract.label())
                        .with("number", contract.order())
                        .with("name", contract.signatory())
                        .with("role", contract.role())
                        .with("receivedOn", contract.receivedOn()))
                .toList();
    }

    @Override
    public List<Kept> kept(Person person, List<String> ofPerson) {
        return Stream.concat(
                        contracts.signedBy(person).stream(),
                        ofPerson.stream().flatMap(order -> contracts.ofOrder(order).stream()))
                .distinct()
                .filter(Version::accepted)
                .flatMap(this::kept)
                .toList();
    }

    private Stream<Kept> kept(Version contract) {
        LocalDate until = contracts.until(contract);
        Stream<Kept> itself = contract.signatory() == null
                ? Stream.empty()
                : Stream.of(new Kept("contract", Long.toString(contract.id()), contract.label(), until, GROUND));
        Stream<Kept> policies = jdbc
                .sql("select count(*) from policy_acceptance where contract_id = ? and accepted_by is not null")
                .param(contract.id())
                .query(Long.class)
                .stream()
                .filter(count -> count > 0)
                .map(count ->
                        new Kept("policy_acceptance", Long.toString(contract.id()), contract.label(), until, GROUND));
        Stream<Kept> paper = documents.of(contract.order()).stream()
                .filter(this::keeps)
                .map(document -> new Kept(
                        "order_document_content", Long.toString(document.id()), document.fileName(), until, GROUND));
        return Stream.of(itself, policies, paper).flatMap(rows -> rows);
    }

    @Override
    public boolean keeps(Document document) {
        return contracts.ofOrder(document.orderNumber()).stream()
                .filter(Version::accepted)
                .anyMatch(contract -> contract.document() == document.id() || PAPER.contains(document.kind()));
    }

    @Override
    public int discard(String order, Tombstone tombstone) {
        int waiting = jdbc.sql("delete from task_scan where order_number = ?")
                .param(order)
                .update();
        return waiting
                + contracts.ofOrder(order).stream()
                        .filter(contract -> !contract.accepted())
                        .mapToInt(this::forget)
                        .sum();
    }

    @Override
    public int erase(Person person, Tombstone tombstone) {
        Contracts.READ.forgetAll();
        int unsigned = contracts.signedBy(person).stream()
                .filter(contract -> !contract.accepted())
                .mapToInt(this::forget)
                .sum();
        return unsigned + texts.clear(person, TEXTS);
    }

    @Override
    public String name() {
        return "contracts";
    }

    /** Orders whose contract counts from that day or an earlier one. */
    @Override
    public List<String> expired(LocalDate upTo) {
        return List.copyOf(new LinkedHashSet<>(contracts.keptOnes().stream()
                .filter(contract -> contracts
                        .countsFrom(contract)
                        .filter(from -> !from.isAfter(upTo))
                        .isPresent())
                .map(Version::order)
                .toList()));
    }

    @Override
    public void discardExpired(String order, Tombstone tombstone) {
        contracts.ofOrder(order).forEach(this::forget);
        documents.of(order).stream().filter(this::keeps).forEach(documents::forget);
    }

    private int forget(Version contract) {
        Contracts.READ.forget(contract.order());
        jdbc.sql("update policy_acceptance set accepted_by = null, accepted_as = null where contract_id = ?")
                .param(contract.id())
                .update();
        return jdbc.sql("update contract set signatory_name = null, signatory_role = null, changes_reason = null"
                        + " where id = ? and (signatory_name is not null or changes_reason is not null)")
                .param(contract.id())
                .update();
    }
}
