package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.dcs.FollowedCertificate.Replacement;
import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.time.BelgianTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what customers' certificates at CAs that they leave have come to. Nothing here changes a certificate: each stays
 * valid until it expires (D5). All writing happens in the caller's transaction.
 */
@Service
@Transactional
public class FormerCertificates {
    private static final String FOLLOWED =
            "(state in ('inUse', 'gone') or state in ('endedEarly', 'replaced') and expires_on >= ?)";

    private final JdbcClient jdbc;
    private final FormerCertificatesProperties properties;
    private final Clock clock;

    FormerCertificates(JdbcClient jdbc, FormerCertificatesProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Keeps certificates as the former CA has just listed them. Those that it lists no more stay as they were. One that was
     * never issued has no row: nothing of it can run out. They are read again the next day.
     *
     * @param orderNumber the file that reads; rows made before keep theirs
     * @param authority the former CA's adapter
     */
    public void keep(String orderNumber, String acronym, String authority, List<FormerCertificate> certificates) {
        Map<String, FollowedCertificate> known = known(authority, certificates);
        byOrderId(certificates).forEach((id, certificate) -> {
            if (known.containsKey(id)) {
                update(known.get(id), acronym, certificate);
            } else if (issued(certificate)) {
                insert(orderNumber, acronym, authority, certificate);
            }
        });
        readAgain(acronym);
    }

    /** All of a customer, at whichever former CA; those that run out first come first. */
    @Transactional(readOnly = true)
    public List<FollowedCertificate> of(String acronym) {
        return jdbc.sql("select * from former_certificate where acronym = ? order by expires_on, authority, order_id")
                .param(acronym)
                .query(this::certificate)
                .list();
    }

    /** Those of a customer at one former CA of which something may still come. */
    @Transactional(readOnly = true)
    public List<FollowedCertificate> open(String acronym, String authority) {
        return jdbc.sql("select * from former_certificate where acronym = ? and authority = ? and " + FOLLOWED
                        + " order by expires_on, order_id")
                .params(acronym, authority, BelgianTime.today(clock))
                .query(this::certificate)
                .list();
    }

    /** Customers whose certificates are to be read again by now, longest overdue first. */
    @Transactional(readOnly = true)
    List<String> due(int most) {
        return jdbc.sql("select acronym from former_certificate_reading r where next_at <= ? and exists"
                        + " (select 1 from former_certificate c where c.acronym = r.acronym and " + FOLLOWED + ")"
                        + " order by next_at, acronym limit ?")
                .params(Moments.now(clock), BelgianTime.today(clock), most)
                .query(String.class)
                .list();
    }

    /**
     * Takes the reading of a customer that is due upon the caller; whoever comes later finds it taken.
     *
     * @param until when it is due again, should the caller not come back
     * @return what {@link #holds} asks for; empty when somebody else has it
     */
    Optional<Instant> claim(String acronym, Instant until) {
        Instant claim = until.truncatedTo(ChronoUnit.MICROS);
        return setReading(acronym, claim, "next_at <= ?", Moments.now(clock)) ? Optional.of(claim) : Optional.empty();
    }

    /** Whether the caller still has what it has claimed; if so, the customer is read again the next day. */
    boolean holds(String acronym, Instant claim) {
        return setReading(acronym, nextReading(), "next_at = ?", Timestamp.from(claim));
    }

    /** The customer is read the next day. */
    void readAgain(String acronym) {
        if (!setReading(acronym, nextReading(), "next_at is not null")) {
            jdbc.sql("insert into former_certificate_reading (acronym, next_at) values (?, ?)")
                    .params(acronym, Timestamp.from(nextReading()))
                    .update();
        }
    }

    /** Another one of the same names has taken its place. */
    public void replace(FollowedCertificate certificate, String authority, String id) {
        if (certificate.replacement() == null) {
            set(
                    certificate,
                    "replaced_at = ?, replaced_by = ?, replaced_on = ?",
                    authority,
                    id,
                    BelgianTime.today(clock));
        } else {
            set(certificate, "replaced_at = ?, replaced_by = ?", authority, id);
        }
        enter(certificate, State.REPLACED);
    }

    /** What had taken its place is valid no more: it counts again as the former CA has it. */
    public void withdrawReplacement(FollowedCertificate certificate) {
        set(certificate, "replaced_at = null, replaced_by = null, replaced_on = null");
        enter(certificate, State.of(certificate.certificate(), BelgianTime.today(clock)));
    }

    /** The former CA lists it no more. */
    public void miss(FollowedCertificate certificate) {
        enter(certificate, certificate.runsOn(BelgianTime.today(clock)) ? State.GONE : State.EXPIRED);
    }

    /** The customer was told that it ended early. */
    public void noteEndTold(FollowedCertificate certificate) {
        set(certificate, "end_told_at = ?", Moments.now(clock));
    }

    /** @param days before its end at which the reminder was due */
    public void noteReminded(FollowedCertificate certificate, int days) {
        set(certificate, "told_days = ?", days);
    }

    private Map<String, FollowedCertificate> known(String authority, List<FormerCertificate> certificates) {
        if (certificates.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from former_certificate where authority = :authority and order_id in (:ids)")
                .param("authority", authority)
                .param("ids", byOrderId(certificates).keySet())
                .query(this::certificate)
                .stream()
                .collect(Collectors.toMap(one -> one.certificate().orderId(), Function.identity()));
    }

    /** Each once. */
    private static Map<String, FormerCertificate> byOrderId(List<FormerCertificate> certificates) {
        Map<String, FormerCertificate> all = new LinkedHashMap<>();
        certificates.forEach(one -> all.put(one.orderId(), one));
        return all;
    }

    private static boolean issued(FormerCertificate certificate) {
        return certificate.expiresOn() != null
                && certificate.status() != Status.PENDING
                && certificate.status() != Status.NOT_ISSUED;
    }

    private void insert(String order, String acronym, String authority, FormerCertificate certificate) {
        jdbc.sql("insert into former_certificate (order_number, acronym, authority, order_id, names, status, state,"
                        + " state_since, expires_on, has_duplicates) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        order,
                        acronym,
                        authority,
                        certificate.orderId(),
                        String.join(" ", certificate.names()),
                        CertificateDomain.camelCase(certificate.status().name()),
                        State.of(certificate, BelgianTime.today(clock)).code(),
                        Moments.now(clock),
                        certificate.expiresOn(),
                        certificate.hasDuplicates())
                .update();
    }

    private void update(FollowedCertificate known, String acronym, FormerCertificate read) {
        FormerCertificate certificate =
                read.expiresOn() == null ? known.certificate().as(read.status()) : read;
        if (!known.acronym().equals(acronym) || !known.certificate().equals(certificate)) {
            set(
                    known,
                    "acronym = ?, names = ?, status = ?, expires_on = ?, has_duplicates = ?",
                    acronym,
                    String.join(" ", certificate.names()),
                    CertificateDomain.camelCase(certificate.status().name()),
                    certificate.expiresOn(),
                    certificate.hasDuplicates());
        }
        if (known.state() != State.REPLACED) {
            enter(known, State.of(certificate, BelgianTime.today(clock)));
        }
    }

    private void enter(FollowedCertificate certificate, State state) {
        if (certificate.state() != state) {
            set(certificate, "state = ?, state_since = ?", state.code(), Moments.now(clock));
        }
    }

    private void set(FollowedCertificate certificate, String columns, Object... values) {
        jdbc.sql("update former_certificate set " + columns + " where id = ?")
                .params(Stream.concat(Arrays.stream(values), Stream.of(certificate.id()))
                        .toList())
                .update();
    }

    private boolean setReading(String acronym, Instant next, String condition, Object... values) {
        return jdbc.sql("update former_certificate_reading set next_at = ? where acronym = ? and " + condition)
                        .params(Stream.concat(Stream.of(Timestamp.from(next), acronym), Arrays.stream(values))
                                .toList())
                        .update()
                == 1;
    }

    private Instant nextReading() {
        ZonedDateTime today = clock.instant().atZone(BRUSSELS).with(LocalTime.of(properties.hour(), 0));
        return (today.toInstant().isAfter(clock.instant()) ? today : today.plusDays(1)).toInstant();
    }

    private FollowedCertificate certificate(ResultSet row, int index) throws SQLException {
        return new FollowedCertificate(
                row.getLong("id"),
                row.getString("acronym"),
                row.getString("authority"),
                row.getString("order_number"),
                new FormerCertificate(
                        row.getString("order_id"),
                        List.of(row.getString("names").split(" ")),
                        Status.valueOf(CertificateDomain.upperCase(row.getString("status"))),
                        row.getObject("expires_on", LocalDate.class),
                        row.getBoolean("has_duplicates")),
                State.of(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                replacement(row),
                Moments.read(row, "end_told_at"),
                row.getObject("told_days", Integer.class));
    }

    private static Replacement replacement(ResultSet row) throws SQLException {
        return row.getString("replaced_by") == null
                ? null
                : new Replacement(
                        row.getString("replaced_at"),
                        row.getString("replaced_by"),
                        row.getObject("replaced_on", LocalDate.class));
    }
}
