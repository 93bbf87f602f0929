package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws up contracts and keeps track of them, in the caller's transaction. */
@Service
@Transactional
public class ContractDesk {
    private static final String PDF = "application/pdf";

    private final Contracts contracts;
    private final ContractPrinter printer;
    private final ContractTexts texts;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final OrderNumbers numbers;
    private final OrderSearch search;
    private final Recipients recipients;
    private final Clock clock;

    ContractDesk(
            Contracts contracts,
            ContractPrinter printer,
            ContractTexts texts,
            OrderFile orders,
            OrderDocuments documents,
            OrderNumbers numbers,
            OrderSearch search,
            Recipients recipients,
            Clock clock) {
        this.contracts = contracts;
        this.printer = printer;
        this.texts = texts;
        this.orders = orders;
        this.documents = documents;
        this.numbers = numbers;
        this.search = search;
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * The contract on what stands in the order file now: the version at hand when nothing changed, else the next one.
     * Its PDF, both copies in one file, is a document of the order.
     *
     * @throws IllegalStateException when a signed contract would have to change
     */
    public Contract generate(String orderNumber) {
        ContractText text = texts.of(orderNumber);
        String fingerprint = texts.fingerprint(text);
        Optional<Contracts.Row> latest = contracts.latest(orderNumber);
        return latest.filter(row -> stillHolds(row, fingerprint))
                .map(Contracts.Row::contract)
                .orElseGet(() -> drawUp(text, fingerprint, latest.map(Contracts.Row::contract)));
    }

    /** The PDF as {@link #generate} would make it on these terms, marked as a preview; nothing is kept. */
    @Transactional(readOnly = true)
    public byte[] preview(String orderNumber, ContractTerms terms) {
        return printer.print(texts.of(orderNumber, terms), null, contracts.nextVersion(orderNumber));
    }

    /** The latest version, unless it was given up. */
    @Transactional(readOnly = true)
    public Optional<Contract> current(String orderNumber) {
        return contracts.current(orderNumber);
    }

    /**
     * Keeps which paper copies are at hand; copies without defect make the contract signed.
     *
     * @param by user id of who looked at them
     * @throws UnknownContractException when there is no contract
     * @throws IllegalStateException when the contract does not wait for copies
     */
    public void register(String orderNumber, CopiesReceived copies, String by) {
        Contract contract = contracts.get(orderNumber);
        requireState(contract, ContractState.SENT);
        contracts.register(contract, copies);
        contracts.noteRegistration(contract, copies, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(
                contract,
                "copiesRegistered",
                Map.of(
                        "copies", Integer.toString(copies.count()),
                        "copy1", copies.copy1Defect().code(),
                        "copy2", copies.copy2Defect().code()));
        if (copies.accepted()) {
            sign(contract);
        }
    }

    /** User ids of all whose registered copies count; somebody whose copies were found otherwise later is not among them. */
    @Transactional(readOnly = true)
    public Set<String> registrants(String orderNumber) {
        return current(orderNumber).map(contracts::registrants).orElse(Set.of());
    }

    /** Two copies without defect are at hand, or their changes are accepted. */
    @Transactional(readOnly = true)
    public boolean copiesAccepted(String orderNumber) {
        return current(orderNumber)
                .map(Contract::state)
                .filter(state -> state == ContractState.SIGNED || state == ContractState.COUNTERSIGNED)
                .isPresent();
    }

    /**
     * Belnet agrees with the text as the customer changed it; the contract counts as signed.
     *
     * @throws IllegalStateException when the copies have other defects than a changed text
     */
    public void acceptChanges(String orderNumber, String reason) {
        Contract contract = contracts.get(orderNumber);
        if (contract.copies() == null || contract.copies().otherDefects()) {
            throw new IllegalStateException("Contract " + contract.number() + " has other defects");
        }
        requireState(contract, ContractState.SENT);
        contracts.decideChanges(contract, true, reason);
        record(contract, "changesAccepted", Map.of("reason", reason));
        sign(contract);
    }

    /** The customer asks for changes by mail or on the phone, whatever paper is here. */
    public void noteChangesAsked(String orderNumber, String what) {
        record(contracts.get(orderNumber), "changesAsked", Map.of("text", what));
    }

    /** What the customer asked to have changed in the version at hand. */
    @Transactional(readOnly = true)
    public Optional<String> changesAsked(Contract contract) {
        return orders.latest(contract.orderNumber(), "changesAsked")
                .map(OrderEvent::facts)
                .filter(facts -> Integer.toString(contract.version()).equals(facts.get("version")))
                .map(facts -> facts.get("text"));
    }

    /** Belnet stands by its text; the next mail about the copies tells why. */
    public void refuseChanges(String orderNumber, String reason) {
        Contract contract = contracts.get(orderNumber);
        contracts.decideChanges(contract, false, reason);
        record(contract, "changesRefused", Map.of("reason", reason));
    }

    /** The needs are talked over again; the next contract generated is a new version, and its mail tells why. */
    public void reopenNeeds(String orderNumber, String reason) {
        Contract contract = contracts.get(orderNumber);
        contracts.reopen(contract);
        record(contract, "needsReopened", Map.of("reason", reason));
    }

    /**
     * Keeps that the contract was countersigned on paper. For a copy that goes back by post the cover letter becomes a
     * document of the order.
     *
     * @param by function of the authorised signatory
     * @param returnedBy post or mail
     * @throws IllegalStateException when the customer has not signed, or Belnet has already
     */
    public void countersign(String orderNumber, String by, LocalDate on, String returnedBy) {
        Contract contract = contracts.get(orderNumber);
        requireState(contract, ContractState.SIGNED);
        contracts.move(contract, ContractState.SIGNED, ContractState.COUNTERSIGNED);
        contracts.countersign(contract, by, on, returnedBy);
        record(contract, "contractCountersigned", Map.of("by", by, "on", on.toString(), "returnedBy", returnedBy));
        if (returnedBy.equals("post")) {
            keepCoverLetter(contracts.get(orderNumber));
        }
    }

    /**
     * The latest scan with both signatures, as it goes to the customer; empty while none was added to the order since
     * this version was drawn up.
     */
    @Transactional(readOnly = true)
    public Optional<Document> countersignedScan(String orderNumber) {
        return contracts.current(orderNumber).flatMap(this::scanOf);
    }

    /** The contract is given up with its order; without one, nothing happens. */
    public void voidContract(String orderNumber) {
        Optional<Contract> given = current(orderNumber);
        contracts.voidAll(orderNumber);
        given.ifPresent(contract -> record(contract, "contractVoided", Map.of()));
    }

    /** The policies that signing the current version accepted; none before it was signed. */
    @Transactional(readOnly = true)
    public List<PolicyAcceptance> acceptances(String orderNumber) {
        return current(orderNumber).map(contracts::acceptances).orElse(List.of());
    }

    private Optional<Document> scanOf(Contract contract) {
        return documents.of(contract.orderNumber()).stream()
                .filter(document -> document.kind().equals(ScanKind.COUNTERSIGNED_CONTRACT.code()))
                .filter(document -> document.id() > contract.documentId())
                .reduce((earlier, later) -> later);
    }

    private void keepCoverLetter(Contract contract) {
        String order = contract.orderNumber();
        var letter = new CoverLetter(
                texts.of(order),
                contract,
                recipients.contact(order, ContactRole.SIGNATORY).name(),
                BelgianTime.today(clock));
        documents.add(
                order,
                "coverLetter",
                "%s-v%d-cover-letter.pdf".formatted(contract.number(), contract.version()),
                PDF,
                printer.print(letter));
    }

    private static boolean stillHolds(Contracts.Row row, String fingerprint) {
        return row.contract().state() != ContractState.VOID
                && !row.reopened()
                && row.fingerprint().equals(fingerprint);
    }

    private Contract drawUp(ContractText text, String fingerprint, Optional<Contract> latest) {
        latest.ifPresent(ContractDesk::requireUnsigned);
        String number = latest.map(Contract::number).orElseGet(() -> numbers.next(text.service() + "-C"));
        int version = latest.map(Contract::version).orElse(0) + 1;
        Document document = keep(text, number, version);
        contracts.voidAll(text.orderNumber());
        contracts.insert(drawnUp(text, number, version, document), fingerprint);
        Contract contract = contracts.get(text.orderNumber());
        contracts.name(contract.id(), text.terms().policies());
        search.noteRestricted(text.orderNumber(), number);
        record(contract, "contractGenerated", Map.of());
        return contract;
    }

    private Document keep(ContractText text, String number, int version) {
        return documents.add(
                text.orderNumber(),
                "contract",
                "%s-v%d.pdf".formatted(number, version),
                PDF,
                printer.print(text, number, version));
    }

    private Contract drawnUp(ContractText text, String number, int version, Document document) {
        return new Contract(
                0,
                text.orderNumber(),
                number,
                version,
                text.language(),
                ContractState.GENERATED,
                document.id(),
                document.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                false,
                null,
                null);
    }

    private void sign(Contract contract) {
        contracts.move(contract, ContractState.SENT, ContractState.SIGNED);
        record(contract, "contractSigned", Map.of());
        contracts.accept(contracts.get(contract.orderNumber()));
    }

    private void record(Contract contract, String kind, Map<String, String> facts) {
        orders.record(contract.orderNumber(), kind, contract.facts(facts));
    }

    private static void requireState(Contract contract, ContractState state) {
        if (contract.state() != state) {
            throw new IllegalStateException(
                    "Contract " + contract.number() + " is " + contract.state().code());
        }
    }

    private static void requireUnsigned(Contract contract) {
        if (contract.state() == ContractState.SIGNED || contract.state() == ContractState.COUNTERSIGNED) {
            throw new IllegalStateException("Contract " + contract.number() + " is signed");
        }
    }
}
