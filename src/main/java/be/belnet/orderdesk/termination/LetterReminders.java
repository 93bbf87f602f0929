package be.belnet.orderdesk.termination;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.Reminders;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Silence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds customers of the registered letter that is awaited, and knows how long nothing was heard. */
@Service
@Transactional
public class LetterReminders {
    private static final String REMINDER = "letter-reminder";
    private static final List<String> REQUESTS = List.of("letter-needed");
    private static final String WAITED_ON = "intentionAwaited";

    private final OrderFile orders;
    private final Recipients recipients;
    private final TerminationMails mails;
    private final OpeningDays openingDays;
    private final Reminders reminders;
    private final Clock clock;

    LetterReminders(
            OrderFile orders,
            Recipients recipients,
            TerminationMails mails,
            OpeningDays openingDays,
            Reminders reminders,
            Clock clock) {
        this.orders = orders;
        this.recipients = recipients;
        this.mails = mails;
        this.openingDays = openingDays;
        this.reminders = reminders;
        this.clock = clock;
    }

    /** @param customersTurn whether it is awaited, and nobody lets it wait until a day */
    @Transactional(readOnly = true)
    public Silence look(String number, boolean customersTurn) {
        Instant asked = reminders.lastAsked(number, REQUESTS, WAITED_ON).orElseGet(clock::instant);
        LocalDate today = day(clock.instant());
        return new Silence(
                openingDays.isOpen(today),
                customersTurn,
                isReminded(number),
                openingDays.between(day(asked), today),
                reminders.since(number, REMINDER, asked));
    }

    /** Mails the reminder, unless the contact got one within the week: another file may have been faster. */
    public void remind(String number) {
        reminders.oneAfterTheOther();
        if (!isReminded(number)) {
            mails.remindOfLetter(number);
        }
    }

    /** A person decided to wait on: days and reminders count anew. */
    public void waitOn(String number, String note) {
        orders.record(number, WAITED_ON, note == null ? Map.of() : Map.of("reason", note));
    }

    private boolean isReminded(String number) {
        return reminders.isReminded(recipients.requester(number));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS);
    }
}
