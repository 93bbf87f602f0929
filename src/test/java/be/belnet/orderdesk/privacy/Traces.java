package be.belnet.orderdesk.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in every text and byte column of every table, within PDFs as their readers see them. */
record Traces(JdbcClient jdbc) {
    private static final List<String> KEYS = List.of("id", "document_id", "contract_id");

    /**
     * A row that holds them.
     *
     * @param row value of its number; -1 where it has none
     */
    record Trace(String table, long row) {}

    List<Trace> of(List<String> words) {
        List<String> wanted =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<Trace> traces = new ArrayList<>();
        for (String table : tables()) {
            jdbc.sql("select * from \"" + table + "\"").query().listOfRows().stream()
                    .filter(row -> row.values().stream().anyMatch(value -> holds(value, wanted)))
                    .map(row -> new Trace(table.toLowerCase(Locale.ROOT), key(row)))
                    .forEach(traces::add);
        }
        return traces;
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

    private static long key(Map<String, Object> row) {
        return KEYS.stream()
                .flatMap(key -> Stream.ofNullable(row.get(key)))
                .filter(Number.class::isInstance)
                .mapToLong(value -> ((Number) value).longValue())
                .findFirst()
                .orElse(-1);
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
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return raw
                    + new PDFTextStripper().getText(pdf)
                    + pdf.getDocumentInformation().getTitle();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
