package be.belnet.orderdesk.order;

import be.belnet.orderdesk.database.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the documents of orders. All writing happens in the caller's transaction, together with the engine's. */
@Service
@Transactional
public class OrderDocuments {
    private static final String STILL_THERE =
            " and exists (select 1 from order_document_content c where c.document_id = d.id)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OrderFile orders;

    OrderDocuments(JdbcClient jdbc, Clock clock, OrderFile orders) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.orders = orders;
    }

    /** Keeps a document and tells the timeline its hash. */
    public Document add(String number, String kind, String fileName, String contentType, byte[] content) {
        String sha256 = Sha256.of(content);
        Timestamp added = Moments.now(clock);
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into order_document (order_number, kind, file_name, content_type, byte_count, sha256, added_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(number, kind, fileName, contentType, content.length, sha256, added)
                .update(key, "id");
        long id = key.getKey().longValue();
        jdbc.sql("insert into order_document_content (document_id, content) values (?, ?)")
                .params(id, content)
                .update();
        orders.record(number, "documentAdded", Map.of("document", fileName, "sha256", sha256));
        return new Document(id, number, kind, fileName, contentType, content.length, sha256, added.toInstant());
    }

    /** Those of an order that were not erased, oldest first. */
    @Transactional(readOnly = true)
    public List<Document> of(String number) {
        return jdbc.sql("select * from order_document d where order_number = ?" + STILL_THERE + " order by id")
                .param(number)
                .query(OrderDocuments::document)
                .list();
    }

    /** Those that were erased among them, of which only what is told here is left; oldest first. */
    @Transactional(readOnly = true)
    public List<Document> every(String number) {
        return jdbc.sql("select * from order_document d where order_number = ? order by id")
                .param(number)
                .query(OrderDocuments::document)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(String number, long id) {
        return jdbc.sql("select * from order_document d where order_number = ? and id = ?" + STILL_THERE)
                .params(number, id)
                .query(OrderDocuments::document)
                .optional();
    }

    @Transactional(readOnly = true)
    public byte[] content(Document document) {
        return jdbc.sql("select content from order_document_content where document_id = ?")
                .param(document.id())
                .query((row, index) -> row.getBytes("content"))
                .single();
    }

    /** Erases what a document says; that there was one, and its hash, stays. */
    public void forget(Document document) {
        jdbc.sql("delete from order_document_content where document_id = ?")
                .param(document.id())
                .update();
    }

    private static Document document(ResultSet row, int index) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getString("order_number"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("byte_count"),
                row.getString("sha256"),
                Moments.read(row, "added_at"));
    }
}
