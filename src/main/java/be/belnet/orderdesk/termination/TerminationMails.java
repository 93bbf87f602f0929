package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.belnet.Belnet;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.AccountManagers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails about the end of a service. */
@Component
public class TerminationMails {
    private static final String LAST_DAY = "lastDayOfService";

    private final Terminations terminations;
    private final NoticeDesk desk;
    private final OrderFile orders;
    private final CustomerRegister customers;
    private final AccountManagers accountManagers;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final Belnet belnet;
    private final TerminationProperties properties;
    private final String publicAddress;

    TerminationMails(
            Terminations terminations,
            NoticeDesk desk,
            OrderFile orders,
            CustomerRegister customers,
            AccountManagers accountManagers,
            Correspondence correspondence,
            Recipients recipients,
            Belnet belnet,
            TerminationProperties properties,
            @Value("${orderdesk.address}") String publicAddress) {
        this.terminations = terminations;
        this.desk = desk;
        this.orders = orders;
        this.customers = customers;
        this.accountManagers = accountManagers;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.belnet = belnet;
        this.properties = properties;
        this.publicAddress = publicAddress;
    }

    /** Asks for the registered letter: how it is sent, and by when for which end. */
    public void askForLetter(String number) {
        send(number, "letter-needed", letter(number));
    }

    void remindOfLetter(String number) {
        send(number, "letter-reminder", letter(number));
    }

    /** Tells why the notice does not count. */
    public void refuse(String number) {
        send(number, "notice-refused", Map.of("reason", orders.get(number).closingReason()));
    }

    /** @param moved the customer was told another day before */
    void confirm(String number, boolean moved) {
        Termination file = terminations.get(number);
        send(
                number,
                "notice-confirmed",
                Map.of(
                        "givenBy",
                        file.givenBy().code(),
                        "moved",
                        moved,
                        "notifiedOn",
                        file.reckoning().notifiedOn(),
                        "lastDayOfNotice",
                        file.reckoning().lastDayOfNotice(),
                        LAST_DAY,
                        file.lastDayOfService(),
                        "endsOn",
                        file.endsOn()));
    }

    /** @param domains whose mail still comes to Belnet; none for the mail that goes to everybody */
    void announce(String number, List<String> domains) {
        Termination file = terminations.get(number);
        correspondence.send(new Mail(
                number,
                "service-ending",
                recipients.contact(number, ContactRole.TECHNICAL),
                Map.of(LAST_DAY, file.lastDayOfService(), "endsOn", file.endsOn(), "domains", domains)));
    }

    /** Warns account manager and operations that mail still comes to Belnet. */
    void warn(String number, List<String> domains) {
        Map<String, Object> model = Map.of(
                "customerName",
                customerName(number),
                LAST_DAY,
                terminations.get(number).lastDayOfService(),
                "domains",
                domains,
                "link",
                publicAddress + "/orders/" + number);
        if (orders.get(number).accountManager() != null) {
            correspondence.send(new Mail(number, "mail-still-here", accountManagers.of(number), model));
        }
        correspondence.send(new Mail(number, "mail-still-here", operations(), model));
    }

    void end(String number) {
        Termination file = terminations.get(number);
        send(number, "service-ended", Map.of(LAST_DAY, file.lastDayOfService(), "removalOn", file.removalOn()));
    }

    private Map<String, Object> letter(String number) {
        LocalDate endsOn = desk.endByLetter(number);
        return Map.of(
                "letterBy",
                desk.lastDayForLetter(number),
                "months",
                terminations.get(number).terms().months(),
                LAST_DAY,
                endsOn.minusDays(1));
    }

    private void send(String number, String template, Map<String, Object> model) {
        correspondence.send(new Mail(number, template, recipients.requester(number), model));
    }

    private String customerName(String number) {
        String acronym = orders.get(number).acronym();
        return customers.find(acronym).map(Organisation::legalName).orElse(acronym);
    }

    private Recipient operations() {
        String email = properties.operationsMail().isBlank() ? belnet.mail() : properties.operationsMail();
        return new Recipient("operations", belnet.name() + " operations", email, "en");
    }
}
