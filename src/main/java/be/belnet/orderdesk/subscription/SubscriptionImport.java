package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.csv.CsvFile;
import be.belnet.orderdesk.csv.CsvLine;
import be.belnet.orderdesk.csv.LineRefusedException;
import be.belnet.orderdesk.csv.LineRefusedException.Problem;
import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.subscription.ImportReport.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what customers had before Orderdesk, from a file. Each line has a transaction of its own, so a bad line refuses
 * only itself; the same file again changes nothing. Subscriptions that the file leaves out stay as they are.
 */
@Service
public class SubscriptionImport {
    private final ImportCheck check;
    private final ImportWriter writer;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionImport(
            ImportCheck check, ImportWriter writer, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.check = check;
        this.writer = writer;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Columns that the file must have, in no order. */
    public static List<String> columns() {
        return ImportedLine.COLUMNS;
    }

    /** Imports all lines of a file; what became of them. */
    public ImportReport run(byte[] file, String user) {
        Map<ImportWriter.Change, Integer> counts = new EnumMap<>(ImportWriter.Change.class);
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<Long> refused = new HashSet<>();
        for (CsvLine line : lines(file, refusals)) {
            try {
                ImportedLine read = check.read(line);
                if (!seen.add(read.key())) {
                    throw new LineRefusedException("contract_number", "duplicate");
                }
                counts.merge(transaction.execute(open -> writer.write(read)), 1, Integer::sum);
            } catch (LineRefusedException wrong) {
                wrong.problems().forEach(problem -> refusals.add(refusal(line.number(), problem)));
                refused.add(line.number());
            } catch (DataAccessException notStored) {
                refusals.add(new Refusal(line.number(), "file", "notStored", null));
                refused.add(line.number());
            }
        }
        int lost = refusals.isEmpty() ? 0 : Math.max(1, refused.size());
        return transaction.execute(open -> keep(user, counts, lost, refusals));
    }

    public Optional<ImportReport> find(long id) {
        return jdbc.sql("select * from subscription_import where id = ?")
                .param(id)
                .query((row, index) -> report(row, refusals(id)))
                .optional();
    }

    /** The last ten, newest first, without their refusals. */
    public List<ImportReport> latest() {
        return jdbc.sql("select * from subscription_import order by id desc limit 10")
                .query((row, index) -> report(row, List.of()))
                .list();
    }

    private static List<CsvLine> lines(byte[] file, List<Refusal> refusals) {
        try {
            return CsvFile.read(file, ImportedLine.COLUMNS);
        } catch (LineRefusedException unreadable) {
            unreadable.problems().forEach(problem -> refusals.add(refusal(0, problem)));
            return List.of();
        }
    }

    private ImportReport keep(
            String user, Map<ImportWriter.Change, Integer> counts, int refused, List<Refusal> refusals) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into subscription_import (imported_by, imported_at, created_count, updated_count,"
                        + " unchanged_count, refused_count) values (?, ?, ?, ?, ?, ?)")
                .params(
                        user,
                        Moments.now(clock),
                        counts.getOrDefault(ImportWriter.Change.CREATED, 0),
                        counts.getOrDefault(ImportWriter.Change.UPDATED, 0),
                        counts.getOrDefault(ImportWriter.Change.UNCHANGED, 0),
                        refused)
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        refusals.forEach(refusal -> jdbc.sql(
                        "insert into subscription_import_refusal (import_id, line_number, field, reason, detail)"
                                + " values (?, ?, ?, ?, ?)")
                .param(1, id)
                .param(2, refusal.line())
                .param(3, refusal.field())
                .param(4, refusal.reason())
                .param(5, shortened(refusal.detail()))
                .update());
        return find(id).orElseThrow();
    }

    private List<Refusal> refusals(long id) {
        return jdbc.sql("select * from subscription_import_refusal where import_id = ? order by id")
                .param(id)
                .query((row, index) -> new Refusal(
                        row.getLong("line_number"),
                        row.getString("field"),
                        row.getString("reason"),
                        row.getString("detail")))
                .list();
    }

    private static Refusal refusal(long line, Problem problem) {
        return new Refusal(line, problem.field(), problem.reason(), problem.detail());
    }

    private static String shortened(String detail) {
        return detail == null || detail.length() <= 200 ? detail : detail.substring(0, 200);
    }

    private static ImportReport report(ResultSet row, List<Refusal> refusals) throws SQLException {
        return new ImportReport(
                row.getLong("id"),
                row.getString("imported_by"),
                row.getTimestamp("imported_at").toInstant(),
                row.getInt("created_count"),
                row.getInt("updated_count"),
                row.getInt("unchanged_count"),
                row.getInt("refused_count"),
                refusals);
    }
}
