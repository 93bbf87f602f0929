package be.belnet.orderdesk.customer;

import be.belnet.orderdesk.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Keeps merges, in the caller's transaction. */
@Component
class MergeRows {
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    MergeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the one that goes is to go already */
    long insert(MergePair pair, Set<String> accepted, String reason, String userId) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into customer_merge (from_acronym, from_name, into_acronym, state, open_key, accepted, reason,"
                        + " proposed_by, proposed_at) values (?, ?, ?, 'proposed', ?, ?, ?, ?, ?)")
                .params(
                        pair.from().acronym(),
                        pair.from().legalName(),
                        pair.into().acronym(),
                        CustomerRegister.key(pair.from().acronym()),
                        String.join(" ", new TreeSet<>(accepted)),
                        reason,
                        userId,
                        Moments.now(clock))
                .update(key, "id");
        return key.getKey().longValue();
    }

    Optional<Merge> find(long id) {
        return jdbc.sql("select * from customer_merge where id = ?")
                .param(id)
                .query(MergeRows::merge)
                .optional();
    }

    /** The same, and nobody else decides on it until the transaction ends. */
    Optional<Merge> lock(long id) {
        return jdbc.sql("select * from customer_merge where id = ? for update")
                .param(id)
                .query(MergeRows::merge)
                .optional();
    }

    /** The one that takes this customer away, if it waits for a decision. */
    Optional<Merge> open(String from) {
        return jdbc.sql("select * from customer_merge where open_key = ?")
                .param(CustomerRegister.key(from))
                .query(MergeRows::merge)
                .optional();
    }

    /** Newest first. */
    List<Merge> latest() {
        return jdbc.sql("select * from customer_merge order by id desc limit ?")
                .param(MOST)
                .query(MergeRows::merge)
                .list();
    }

    void decide(long id, MergeState state, String userId, String reason) {
        jdbc.sql("update customer_merge set state = ?, open_key = null, decided_by = ?, decided_at = ?,"
                        + " decision_reason = ? where id = ?")
                .params(Arrays.asList(state.code(), userId, Moments.now(clock), reason, id))
                .update();
    }

    private static Merge merge(ResultSet row, int index) throws SQLException {
        return new Merge(
                row.getLong("id"),
                row.getString("from_acronym"),
                row.getString("from_name"),
                row.getString("into_acronym"),
                MergeState.of(row.getString("state")),
                codes(row.getString("accepted")),
                row.getString("reason"),
                row.getString("proposed_by"),
                instant(row.getTimestamp("proposed_at")),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decision_reason"));
    }

    private static Set<String> codes(String codes) {
        return Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
