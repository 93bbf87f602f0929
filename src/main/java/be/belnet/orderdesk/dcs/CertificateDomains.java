package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dns.Finding;
import be.belnet.orderdesk.dns.FindingKind;
import be.belnet.orderdesk.time.BelgianTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is known of customers' domains at certificate authorities. All writing happens in the caller's transaction. */
@Service
@Transactional
public class CertificateDomains {
    private static final TypeReference<List<Seen>> FINDINGS = new TypeReference<>() {};
    private static final int MOST_FINDINGS = 8;
    private static final String WATCHED = "('recordAwaited', 'submitted', 'wildcardAwaited')";

    private static final String SETTLED = "('validated', 'givenUp')";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CertificateDomains(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Domains of a file, in their order there. */
    @Transactional(readOnly = true)
    public List<CertificateDomain> of(String orderNumber) {
        return jdbc.sql("select * from certificate_domain where order_number = ? order by place")
                .param(orderNumber)
                .query(this::domain)
                .list();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when the file has no domain there */
    @Transactional(readOnly = true)
    public CertificateDomain get(String orderNumber, int place) {
        return jdbc.sql("select * from certificate_domain where order_number = ? and place = ?")
                .params(orderNumber, place)
                .query(this::domain)
                .single();
    }

    /** Those of an authority for which something may change there or in what the customer publishes. */
    @Transactional(readOnly = true)
    public List<CertificateDomain> watched(String authority) {
        return jdbc.sql("select * from certificate_domain where authority = ? and state in " + WATCHED)
                .param(authority)
                .query(this::domain)
                .list();
    }

    /** Those whose record is due for a look, longest overdue first. */
    @Transactional(readOnly = true)
    public List<CertificateDomain> toLookAt(int most) {
        return jdbc.sql("select * from certificate_domain where state = 'recordAwaited' and look_at <= ?"
                        + " order by look_at limit ?")
                .params(Moments.now(clock), most)
                .query(this::domain)
                .list();
    }

    /** Those of a customer that are validated and in no file's hands, by name. */
    @Transactional(readOnly = true)
    public List<CertificateDomain> settled(String acronym, String authority) {
        return jdbc.sql("select * from certificate_domain where acronym = ? and authority = ? and state = 'validated'"
                        + " order by domain")
                .params(acronym, authority)
                .query(this::domain)
                .list();
    }

    /** The domain where a file has it validated now; empty where none has. */
    @Transactional(readOnly = true)
    public Optional<CertificateDomain> underWay(String authority, Domain domain) {
        return jdbc.sql("select * from certificate_domain where authority = ? and domain = ? and state not in "
                        + SETTLED)
                .params(authority, domain.name())
                .query(this::domain)
                .optional();
    }

    /** Validated ones that run out on a day or earlier, be their wildcard open or not, by authority and customer. */
    @Transactional(readOnly = true)
    public List<CertificateDomain> runningOut(LocalDate day) {
        return jdbc.sql(
                        "select * from certificate_domain where state in ('validated', 'wildcardAwaited', 'wildcardRefused') and valid_until <= ?"
                                + " order by authority, acronym, domain")
                .param(day)
                .query(this::domain)
                .list();
    }

    /**
     * Has a file validate domains: those that the customer has there already come over from the file that had them last.
     *
     * @param wildcards those whose wildcard the customer wants too
     * @return how many; their places are 0 to one less
     * @throws DomainUnderWayException when another file has one of them validated now
     */
    public int open(
            String orderNumber, String acronym, String authority, List<Domain> domains, List<Domain> wildcards) {
        for (int place = 0; place < domains.size(); place++) {
            Domain domain = domains.get(place);
            Wildcard wildcard = wildcards.contains(domain.wildcard()) ? Wildcard.WANTED : Wildcard.NONE;
            requireFree(orderNumber, authority, domain);
            if (!reopen(orderNumber, place, acronym, authority, domain, wildcard)) {
                insert(orderNumber, place, acronym, authority, domain, wildcard);
            }
        }
        return domains.size();
    }

    /**
     * The domain as it is now; until the transaction ends nobody else gets past here with it. Empty when it has left the
     * state in which it was seen, were it to come back to it.
     */
    public Optional<CertificateDomain> hold(CertificateDomain seen) {
        return jdbc.sql("select * from certificate_domain where id = ? and state = ? and state_since = ? for update")
                .params(seen.id(), seen.state().code(), Timestamp.from(seen.stateSince()))
                .query(this::domain)
                .optional();
    }

    /** The engine's id of the process that has the domain validated; empty before it has begun. */
    @Transactional(readOnly = true)
    public Optional<String> process(CertificateDomain domain) {
        return jdbc.sql("select process_instance from certificate_domain where id = ?")
                .param(domain.id())
                .query((row, index) -> Optional.ofNullable(row.getString("process_instance")))
                .single();
    }

    public void keepProcess(CertificateDomain domain, String processInstance) {
        set(domain, "process_instance = ?", processInstance);
    }

    public void enter(CertificateDomain domain, State state) {
        if (domain.state() != state) {
            set(domain, "state = ?, state_since = ?, trouble = null", state.code(), Moments.now(clock));
        }
    }

    /** @param words the CA's */
    public void refuse(CertificateDomain domain, String words) {
        refuse(domain, State.REFUSED, words);
    }

    /** @param words the CA's */
    public void refuseWildcard(CertificateDomain domain, String words) {
        refuse(domain, State.WILDCARD_REFUSED, words);
    }

    private void refuse(CertificateDomain domain, State state, String words) {
        set(domain, "state = ?, state_since = ?, trouble = ?", state.code(), Moments.now(clock), words);
    }

    /** @param challenge null where the CA has not said what it asks for */
    public void keepChallenge(CertificateDomain domain, Challenge challenge) {
        Stored stored = Stored.of(challenge);
        set(
                domain,
                "challenge = ?, challenge_name = ?, challenge_value = ?",
                stored.kind(),
                stored.name(),
                stored.value());
    }

    public void chooseMethod(CertificateDomain domain, ValidationMethod method, String mailAddress) {
        set(domain, "method = ?, mail_address = ?, published_at = null", method.name(), mailAddress);
    }

    public void keepWildcard(CertificateDomain domain, Wildcard wildcard) {
        set(domain, "wildcard = ?", wildcard.code());
    }

    /** Until when the validation of today counts. */
    public void keepValidity(CertificateDomain domain, LocalDate validUntil) {
        set(domain, "valid_until = ?, validated_on = ?", validUntil, BelgianTime.today(clock));
    }

    /** The customer says that it has published what it was asked for. */
    public void notePublished(CertificateDomain domain) {
        set(domain, "published_at = ?", Moments.now(clock));
    }

    /** @param next when to look again; null for not by itself */
    public void keepLook(CertificateDomain domain, List<Finding> findings, Instant next) {
        set(
                domain,
                "findings = ?, looked_at = ?, look_at = ?",
                write(findings),
                Moments.now(clock),
                next == null ? null : Timestamp.from(next));
    }

    /**
     * Takes a look that is due upon the caller; whoever comes later finds it taken.
     *
     * @param next when it is due again, should the caller not come back
     */
    public boolean claimLook(CertificateDomain domain, Instant next) {
        return jdbc.sql("update certificate_domain set look_at = ? where id = ? and look_at <= ?")
                        .params(Timestamp.from(next), domain.id(), Moments.now(clock))
                        .update()
                == 1;
    }

    /** @param next when to look at what the customer publishes */
    public void lookAt(CertificateDomain domain, Instant next) {
        set(domain, "look_at = ?", Timestamp.from(next));
    }

    private void requireFree(String order, String authority, Domain domain) {
        underWay(authority, domain)
                .filter(other -> !other.orderNumber().equals(order))
                .ifPresent(other -> {
                    throw new DomainUnderWayException(domain, other.orderNumber());
                });
    }

    private boolean reopen(
            String order, int place, String acronym, String authority, Domain domain, Wildcard wildcard) {
        return jdbc.sql("update certificate_domain set order_number = ?, place = ?, acronym = ?, state = 'waiting',"
                                + " state_since = ?, published_at = null, trouble = null, process_instance = null,"
                                + " wildcard = case when wildcard in ('added', 'declined') then wildcard else ? end"
                                + " where authority = ? and domain = ?"
                                + " and (order_number = ? or state in " + SETTLED + ")")
                        .params(
                                order,
                                place,
                                acronym,
                                Moments.now(clock),
                                wildcard.code(),
                                authority,
                                domain.name(),
                                order)
                        .update()
                == 1;
    }

    private void insert(String order, int place, String acronym, String authority, Domain domain, Wildcard wildcard) {
        jdbc.sql("insert into certificate_domain (order_number, place, acronym, authority, domain, state, state_since,"
                        + " method, wildcard) values (?, ?, ?, ?, ?, 'waiting', ?, ?, ?)")
                .params(
                        order,
                        place,
                        acronym,
                        authority,
                        domain.name(),
                        Moments.now(clock),
                        ValidationMethod.CNAME.name(),
                        wildcard.code())
                .update();
    }

    private void set(CertificateDomain domain, String columns, Object... values) {
        jdbc.sql("update certificate_domain set " + columns + " where id = ?")
                .params(Stream.concat(Arrays.stream(values), Stream.of(domain.id()))
                        .toList())
                .update();
    }

    CertificateDomain domain(ResultSet row, int index) throws SQLException {
        ValidationMethod method = ValidationMethod.valueOf(row.getString("method"));
        return new CertificateDomain(
                row.getLong("id"),
                row.getString("acronym"),
                row.getString("authority"),
                new Domain(row.getString("domain")),
                row.getString("order_number"),
                row.getInt("place"),
                State.of(row.getString("state")),
                Moments.read(row, "state_since"),
                method,
                new Stored(
                                row.getString("challenge"),
                                row.getString("challenge_name"),
                                row.getString("challenge_value"))
                        .challenge(),
                row.getString("mail_address"),
                Wildcard.of(row.getString("wildcard")),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("validated_on", LocalDate.class),
                read(row.getString("findings")),
                Moments.read(row, "looked_at"),
                Moments.read(row, "published_at"),
                row.getString("trouble"));
    }

    private String write(List<Finding> findings) {
        try {
            return json.writeValueAsString(
                    findings.stream().limit(MOST_FINDINGS).map(Seen::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Finding> read(String findings) {
        try {
            return findings == null
                    ? List.of()
                    : json.readValue(findings, FINDINGS).stream()
                            .map(Seen::finding)
                            .toList();
        } catch (JsonProcessingException foreign) {
            throw new UncheckedIOException(foreign);
        }
    }

    /** A finding as it is kept. */
    private record Seen(FindingKind kind, String at, String seen, String expected) {

        static Seen of(Finding finding) {
            return new Seen(finding.kind(), finding.at(), finding.seen(), finding.expected());
        }

        Finding finding() {
            return new Finding(kind, at, seen, expected);
        }
    }

    /** A challenge as three columns. */
    private record Stored(String kind, String name, String value) {

        static Stored of(Challenge challenge) {
            if (challenge instanceof Challenge.DnsRecord dns) {
                return new Stored(dns.type().name(), dns.name(), dns.value());
            }
            if (challenge instanceof Challenge.WebFile file) {
                return new Stored("file", file.address().toString(), file.content());
            }
            if (challenge instanceof Challenge.MailToOneOf mail) {
                return new Stored("mail", null, String.join("\n", mail.addresses()));
            }
            return challenge == null ? new Stored(null, null, null) : new Stored("contact", null, null);
        }

        Challenge challenge() {
            return kind == null
                    ? null
                    : switch (kind) {
                        case "file" -> new Challenge.WebFile(URI.create(name), value);
                        case "mail" -> new Challenge.MailToOneOf(value.lines().toList());
                        case "contact" -> new Challenge.SentToContact();
                        default -> new Challenge.DnsRecord(ValidationMethod.valueOf(kind), name, value);
                    };
        }
    }
}
