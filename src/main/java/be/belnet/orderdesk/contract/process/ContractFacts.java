package be.belnet.orderdesk.contract.process;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.contract.Contract;
import be.belnet.orderdesk.contract.ContractDesk;
import be.belnet.orderdesk.contract.CopiesReceived;
import be.belnet.orderdesk.contract.CopyDefect;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.time.WrittenDates;
import be.belnet.orderdesk.workflow.FormContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms about a contract say of it; a dash stands for what is not known. */
@Component
class ContractFacts {
    private static final String UNKNOWN = "–";

    private final OrderFile orders;
    private final CustomerRegister customers;
    private final Recipients recipients;
    private final ContractDesk contracts;
    private final MessageSource messages;

    ContractFacts(
            OrderFile orders,
            CustomerRegister customers,
            Recipients recipients,
            ContractDesk contracts,
            MessageSource messages) {
        this.orders = orders;
        this.customers = customers;
        this.recipients = recipients;
        this.contracts = contracts;
        this.messages = messages;
    }

    Map<String, String> of(FormContext context) {
        Order order = orders.get(context.orderNumber());
        Recipient signatory = recipients.contact(order.number(), ContactRole.SIGNATORY);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("orderNumber", order.number());
        facts.put(
                "customer",
                customers.find(order.acronym()).map(ContractFacts::title).orElse(known(order.acronym())));
        facts.put("contactName", signatory.name());
        facts.put("contactEmail", signatory.email());
        facts.put("contactPhone", known(phone(order, signatory)));
        facts.put("contactLanguage", Locale.forLanguageTag(signatory.language()).getDisplayLanguage(context.locale()));
        contracts.current(order.number()).ifPresent(contract -> add(contract, context.locale(), facts));
        return facts;
    }

    static String day(LocalDate day, Locale locale) {
        return day == null ? UNKNOWN : WrittenDates.day(day, locale);
    }

    private void add(Contract contract, Locale locale, Map<String, String> facts) {
        facts.put("contractNumber", contract.number());
        facts.put("contractVersion", Integer.toString(contract.version()));
        facts.put("contractSentOn", day(LocalDate.ofInstant(contract.generatedAt(), BRUSSELS), locale));
        CopiesReceived copies = contract.copies();
        facts.put("copy1Defect", words(copies == null ? CopyDefect.MISSING : copies.copy1Defect(), locale));
        facts.put("copy2Defect", words(copies == null ? CopyDefect.MISSING : copies.copy2Defect(), locale));
        facts.put("signatoryName", copies == null ? UNKNOWN : known(copies.signatoryName()));
        facts.put("signatoryRole", copies == null ? UNKNOWN : known(copies.signatoryRole()));
        facts.put("changesAsked", contracts.changesAsked(contract).orElse(UNKNOWN));
        facts.put("receivedOn", copies == null ? UNKNOWN : day(copies.receivedOn(), locale));
    }

    private String words(CopyDefect defect, Locale locale) {
        String key =
                defect == CopyDefect.MISSING ? "copy.missing" : "form.register-signed-copies.defect." + defect.code();
        return messages.getMessage(key, null, locale);
    }

    private String phone(Order order, Recipient contact) {
        return customers.contacts(order.acronym()).stream()
                .filter(known -> contact.email().equals(known.email()))
                .findFirst()
                .map(known -> known.phone())
                .orElse(order.requester().phone());
    }

    private static String title(Organisation organisation) {
        return "%s (%s)".formatted(organisation.legalName(), organisation.acronym());
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? UNKNOWN : value;
    }
}
