package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.calendar.WorkingDays;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.customer.Organisation;
import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.notice.ContractReading;
import be.belnet.orderdesk.notice.FirstYear;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.notice.NoticeTerms;
import be.belnet.orderdesk.notice.NotificationDate;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderSearch;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the files of notices add to the order file. All writing happens in the caller's transaction. */
@Service
@Transactional
public class Terminations {
    /** Kind of their files. */
    public static final String KIND = "termination";

    /** Id of no subscription. */
    private static final long NONE = -1;

    private static final String OF_ORDER = " where order_number = ?";

    private final OrderFile orders;
    private final OrderSearch search;
    private final CustomerRegister customers;
    private final Subscriptions subscriptions;
    private final NoticeRules rules;
    private final JdbcClient jdbc;

    Terminations(
            OrderFile orders,
            OrderSearch search,
            CustomerRegister customers,
            Subscriptions subscriptions,
            NoticeRules rules,
            JdbcClient jdbc) {
        this.orders = orders;
        this.search = search;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /**
     * Opens the file of a notice; the settings of today are what it is judged by from now on.
     *
     * @param token a second file with the same token is refused by the database; may be null
     */
    public Order open(NewNotice notice, String token) {
        Order file = orders.open(new NewOrder(
                notice.service(),
                KIND,
                inUse(notice.acronym()),
                notice.reason(),
                notice.requester(),
                notice.ticketReference(),
                null,
                token));
        insert(file.number(), notice, rules.terms());
        register(file.number(), notice.registeredBy());
        search.noteRestricted(file.number(), notice.barcode());
        orders.record(
                file.number(),
                "noticeReceived",
                Map.of("giver", notice.givenBy().code(), "channel", Codes.of(notice.channel())));
        return file;
    }

    /** Empty for files that end nothing. */
    @Transactional(readOnly = true)
    public Optional<Termination> find(String number) {
        return jdbc.sql("select * from termination" + OF_ORDER)
                .param(number)
                .query(Terminations::termination)
                .optional();
    }

    /** @throws java.util.NoSuchElementException when it ends nothing */
    @Transactional(readOnly = true)
    public Termination get(String number) {
        return find(number).orElseThrow();
    }

    /** What the file ends. */
    @Transactional(readOnly = true)
    public Subscription subscription(String number) {
        return subscriptions.get(get(number).subscription());
    }

    /** The file that ends the same subscription, or may yet turn out to, and was opened earlier, while it is open. */
    @Transactional(readOnly = true)
    public Optional<String> earlier(String number, long subscription) {
        return jdbc.sql("select t.order_number from termination t join service_order o on o.number = t.order_number"
                        + " join service_order own on own.number = ? where (t.subscription_id = ?"
                        + " or t.subscription_id is null and o.acronym = own.acronym and o.service = own.service)"
                        + " and o.state in ('open', 'cancelling') and t.order_number <> own.number"
                        + " and (o.opened_at < own.opened_at or o.opened_at = own.opened_at and o.number < own.number)"
                        + " order by o.opened_at, o.number limit 1")
                .params(number, subscription)
                .query(String.class)
                .optional();
    }

    /**
     * Takes the end of a subscription upon a file, in the caller's transaction; until that ends nobody else gets past here
     * with the same subscription. False where another open file has it.
     */
    boolean claim(String number, long subscription) {
        jdbc.sql("select id from subscription where id = ? for update")
                .param(subscription)
                .query(Long.class)
                .single();
        Optional<String> holder = holder(subscription);
        if (holder.isEmpty()) {
            jdbc.sql("delete from running_notice where subscription_id = ?")
                    .param(subscription)
                    .update();
            jdbc.sql("insert into running_notice (subscription_id, order_number) values (?, ?)")
                    .params(subscription, number)
                    .update();
        }
        return holder.isEmpty() || holder.get().equals(number);
    }

    /** The other open file that ends a subscription; of several the one that counts. */
    @Transactional(readOnly = true)
    public Optional<String> beside(String number, long subscription) {
        return earlier(number, subscription).or(() -> holder(subscription).filter(other -> !other.equals(number)));
    }

    /** A file that is closed holds nothing any more. */
    private Optional<String> holder(long subscription) {
        return jdbc.sql("select r.order_number from running_notice r join service_order o on o.number = r.order_number"
                        + " where r.subscription_id = ? and o.state in ('open', 'cancelling')")
                .param(subscription)
                .query(String.class)
                .optional();
    }

    /** Number of the open file that ends the subscription, or may yet turn out to; the oldest. */
    @Transactional(readOnly = true)
    public Optional<String> openFor(Subscription subscription) {
        return jdbc.sql("select t.order_number from termination t join service_order o on o.number = t.order_number"
                        + " where (t.subscription_id = :id or t.subscription_id is null"
                        + " and o.acronym in (:acronyms) and o.service = :service)"
                        + " and o.state in ('open', 'cancelling') order by o.opened_at, o.number limit 1")
                .param("id", subscription.id())
                .param("acronyms", customers.acronyms(subscription.acronym()))
                .param("service", subscription.service())
                .query(String.class)
                .optional();
    }

    /** Somebody of Belnet entered what is decided on. */
    public void register(String number, String userId) {
        boolean known = userId == null || registrants(number).contains(userId);
        if (!known) {
            jdbc.sql("insert into termination_registrant (order_number, user_id) values (?, ?)")
                    .params(number, userId)
                    .update();
        }
    }

    /** User ids of all who entered what is decided on. */
    @Transactional(readOnly = true)
    public Set<String> registrants(String number) {
        return Set.copyOf(jdbc.sql("select user_id from termination_registrant" + OF_ORDER)
                .param(number)
                .query(String.class)
                .list());
    }

    /** @param subscription null where it is not clear what is ended */
    public void mean(String number, Long subscription) {
        jdbc.sql("delete from running_notice where order_number = ? and subscription_id <> ?")
                .params(number, subscription == null ? NONE : subscription)
                .update();
        set(number, "subscription_id = ?", subscription);
    }

    public void keepReceipt(String number, Termination.Receipt receipt) {
        set(
                number,
                "channel = ?, posted_on = ?, received_on = ?, barcode = ?",
                Codes.of(receipt.channel()),
                receipt.postedOn(),
                receipt.receivedOn(),
                receipt.barcode());
        search.noteRestricted(number, receipt.barcode());
    }

    void keepReckoning(String number, Termination.Reckoning reckoning) {
        set(
                number,
                "phase = ?, notified_on = ?, last_day_of_notice = ?, rule_ends_on = ?, days_late = ?",
                Codes.of(reckoning.phase()),
                reckoning.notifiedOn(),
                reckoning.lastDayOfNotice(),
                reckoning.endsOn(),
                reckoning.daysLate());
    }

    void keepDecision(String number, LocalDate endsOn) {
        set(number, "decided_ends_on = ?", endsOn);
    }

    /** What was told of another end before counts no more. */
    void keepEnd(String number, LocalDate endsOn) {
        set(number, "ends_on = ?, told_at = null, warned_at = null", endsOn);
    }

    /** @param endsOn null when it is decided on */
    void keepWishedEnd(String number, LocalDate endsOn) {
        set(number, "asked_ends_on = ?", endsOn);
    }

    void keepBeginning(String number, LocalDate day) {
        set(number, "ending_since = coalesce(ending_since, ?)", day);
    }

    void keepEnding(String number, LocalDate endedOn, LocalDate removalOn) {
        set(number, "ended_on = ?, removal_on = ?", endedOn, removalOn);
    }

    /** Those that end after today, up to a day, and were not looked at today. */
    @Transactional(readOnly = true)
    public List<Termination> ahead(LocalDate today, LocalDate until) {
        return jdbc.sql("select t.* from termination t join service_order o on o.number = t.order_number"
                        + " where o.state = 'open' and t.ends_on > ? and t.ends_on <= ?"
                        + " and (t.looked_on is null or t.looked_on < ?) order by t.ends_on, t.order_number")
                .params(today, until, today)
                .query(Terminations::termination)
                .list();
    }

    /** Takes the look of a day upon the caller; whoever comes later finds it taken. */
    boolean claimLook(String number, LocalDate today) {
        return jdbc.sql("update termination set looked_on = ? where order_number = ?"
                                + " and (looked_on is null or looked_on < ?)")
                        .params(today, number, today)
                        .update()
                == 1;
    }

    /** The file as it is now; until the transaction ends nobody else gets past here with it. */
    Termination hold(String number) {
        return jdbc.sql("select * from termination" + OF_ORDER + " for update")
                .param(number)
                .query(Terminations::termination)
                .single();
    }

    void noteTold(String number, Instant at) {
        set(number, "told_at = ?", timestamp(at));
    }

    void noteWarned(String number, Instant at) {
        set(number, "warned_at = ?", timestamp(at));
    }

    /** Writes down which domains the customer has; what is written down stays. */
    public List<String> keepDomains(String number, List<String> domains) {
        if (domains(number).isEmpty()) {
            for (int position = 0; position < domains.size(); position++) {
                jdbc.sql("insert into termination_domain (order_number, position, domain) values (?, ?, ?)")
                        .params(number, position, domains.get(position))
                        .update();
            }
        }
        return domains(number);
    }

    @Transactional(readOnly = true)
    public List<String> domains(String number) {
        return jdbc.sql("select domain from termination_domain" + OF_ORDER + " order by position")
                .param(number)
                .query(String.class)
                .list();
    }

    private void insert(String number, NewNotice notice, NoticeTerms terms) {
        jdbc.sql("insert into termination (order_number, given_by, channel, posted_on, received_on, barcode, wish,"
                        + " exception_asked, contract_reading, notice_months, first_year, notification_date, trial_days,"
                        + " saturday, closing_days) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        number,
                        notice.givenBy().code(),
                        Codes.of(notice.channel()),
                        notice.postedOn(),
                        notice.receivedOn(),
                        notice.barcode(),
                        notice.wish(),
                        notice.exceptionAsked(),
                        terms.reading().name(),
                        terms.months(),
                        terms.firstYear().name(),
                        terms.notification().name(),
                        terms.trialDays(),
                        terms.workingDays().saturday(),
                        StoredDays.write(terms.workingDays().closed())))
                .update();
    }

    /** The acronym in use where the customer gave a former one. */
    private String inUse(String given) {
        return given == null
                ? null
                : customers.find(given).map(Organisation::acronym).orElse(given);
    }

    private void set(String number, String columns, Object... values) {
        List<Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(number);
        jdbc.sql("update termination set " + columns + OF_ORDER).params(all).update();
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.MICROS));
    }

    private static Termination termination(ResultSet row, int index) throws SQLException {
        return new Termination(
                row.getString("order_number"),
                row.getObject("subscription_id", Long.class),
                GivenBy.of(row.getString("given_by")),
                new Termination.Receipt(
                        Codes.channel(row.getString("channel")),
                        day(row, "posted_on"),
                        day(row, "received_on"),
                        row.getString("barcode")),
                day(row, "wish"),
                row.getBoolean("exception_asked"),
                terms(row),
                reckoning(row),
                day(row, "decided_ends_on"),
                day(row, "ends_on"),
                day(row, "asked_ends_on"),
                Moments.read(row, "told_at"),
                Moments.read(row, "warned_at"),
                day(row, "ending_since"),
                day(row, "ended_on"),
                day(row, "removal_on"));
    }

    private static NoticeTerms terms(ResultSet row) throws SQLException {
        return new NoticeTerms(
                ContractReading.valueOf(row.getString("contract_reading")),
                row.getInt("notice_months"),
                FirstYear.valueOf(row.getString("first_year")),
                NotificationDate.valueOf(row.getString("notification_date")),
                row.getInt("trial_days"),
                new WorkingDays(row.getBoolean("saturday"), StoredDays.read(row.getString("closing_days"))));
    }

    private static Termination.Reckoning reckoning(ResultSet row) throws SQLException {
        String phase = row.getString("phase");
        return phase == null
                ? null
                : new Termination.Reckoning(
                        Phase.valueOf(phase.toUpperCase(Locale.ROOT)),
                        day(row, "notified_on"),
                        day(row, "last_day_of_notice"),
                        day(row, "rule_ends_on"),
                        row.getInt("days_late"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
