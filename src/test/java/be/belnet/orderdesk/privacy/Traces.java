package be.belnet.orderdesk.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every text and byte column of every table, within PDFs as their readers see them. */
record Traces(JdbcClient jdbc) {
    private static final List<String> KEYS = List.of("id", "document_id", "contract_id", "order_number");

    /** What PDFs say, by their contents: those of all tests before stand in the database, and are read once. */
    private static final Map<UUID, String> READ = new ConcurrentHashMap<>();

    /**
     * A row that holds them.
     *
     * @param row value of its key; empty where it has none of those that are known
     * @param columns that hold them
     */
    record Trace(String table, String row, Set<String> columns) {}

    List<Trace> of(List<String> words) {
        List<String> wanted =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<Trace> traces = new ArrayList<>();
        for (String table : tables()) {
            jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                    .map(row -> new Trace(table.toLowerCase(Locale.ROOT), key(row), holding(row, wanted)))
                    .filter(trace -> !trace.columns().isEmpty())
                    .forEach(traces::add);
        }
        return traces;
    }

    /** As {@code table.column}. */
    Set<String> columns(List<String> words) {
        return of(words).stream()
                .flatMap(trace -> trace.columns().stream().map(column -> trace.table() + "." + column))
                .collect(Collectors.toSet());
    }

    int tablesSearched() {
        return tables().size();
    }

    private List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type in ('BASE TABLE', 'TABLE') order by table_name")
                .query(String.class)
                .list();
    }

    private static String key(Map<String, Object> row) {
        return KEYS.stream()
                .flatMap(key -> Stream.ofNullable(row.get(key)))
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static Set<String> holding(Map<String, Object> row, List<String> words) {
        return row.entrySet().stream()
                .filter(value -> holds(value.getValue(), words))
                .map(value -> value.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean holds(Object value, List<String> words) {
        String text = text(value).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? text(bytes) : String.valueOf(value);
    }

    private static String text(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        if (!raw.startsWith("%PDF")) {
            return raw.replaceAll("\\r?\\n[ \\t]", "");
        }
        return raw + READ.computeIfAbsent(UUID.nameUUIDFromBytes(bytes), read -> read(bytes));
    }

    /** What no reader opens, such as files that other tests have broken, shows nothing. */
    private static String read(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf)
                    + pdf.getDocumentInformation().getTitle();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
