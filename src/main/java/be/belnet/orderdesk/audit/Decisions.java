package be.belnet.orderdesk.audit;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.order.Document;
import be.belnet.orderdesk.order.OrderDocuments;
import be.belnet.orderdesk.security.StaffDirectory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people decide, in the transaction in which it takes effect. Nothing here is ever changed but by erasures. */
@Service
@Transactional
public class Decisions {
    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};
    private static final String ORDERDESK = "orderdesk";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OrderDocuments documents;
    private final StaffDirectory staff;
    private final Clock clock;

    Decisions(JdbcClient jdbc, ObjectMapper json, OrderDocuments documents, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.documents = documents;
        this.staff = staff;
        this.clock = clock;
    }

    /** Keeps a decision with the documents that the file has now. */
    public void note(NewDecision decision) {
        String actor = Optional.ofNullable(decision.actor()).orElseGet(Decisions::signedIn);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into decision (decided_at, actor, roles, kind, act, about, facts, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Moments.now(clock),
                        actor,
                        String.join(" ", staff.groupIdsOf(actor)),
                        decision.kind().code(),
                        decision.act(),
                        decision.about(),
                        write(decision.facts()),
                        write(decision.words()))
                .update(key, "id");
        long id = key.getKey().longValue();
        documents.of(decision.about()).forEach(document -> keep(id, document));
    }

    private void keep(long decision, Document document) {
        jdbc.sql("insert into decision_document (decision_id, document_id, kind, file_name, sha256)"
                        + " values (?, ?, ?, ?, ?)")
                .params(decision, document.id(), document.kind(), document.fileName(), document.sha256())
                .update();
    }

    @Transactional(readOnly = true)
    public DecisionPage find(DecisionQuery query) {
        Map<DecisionKind, Long> counts = counts(query);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        int pages = (int) Math.max(1, (total + DecisionQuery.PAGE_SIZE - 1) / DecisionQuery.PAGE_SIZE);
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        values.add(DecisionQuery.PAGE_SIZE);
        values.add((long) query.page() * DecisionQuery.PAGE_SIZE);
        return new DecisionPage(
                read(where + " order by d.decided_at desc, d.id desc limit ? offset ?", values),
                counts,
                query.page(),
                pages);
    }

    /** All that is looked for, newest first, whichever page; read a page at a time as they are taken. */
    public Stream<Decision> all(DecisionQuery query) {
        return Stream.iterate(0, page -> page + 1)
                .map(page -> find(new DecisionQuery(query.kind(), query.about(), query.from(), query.until(), page))
                        .decisions())
                .takeWhile(found -> !found.isEmpty())
                .flatMap(List::stream);
    }

    /** Those about an order, oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> of(String order) {
        return read(" from decision d where d.about = ? order by d.id", List.of(order));
    }

    private Map<DecisionKind, Long> counts(DecisionQuery query) {
        List<Object> values = new ArrayList<>();
        Map<DecisionKind, Long> counts = new EnumMap<>(DecisionKind.class);
        Arrays.stream(DecisionKind.values()).forEach(kind -> counts.put(kind, 0L));
        jdbc.sql("select d.kind, count(*) as decisions" + where(query, values) + " group by d.kind")
                .params(values)
                .query((row, index) -> counts.put(DecisionKind.of(row.getString("kind")), row.getLong("decisions")))
                .list();
        return counts;
    }

    private List<Decision> read(String which, List<Object> values) {
        List<Decision> bare = jdbc.sql("select d.*" + which)
                .params(values)
                .query((row, index) -> decision(row))
                .list();
        Map<Long, List<Decision.Paper>> papers =
                papers(bare.stream().map(Decision::id).toList());
        return bare.stream()
                .map(one -> new Decision(
                        one.id(),
                        one.at(),
                        one.actor(),
                        one.roles(),
                        one.kind(),
                        one.act(),
                        one.about(),
                        one.facts(),
                        one.words(),
                        papers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Decision.Paper>> papers(Collection<Long> decisions) {
        if (decisions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from decision_document where decision_id in (:ids) order by decision_id, document_id")
                .param("ids", decisions)
                .query((row, index) -> Map.entry(
                        row.getLong("decision_id"),
                        new Decision.Paper(row.getString("kind"), row.getString("file_name"), row.getString("sha256"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String where(DecisionQuery query, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        add(
                conditions,
                values,
                "d.kind = ?",
                query.kind() == null ? null : query.kind().code());
        add(conditions, values, "d.about = ?", query.about());
        add(conditions, values, "d.decided_at >= ?", start(query.from()));
        add(
                conditions,
                values,
                "d.decided_at < ?",
                query.until() == null ? null : start(query.until().plusDays(1)));
        return " from decision d" + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static Timestamp start(LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(BRUSSELS).toInstant());
    }

    private Decision decision(ResultSet row) throws SQLException {
        String roles = row.getString("roles");
        return new Decision(
                row.getLong("id"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("actor"),
                roles.isBlank() ? List.of() : List.of(roles.split(" ")),
                DecisionKind.of(row.getString("kind")),
                row.getString("act"),
                row.getString("about"),
                values(row.getString("facts")),
                values(row.getString("words")),
                List.of());
    }

    private String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> values(String written) {
        try {
            return json.readValue(written, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A decision's values are not JSON", damaged);
        }
    }

    private static String signedIn() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || !signedIn.isAuthenticated() ? ORDERDESK : signedIn.getName();
    }
}
