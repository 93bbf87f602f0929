package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.database.Like;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.DomainQuery.Sort;
import be.belnet.orderdesk.time.BelgianTime;
import java.net.IDN;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All domains of all customers, as those look at them who see to it that they are validated. */
@Service
@Transactional(readOnly = true)
public class DomainBoard {
    private static final int ROWS_AT_ONCE = 500;
    private static final String RUN_OUT = "(d.state = 'validated' and d.valid_until < :today)";
    private static final String STANDING = "case when " + RUN_OUT + " then 'runOut' else d.state end";
    private static final String SINCE =
            "case when " + RUN_OUT + " then cast(d.valid_until + 1 as timestamp with time zone) else d.state_since end";

    /** Those of a campaign's migrations, whichever file has them validated by now. */
    private static final String MOVED = "(d.authority, d.domain) in (select c.authority, replace(w.domain, '*.', '')"
            + " from dcs_campaign c join dcs_migration m on m.campaign = c.order_number"
            + " join dcs_domain w on w.order_number = m.order_number where c.order_number = :campaign)";

    private final JdbcClient jdbc;
    private final CertificateDomains domains;
    private final Clock clock;

    DomainBoard(JdbcClient jdbc, CertificateDomains domains, Clock clock) {
        this.jdbc = jdbc;
        this.domains = domains;
        this.clock = clock;
    }

    /** One page of what is looked for; beyond the last page it is empty. */
    public BoardPage find(DomainQuery query) {
        Map<Standing, Long> counts = counts(query);
        long total = counts.entrySet().stream()
                .filter(count -> isAsked(query, count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var where = Where.of(query, BelgianTime.today(clock));
        List<BoardDomain> page = jdbc.sql("select d.* from certificate_domain d" + where.sql() + order(query.sort())
                        + " limit :size offset :start")
                .params(where.values())
                .param("size", DomainQuery.PAGE_SIZE)
                .param("start", (long) query.page() * DomainQuery.PAGE_SIZE)
                .query(this::domain)
                .list();
        int pages = (int) Math.max(1, (total + DomainQuery.PAGE_SIZE - 1) / DomainQuery.PAGE_SIZE);
        return new BoardPage(page, counts, query.page(), pages, total);
    }

    public Optional<BoardDomain> find(long id) {
        return read(List.of(id)).findFirst();
    }

    /** All that is looked for, on whichever page. Each is read when its turn comes, so that no number of them fills memory. */
    public Stream<BoardDomain> all(DomainQuery query) {
        var where = Where.of(query, BelgianTime.today(clock));
        List<Long> ids = jdbc.sql("select d.id from certificate_domain d" + where.sql() + order(query.sort()))
                .params(where.values())
                .query(Long.class)
                .list();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + ROWS_AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(from + ROWS_AT_ONCE, ids.size())))
                .flatMap(this::read);
    }

    /** Numbers of all campaigns, newest first. */
    public List<String> campaigns() {
        return jdbc.sql("select c.order_number from dcs_campaign c join service_order o on o.number = c.order_number"
                        + " order by o.opened_at desc, o.number desc")
                .query(String.class)
                .list();
    }

    /**
     * How far the customers are whose domains are looked for, laggards first; those of a campaign have no domain before
     * their turn comes.
     *
     * @param query where its domains stand and who has to act does not count
     */
    public List<CustomerProgress> progress(DomainQuery query) {
        var where = Where.apartFromStanding(query, BelgianTime.today(clock));
        Map<String, Map<Standing, Long>> counts = new TreeMap<>();
        toBeMoved(query).forEach(acronym -> counts.put(acronym, new EnumMap<>(Standing.class)));
        Map<String, Instant> since = new HashMap<>();
        jdbc.sql("select acronym, standing, count(*) as domains, min(since) as since from (select d.acronym, "
                        + STANDING
                        + " as standing, " + SINCE + " as since from certificate_domain d" + where.sql()
                        + ") s group by acronym, standing")
                .params(where.values())
                .query(row -> {
                    Standing standing = standing(row);
                    counts.computeIfAbsent(row.getString("acronym"), none -> new EnumMap<>(Standing.class))
                            .put(standing, row.getLong("domains"));
                    if (standing.actor() != Actor.NOBODY) {
                        since.merge(
                                row.getString("acronym"),
                                row.getTimestamp("since").toInstant(),
                                (one, other) -> one.isBefore(other) ? one : other);
                    }
                });
        return counts.entrySet().stream()
                .map(customer ->
                        new CustomerProgress(customer.getKey(), customer.getValue(), since.get(customer.getKey())))
                .sorted(CustomerProgress.LAGGARDS_FIRST)
                .toList();
    }

    /** Customers of the campaign that is asked for; none when only some domains are. */
    private List<String> toBeMoved(DomainQuery query) {
        boolean all = Stream.of(query.authority(), query.orderNumber(), query.method(), query.before(), query.words())
                .allMatch(Objects::isNull);
        return query.campaign() == null || !all
                ? List.of()
                : jdbc.sql("select acronym from dcs_campaign_customer where campaign = :campaign"
                                + " and (acronym = :acronym or :acronym = '')")
                        .param("campaign", query.campaign())
                        .param("acronym", query.acronym() == null ? "" : query.acronym())
                        .query(String.class)
                        .list();
    }

    private Map<Standing, Long> counts(DomainQuery query) {
        var where = Where.apartFromStanding(query, BelgianTime.today(clock));
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        jdbc.sql("select standing, count(*) as domains from (select " + STANDING + " as standing from"
                        + " certificate_domain d" + where.sql() + ") s group by standing")
                .params(where.values())
                .query(row -> {
                    counts.put(standing(row), row.getLong("domains"));
                });
        return counts;
    }

    private Stream<BoardDomain> read(List<Long> ids) {
        Map<Long, BoardDomain> found = jdbc
                .sql("select d.* from certificate_domain d where d.id in (:ids)")
                .param("ids", ids)
                .query(this::domain)
                .list()
                .stream()
                .collect(Collectors.toMap(one -> one.domain().id(), Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get);
    }

    private BoardDomain domain(ResultSet row, int index) throws SQLException {
        return BoardDomain.of(domains.domain(row, index), BelgianTime.today(clock));
    }

    private static boolean isAsked(DomainQuery query, Standing standing) {
        return (query.standing() == null || query.standing() == standing)
                && (query.actor() == null || query.actor() == standing.actor());
    }

    private static String order(Sort sort) {
        return " order by "
                + switch (sort) {
                    case LAGGARDS -> "case when " + Where.condition(Actor.NOBODY) + " then 1 else 0 end, " + SINCE;
                    case DOMAIN -> "d.domain";
                    case CUSTOMER -> "d.acronym, d.domain";
                    case VALID_UNTIL -> "d.valid_until nulls last";
                }
                + ", d.id";
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String code = row.getString("standing");
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A condition on {@code certificate_domain d}, empty or with its key word, and the values of its parameters. */
    private record Where(String sql, Map<String, Object> values) {

        static Where of(DomainQuery query, LocalDate today) {
            List<String> conditions = new ArrayList<>();
            if (query.standing() != null) {
                conditions.add(condition(query.standing()));
            }
            if (query.actor() != null) {
                conditions.add(condition(query.actor()));
            }
            return of(query, today, conditions);
        }

        static Where apartFromStanding(DomainQuery query, LocalDate today) {
            return of(query, today, new ArrayList<>());
        }

        private static Where of(DomainQuery query, LocalDate today, List<String> conditions) {
            Map<String, Object> values = new HashMap<>(Map.of("today", today));
            equal("authority", query.authority(), conditions, values);
            equal("acronym", query.acronym(), conditions, values);
            equal("order_number", query.orderNumber(), conditions, values);
            equal("method", query.method() == null ? null : query.method().name(), conditions, values);
            if (query.campaign() != null) {
                conditions.add(MOVED);
                values.put("campaign", query.campaign());
            }
            if (query.before() != null) {
                conditions.add("d.valid_until < :before");
                values.put("before", query.before());
            }
            words(query.words(), conditions, values);
            return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
        }

        private static void equal(String column, String value, List<String> conditions, Map<String, Object> values) {
            if (value != null) {
                conditions.add("d.%1$s = :%1$s".formatted(column));
                values.put(column, value);
            }
        }

        private static void words(String words, List<String> conditions, Map<String, Object> values) {
            String[] parts = words == null || words.isBlank()
                    ? new String[0]
                    : words.strip().split("\\s+");
            for (int i = 0; i < parts.length; i++) {
                conditions.add("(d.domain like :part%1$d escape '!' or lower(d.acronym) like :part%1$d escape '!')"
                        .formatted(i));
                values.put("part" + i, Like.containing(asKept(parts[i])));
            }
        }

        static String condition(Actor actor) {
            return Arrays.stream(Standing.values())
                    .filter(standing -> standing.actor() == actor)
                    .map(Where::condition)
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        private static String condition(Standing standing) {
            return switch (standing) {
                case RUN_OUT -> RUN_OUT;
                case VALIDATED -> "(d.state = 'validated' and (d.valid_until is null or d.valid_until >= :today))";
                default -> "d.state = '" + standing.code() + "'";
            };
        }

        /** Domains are kept in lower case, with A-labels and without their wildcard. */
        private static String asKept(String part) {
            String name = part.toLowerCase(Locale.ROOT).replaceFirst("^\\*\\.", "");
            try {
                return IDN.toASCII(name);
            } catch (IllegalArgumentException noLabels) {
                return name;
            }
        }
    }
}
