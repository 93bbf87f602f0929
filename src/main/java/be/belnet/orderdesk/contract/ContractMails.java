package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.OwnWords;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Rendered;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails contracts and what is wrong with their copies to the customer's signatory, in the caller's transaction. */
@Service
@Transactional
public class ContractMails {
    private final Contracts contracts;
    private final ContractTexts texts;
    private final ContractPrinter printer;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final Correspondence correspondence;
    private final Recipients recipients;

    ContractMails(
            Contracts contracts,
            ContractTexts texts,
            ContractPrinter printer,
            OrderFile orders,
            OrderDocuments documents,
            Correspondence correspondence,
            Recipients recipients) {
        this.contracts = contracts;
        this.texts = texts;
        this.printer = printer;
        this.orders = orders;
        this.documents = documents;
        this.correspondence = correspondence;
        this.recipients = recipients;
    }

    /**
     * The mail that would bring a contract on these terms to the customer; nothing is kept.
     *
     * @param words that somebody adds to it; null for none
     */
    @Transactional(readOnly = true)
    public Rendered preview(String orderNumber, ContractTerms terms, String words) {
        Optional<Contracts.Row> latest = contracts.latest(orderNumber);
        Recipient to = signatory(orderNumber);
        String number = latest.map(row -> row.contract().number())
                .orElseGet(() -> printer.say("contract.preview.mark", to.language()));
        return correspondence.preview(OwnWords.with(
                contractMail(texts.of(orderNumber, terms), number, contracts.nextVersion(orderNumber), to, List.of()),
                words));
    }

    /** Whom they go to. */
    @Transactional(readOnly = true)
    public Recipient recipient(String orderNumber) {
        return signatory(orderNumber);
    }

    /**
     * The mail that would tell what is wrong with these copies; nothing is kept.
     *
     * @param reason why changes are refused; null where none are
     * @param words that somebody adds to it; null for none
     */
    @Transactional(readOnly = true)
    public Rendered previewMissingCopy(String orderNumber, CopiesReceived copies, String reason, String words) {
        return correspondence.preview(OwnWords.with(
                new Mail(
                        orderNumber,
                        "missing-copy",
                        signatory(orderNumber),
                        missingCopyModel(contracts.get(orderNumber), copies, reason)),
                words));
    }

    /** Mails both copies to the customer's signatory, asking for them back on paper; once for each version. */
    public void send(String orderNumber) {
        Contract contract = contracts.get(orderNumber);
        if (contracts.move(contract, ContractState.GENERATED, ContractState.SENT)) {
            ContractText text = texts.of(orderNumber);
            correspondence.send(contractMail(
                    text, contract.number(), contract.version(), signatory(orderNumber), List.of(file(contract))));
            orders.record(orderNumber, "contractSent", contract.facts(Map.of()));
        }
    }

    /** Mails the customer's signatory what is wrong with the copies; once for each registration of copies. */
    public void askForMissingCopy(String orderNumber) {
        Contracts.Row row = contracts.row(orderNumber);
        Contract contract = row.contract();
        if (contract.copies() != null && contracts.ask(contract)) {
            correspondence.send(new Mail(
                    orderNumber,
                    "missing-copy",
                    signatory(orderNumber),
                    missingCopyModel(contract, contract.copies(), row.changesReason()),
                    List.of(file(contract))));
        }
    }

    private Mail contractMail(
            ContractText text, String number, int version, Recipient to, List<Attachment> attachments) {
        var model = new HashMap<String, Object>(Map.of(
                "contractNumber", number,
                "version", version,
                "summary", printer.annex(text, to.language())));
        whyReopened(text.orderNumber(), version - 1).ifPresent(reason -> model.put("reason", reason));
        return new Mail(text.orderNumber(), "contract", to, model, attachments);
    }

    private Optional<String> whyReopened(String orderNumber, int version) {
        return orders.latest(orderNumber, "needsReopened")
                .map(OrderEvent::facts)
                .filter(facts -> Integer.toString(version).equals(facts.get("version")))
                .map(facts -> facts.get("reason"));
    }

    private static Map<String, Object> missingCopyModel(
            Contract contract, CopiesReceived copies, String changesReason) {
        var model = new HashMap<String, Object>(Map.of(
                "contractNumber", contract.number(),
                "version", contract.version(),
                "copy1Defect", copies.copy1Defect().code(),
                "copy2Defect", copies.copy2Defect().code()));
        if (changesReason != null) {
            model.put("reason", changesReason);
        }
        return model;
    }

    private Attachment file(Contract contract) {
        Document pdf =
                documents.find(contract.orderNumber(), contract.documentId()).orElseThrow();
        return Attachment.of(pdf, documents.content(pdf));
    }

    private Recipient signatory(String orderNumber) {
        return recipients.contact(orderNumber, ContactRole.SIGNATORY);
    }
}
