package be.belnet.orderdesk.termination;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Silence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds customers of the registered letter that is awaited, and knows how long nothing was heard. */
@Service
@Transactional
public class LetterReminders {
    private static final Period WEEK = Period.ofWeeks(1);
    private static final String REMINDER = "letter-reminder";
    private static final String ASKED = "letter-needed";
    private static final String WAITED_ON = "intentionAwaited";

    private final OrderFile orders;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final TerminationLetters letters;
    private final OpeningDays openingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    LetterReminders(
            OrderFile orders,
            Correspondence correspondence,
            Recipients recipients,
            TerminationLetters letters,
            OpeningDays openingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.letters = letters;
        this.openingDays = openingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param customersTurn whether it is awaited, and nobody lets it wait until a day */
    @Transactional(readOnly = true)
    public Silence look(String number, boolean customersTurn) {
        Instant asked = lastAsked(number);
        LocalDate today = day(clock.instant());
        return new Silence(
                openingDays.isOpen(today),
                customersTurn,
                isReminded(number),
                openingDays.between(day(asked), today),
                reminders(number, asked));
    }

    /** Mails the reminder, unless the contact got one within the week: another file may have been faster. */
    public void remind(String number) {
        oneAfterTheOther();
        if (!isReminded(number)) {
            letters.remindOfLetter(number);
        }
    }

    /** A person decided to wait on: days and reminders count anew. */
    public void waitOn(String number, String note) {
        orders.record(number, WAITED_ON, note == null ? Map.of() : Map.of("reason", note));
    }

    private void oneAfterTheOther() {
        jdbc.sql("select name from start_lock where name = 'reminders' for update")
                .query(String.class)
                .single();
    }

    private boolean isReminded(String number) {
        Instant weekAgo = clock.instant().atZone(BRUSSELS).minus(WEEK).toInstant();
        return correspondence.wroteTo(recipients.requester(number).email(), REMINDER, weekAgo);
    }

    private Instant lastAsked(String number) {
        Stream<Instant> mails = correspondence.of(number).stream()
                .filter(mail -> mail.template().equals(ASKED))
                .map(SentMail::writtenAt);
        Stream<Instant> decisions = orders.events(number).stream()
                .filter(event -> event.kind().equals(WAITED_ON))
                .map(OrderEvent::at);
        return Stream.concat(mails, decisions).max(Instant::compareTo).orElseGet(clock::instant);
    }

    private int reminders(String number, Instant since) {
        return (int) correspondence.of(number).stream()
                .filter(mail ->
                        mail.template().equals(REMINDER) && mail.writtenAt().isAfter(since))
                .count();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BRUSSELS);
    }
}
