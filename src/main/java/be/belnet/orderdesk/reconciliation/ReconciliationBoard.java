package be.belnet.orderdesk.reconciliation;

import be.belnet.orderdesk.database.Like;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the nights found, for those who read it. */
@Service
@Transactional(readOnly = true)
public class ReconciliationBoard {
    private static final int NIGHTS = 14;

    private final NightRows nights;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReconciliationBoard(NightRows nights, JdbcClient jdbc, Clock clock) {
        this.nights = nights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A night with what came of each listing.
     *
     * @param parts by code
     */
    public record NightReport(Night night, List<NightPart> parts) {}

    /**
     * What a monitoring system watches.
     *
     * @param open differences that somebody has to decide on
     * @param notCompared parts of the latest night of which nothing is known
     * @param doubtful parts of the latest night that are not to be trusted
     * @param age since the latest night that is over; zero before the first
     */
    public record Counts(long open, long notCompared, long doubtful, Duration age) {}

    /** The latest, newest first. */
    public List<NightReport> latest() {
        List<Night> latest = nights.latest(NIGHTS);
        Map<String, List<NightPart>> parts = nights
                .parts(latest.stream().map(Night::number).toList())
                .stream()
                .collect(Collectors.groupingBy(NightPart::number));
        return latest.stream()
                .map(night -> new NightReport(night, parts.getOrDefault(night.number(), List.of())))
                .toList();
    }

    /** Those seen last come first; beyond the last page it is empty. */
    public DifferencePage find(DifferenceQuery query) {
        Map<String, Object> values = new HashMap<>();
        String where = where(query, values);
        long total = jdbc.sql("select count(*) from reconciliation_difference d" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<KnownDifference> page = jdbc.sql(
                        "select d.* from reconciliation_difference d" + where
                                + " order by d.last_seen desc, d.kind, d.part, d.acronym, d.subject, d.id limit :size offset :start")
                .params(values)
                .param("size", DifferenceQuery.PAGE_SIZE)
                .param("start", (long) query.page() * DifferenceQuery.PAGE_SIZE)
                .query(DifferenceRows::known)
                .list();
        int pages = (int) Math.max(1, (total + DifferenceQuery.PAGE_SIZE - 1) / DifferenceQuery.PAGE_SIZE);
        return new DifferencePage(page, query.page(), pages, total);
    }

    public Counts counts() {
        long open = jdbc.sql("select count(*) from reconciliation_difference where live = 1 and state = 'open'")
                .query(Long.class)
                .single();
        Optional<Night> latest = nights.latest(NIGHTS).stream()
                .filter(night -> night.finishedAt() != null)
                .findFirst();
        List<NightPart> parts =
                latest.map(night -> nights.parts(List.of(night.number()))).orElse(List.of());
        Instant now = clock.instant();
        return new Counts(
                open,
                count(parts, NightPart.State.NOT_COMPARED),
                count(parts, NightPart.State.DOUBTFUL),
                latest.map(night -> Duration.between(night.finishedAt(), now)).orElse(Duration.ZERO));
    }

    private static long count(List<NightPart> parts, NightPart.State state) {
        return parts.stream().filter(part -> part.state() == state).count();
    }

    private static String where(DifferenceQuery query, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (query.state() == null) {
            conditions.add("d.live = 1");
        } else {
            conditions.add("d.state = :state");
            values.put("state", query.state().code());
        }
        if (query.part() != null) {
            conditions.add("d.part = :part");
            values.put("part", query.part());
        }
        if (query.kind() != null) {
            conditions.add("d.kind = :kind");
            values.put("kind", query.kind().code());
        }
        if (query.words() != null) {
            conditions.add("(lower(d.acronym) like :words escape '!' or lower(d.subject) like :words escape '!')");
            values.put("words", Like.containing(query.words().strip().toLowerCase(Locale.ROOT)));
        }
        return " where " + String.join(" and ", conditions);
    }
}
