package be.belnet.orderdesk.correspondence;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What all reminders have in common: at most one a week for a contact, counted since the customer was asked last. */
@Service
@Transactional
public class Reminders {
    /** Every template that reminds of something that is awaited. */
    private static final List<String> REMINDERS = List.of("contract-reminder", "domains-reminder", "letter-reminder");

    private static final Period WEEK = Period.ofWeeks(1);

    private final Correspondence correspondence;
    private final OrderFile orders;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(Correspondence correspondence, OrderFile orders, JdbcClient jdbc, Clock clock) {
        this.correspondence = correspondence;
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the contact got any within the week, about whichever file and whatever is awaited. */
    @Transactional(readOnly = true)
    public boolean isReminded(Recipient contact) {
        Instant weekAgo = clock.instant().atZone(BRUSSELS).minus(WEEK).toInstant();
        return REMINDERS.stream().anyMatch(reminder -> correspondence.wroteTo(contact.email(), reminder, weekAgo));
    }

    /** Files of one contact are reminded one after the other, up to the commit: the second sees what the first has sent. */
    public void oneAfterTheOther() {
        jdbc.sql("select name from start_lock where name = 'reminders' for update")
                .query(String.class)
                .single();
    }

    /**
     * When the customer was asked last, or somebody decided to wait on; empty where neither was.
     *
     * @param requests templates of the mails that ask
     * @param waitedOn kind of the event of such a decision
     */
    @Transactional(readOnly = true)
    public Optional<Instant> lastAsked(String number, Collection<String> requests, String waitedOn) {
        Stream<Instant> decisions =
                orders.events(number, List.of(waitedOn)).stream().map(OrderEvent::at);
        return Stream.concat(lastMailed(number, requests).stream(), decisions).max(Instant::compareTo);
    }

    /** When the customer was asked last; empty where it was not. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastMailed(String number, Collection<String> requests) {
        return correspondence.of(number).stream()
                .filter(mail -> requests.contains(mail.template()))
                .map(SentMail::writtenAt)
                .max(Instant::compareTo);
    }

    /** How many of a template the file has sent since. */
    @Transactional(readOnly = true)
    public int since(String number, String reminder, Instant asked) {
        return (int) correspondence.of(number).stream()
                .filter(mail ->
                        mail.template().equals(reminder) && mail.writtenAt().isAfter(asked))
                .count();
    }
}
