package be.belnet.orderdesk.contract;

import be.belnet.orderdesk.order.PdfCheck;
import be.belnet.orderdesk.order.Sha256;
import be.belnet.orderdesk.pdf.PdfPages;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scans that people look at beside a task's form before they complete it, one for each task. It reaches the order file with
 * the answers, or is gone with its task.
 */
@Component
public class TaskScans {
    private final JdbcClient jdbc;
    private final Scans scans;
    private final Clock clock;

    TaskScans(JdbcClient jdbc, Scans scans, Clock clock) {
        this.jdbc = jdbc;
        this.scans = scans;
        this.clock = clock;
    }

    /**
     * Puts a scan in the place of the one that was there.
     *
     * @return false when the task is over
     * @throws be.belnet.orderdesk.order.PdfRefusedException when it is no PDF to keep
     */
    public boolean put(String taskId, String orderNumber, ScanKind kind, byte[] content, String user) {
        PdfCheck.check(content);
        var scan = new TaskScan(
                taskId,
                orderNumber,
                kind,
                Sha256.of(content),
                pages(content),
                user,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return replace(scan, content) || insert(scan, content) || replace(scan, content);
    }

    public Optional<TaskScan> find(String taskId) {
        return jdbc.sql("select task_id, order_number, kind, sha256, page_count, added_by, added_at from task_scan"
                        + " where task_id = ?")
                .param(taskId)
                .query((row, index) -> new TaskScan(
                        taskId,
                        row.getString("order_number"),
                        ScanKind.of(row.getString("kind")).orElseThrow(),
                        row.getString("sha256"),
                        row.getInt("page_count"),
                        row.getString("added_by"),
                        row.getTimestamp("added_at").toInstant()))
                .optional();
    }

    public Optional<byte[]> content(String taskId) {
        return jdbc.sql("select content from task_scan where task_id = ?")
                .param(taskId)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    public void remove(String taskId) {
        jdbc.sql("delete from task_scan where task_id = ?").param(taskId).update();
    }

    /** Takes the scan of a task into the order file, in the caller's transaction; nothing where there is none. */
    public void file(String taskId) {
        find(taskId).ifPresent(scan -> {
            scans.add(scan.orderNumber(), scan.kind(), content(taskId).orElseThrow());
            remove(taskId);
        });
    }

    private boolean replace(TaskScan scan, byte[] content) {
        return jdbc.sql("update task_scan set kind = ?, content = ?, sha256 = ?, page_count = ?, added_by = ?,"
                                + " added_at = ? where task_id = ?")
                        .params(
                                scan.kind().code(),
                                content,
                                scan.sha256(),
                                scan.pages(),
                                scan.addedBy(),
                                Timestamp.from(scan.addedAt()),
                                scan.taskId())
                        .update()
                == 1;
    }

    private boolean insert(TaskScan scan, byte[] content) {
        try {
            jdbc.sql(
                            "insert into task_scan (task_id, order_number, kind, content, sha256, page_count, added_by, added_at)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            scan.taskId(),
                            scan.orderNumber(),
                            scan.kind().code(),
                            content,
                            scan.sha256(),
                            scan.pages(),
                            scan.addedBy(),
                            Timestamp.from(scan.addedAt()))
                    .update();
            return true;
        } catch (DataIntegrityViolationException anotherOrNoTask) {
            return false;
        }
    }

    /** What passed the check can be read. */
    private static int pages(byte[] content) {
        try {
            return PdfPages.count(content);
        } catch (IOException unreadable) {
            throw new IllegalStateException("A PDF that was looked through cannot be read", unreadable);
        }
    }
}
