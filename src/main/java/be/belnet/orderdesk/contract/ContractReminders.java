package be.belnet.orderdesk.contract;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Reminders;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Silence;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds customers of the copies that are awaited, and knows how long nothing was heard. */
@Service
@Transactional
public class ContractReminders {
    private static final String REMINDER = "contract-reminder";
    private static final List<String> REQUESTS = List.of("contract", "missing-copy");
    private static final String WAITED_ON = "silenceAwaited";

    private final ContractDesk contracts;
    private final OrderFile orders;
    private final OrderDocuments documents;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final OpeningDays openingDays;
    private final Reminders reminders;
    private final Clock clock;

    ContractReminders(
            ContractDesk contracts,
            OrderFile orders,
            OrderDocuments documents,
            Correspondence correspondence,
            Recipients recipients,
            OpeningDays openingDays,
            Reminders reminders,
            Clock clock) {
        this.contracts = contracts;
        this.orders = orders;
        this.documents = documents;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.openingDays = openingDays;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** @param customersTurn whether it is awaited, and nobody lets it wait until a day */
    @Transactional(readOnly = true)
    public Silence look(String orderNumber, boolean customersTurn) {
        Instant asked = lastAsked(orderNumber);
        LocalDate today = BelgianTime.today(clock);
        return new Silence(
                openingDays.isOpen(today),
                customersTurn,
                reminders.isReminded(signatory(orderNumber)),
                openingDays.between(day(asked), today),
                reminders.since(orderNumber, REMINDER, asked));
    }

    /** Mails the reminder, unless copies came or the contact got one within the week: another order may have been faster. */
    public void remind(String orderNumber) {
        reminders.oneAfterTheOther();
        Recipient signatory = signatory(orderNumber);
        if (reminders.isReminded(signatory)) {
            return;
        }
        contracts
                .current(orderNumber)
                .filter(contract -> contract.state() == ContractState.SENT)
                .ifPresent(contract -> remind(orderNumber, signatory, contract));
    }

    private void remind(String orderNumber, Recipient signatory, Contract contract) {
        correspondence.send(new Mail(
                orderNumber, REMINDER, signatory, model(contract, lastAsked(orderNumber)), List.of(pdf(contract))));
    }

    private Map<String, Object> model(Contract contract, Instant asked) {
        Map<String, Object> model = new HashMap<>();
        model.put("contractNumber", contract.number());
        model.put(
                "askedOn",
                day(reminders.lastMailed(contract.orderNumber(), REQUESTS).orElse(asked)));
        model.put("last", reminders.since(contract.orderNumber(), REMINDER, asked) > 0);
        Optional.ofNullable(contract.copies())
                .filter(copies -> copies.count() > 0)
                .ifPresent(copies -> model.putAll(standing(copies)));
        return model;
    }

    private static Map<String, Object> standing(CopiesReceived copies) {
        return Map.of(
                "copy1Defect", copies.copy1Defect().code(),
                "copy2Defect", copies.copy2Defect().code());
    }

    /** A person decided to wait on: days and reminders count anew. */
    public void waitOn(String orderNumber, String note) {
        orders.record(orderNumber, WAITED_ON, note == null ? Map.of() : Map.of("reason", note));
    }

    /** A person decided that the customer has lost interest: contract and order end. */
    public void giveUp(String orderNumber, String reason) {
        orders.record(orderNumber, "silenceEnded", Map.of("reason", reason));
        contracts.voidContract(orderNumber);
        orders.setClosingReason(orderNumber, reason);
    }

    private Instant lastAsked(String orderNumber) {
        return reminders.lastAsked(orderNumber, REQUESTS, WAITED_ON).orElseGet(clock::instant);
    }

    private Attachment pdf(Contract contract) {
        Document document =
                documents.find(contract.orderNumber(), contract.documentId()).orElseThrow();
        return Attachment.of(document, documents.content(document));
    }

    private Recipient signatory(String orderNumber) {
        return recipients.contact(orderNumber, ContactRole.SIGNATORY);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS);
    }
}
