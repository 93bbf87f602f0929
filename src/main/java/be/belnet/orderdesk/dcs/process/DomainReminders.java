package be.belnet.orderdesk.dcs.process;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Reminders;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.DomainMails;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Silence;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether and how customers are reminded of what they have not published. */
@Service
class DomainReminders {
    private static final List<String> REQUESTS = List.of("domains-to-validate");
    private static final String REMINDER = "domains-reminder";
    private static final String TAKEN_UP = "userTask_takeUpWithCustomer";
    private static final String WAITED_ON = "recordsAwaited";
    private static final String GIVEN_UP = "recordsGivenUp";

    private final CertificateDomains domains;
    private final OrderFile orders;
    private final OrderSteps steps;
    private final Reminders reminders;
    private final Recipients recipients;
    private final DomainMails mails;
    private final OpeningDays openingDays;
    private final Clock clock;

    DomainReminders(
            CertificateDomains domains,
            OrderFile orders,
            OrderSteps steps,
            Reminders reminders,
            Recipients recipients,
            DomainMails mails,
            OpeningDays openingDays,
            Clock clock) {
        this.domains = domains;
        this.orders = orders;
        this.steps = steps;
        this.reminders = reminders;
        this.recipients = recipients;
        this.mails = mails;
        this.openingDays = openingDays;
        this.clock = clock;
    }

    /** How things stand this morning. */
    @Transactional(readOnly = true)
    public Silence look(String file) {
        LocalDate today = BelgianTime.today(clock);
        Optional<Instant> told = reminders.lastAsked(file, REQUESTS, WAITED_ON);
        return new Silence(
                openingDays.isOpen(today),
                told.isPresent() && isCustomersTurn(file),
                isReminded(file),
                told.map(at -> openingDays.between(LocalDate.ofInstant(at, BRUSSELS), today))
                        .orElse(0),
                told.map(at -> reminders.since(file, REMINDER, at)).orElse(0));
    }

    /** Mails the reminder, unless the contact got one within the week: another file may have been faster. */
    public void remind(String file) {
        reminders.oneAfterTheOther();
        if (!isReminded(file) && isCustomersTurn(file)) {
            mails.remind(file);
        }
    }

    /** A person decided to wait on: days and reminders count anew. */
    void waitOn(String file, String note) {
        orders.record(file, WAITED_ON, note == null ? Map.of() : Map.of("reason", note));
    }

    /** A person decided that the customer does without what it has not proved. */
    void giveUp(String file, String reason) {
        orders.record(file, GIVEN_UP, Map.of("reason", reason));
    }

    /** In the words of who decided so. */
    String reasonForGivingUp(String file) {
        return orders.latest(file, GIVEN_UP)
                .map(event -> event.facts().get("reason"))
                .orElse("");
    }

    private boolean isCustomersTurn(String file) {
        return domains.of(file).stream().anyMatch(domain -> domain.state().actor() == Actor.CUSTOMER)
                && steps.open(List.of(file)).stream()
                        .noneMatch(step -> step.activity().equals(TAKEN_UP));
    }

    private boolean isReminded(String file) {
        return reminders.isReminded(recipients.contact(file, ContactRole.TECHNICAL));
    }
}
