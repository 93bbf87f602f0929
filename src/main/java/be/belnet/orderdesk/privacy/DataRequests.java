package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.person.Kept;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers what people ask about their data and keeps track of it, in the caller's transaction. */
@Service
@Transactional
public class DataRequests {
    private static final String SERIES = "PRIV";
    private static final int MOST = 200;

    /** An answer is due within one month, and may be put off by two more (GDPR, article 12, 3). */
    private static final int MONTHS = 1;

    private static final int MONTHS_AT_MOST = 3;

    private final DataRequestRows rows;
    private final OrderNumbers numbers;
    private final Clock clock;

    DataRequests(DataRequestRows rows, OrderNumbers numbers, Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * @param acronym may be null
     * @param token of the form; a second one with it is refused by the database
     */
    public record NewDataRequest(
            Kind kind,
            String personName,
            String personEmail,
            String acronym,
            String details,
            LocalDate receivedOn,
            String token) {}

    /** @throws org.springframework.dao.DuplicateKeyException when a request was registered with this token */
    public DataRequest register(NewDataRequest asked, String by) {
        String number = numbers.next(SERIES);
        rows.insert(
                new DataRequest(
                        number,
                        asked.kind(),
                        asked.personName(),
                        asked.personEmail().toLowerCase(Locale.ROOT),
                        asked.acronym(),
                        asked.details(),
                        asked.receivedOn(),
                        asked.receivedOn().plusMonths(MONTHS),
                        null,
                        by,
                        now(),
                        null,
                        null,
                        null),
                asked.token());
        return get(number);
    }

    /** @throws UnknownDataRequestException when none has this number */
    @Transactional(readOnly = true, noRollbackFor = UnknownDataRequestException.class)
    public DataRequest get(String number) {
        return rows.find(number).orElseThrow(() -> new UnknownDataRequestException(number));
    }

    @Transactional(readOnly = true)
    public Optional<DataRequest> find(String number) {
        return rows.find(number);
    }

    @Transactional(readOnly = true)
    public Optional<String> numberOf(String token) {
        return rows.numberOf(token);
    }

    /** Open ones first. */
    @Transactional(readOnly = true)
    public List<DataRequest> list() {
        return rows.list(MOST);
    }

    /** @param note may be null */
    public void identify(String number, boolean confirmed, String method, String note, String by) {
        rows.identify(number, new DataRequest.Identity(confirmed, method, note, by, now()));
    }

    /** @param reason may be null */
    public void decide(String number, boolean approved, String reason, String by) {
        rows.decide(number, new DataRequest.Decision(approved, reason, by, now()));
    }

    /** The last day to which the answer may be put off. */
    @Transactional(readOnly = true)
    public LocalDate latest(String number) {
        return get(number).receivedOn().plusMonths(MONTHS_AT_MOST);
    }

    public void extend(String number, LocalDate dueOn, String because) {
        rows.extend(number, dueOn, because);
    }

    /**
     * Ends a request. Who was erased is not told by the request either from then on.
     *
     * @param note may be null
     */
    public void answer(String number, String way, String note, String by) {
        rows.answer(number, new DataRequest.Answer(way, note, by, now()));
        DataRequest request = get(number);
        if (request.decision() != null && request.decision().approved()) {
            Tombstone tombstone = Tombstone.of(today().getYear());
            rows.discard(number, tombstone.name(), tombstone.email(), today());
        }
    }

    @Transactional(readOnly = true)
    public List<Kept> kept(String number) {
        return rows.kept(number);
    }

    @Transactional(readOnly = true)
    public List<DataAccess> accesses(String number) {
        return rows.accesses(number);
    }

    /** Requests that nobody has answered yet. */
    @Transactional(readOnly = true)
    public Counts counts() {
        return rows.counts(today());
    }

    /** @param overdue of the open ones */
    public record Counts(long open, long overdue) {}

    LocalDate today() {
        return BelgianTime.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
