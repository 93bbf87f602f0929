package be.belnet.orderdesk.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes tables in UTF-8, row by row. What a spreadsheet would take for a formula gets an apostrophe before it, at the
 * beginning of a cell and wherever one would begin if the file were read by another separator than its own.
 */
public enum CsvText {
    /** Comma separated values (RFC 4180). */
    FOR_PROGRAMS("", ','),
    /** What the spreadsheet programs of Belgium open by a click: a byte order mark, and semicolons. */
    FOR_SPREADSHEETS("\uFEFF", ';');

    /** What is white or unseen before the sign does not make it harmless; a tab or a line's end begins a cell anew. */
    private static final Pattern FORMULA =
            Pattern.compile("(^|(?<=[,;\\t\\r\\n]))[\\s\\p{Cf}&&[^\\t\\r\\n]]*[=+\\-@＝＋－＠]|^[\\t\\r\\n]");

    private final String beginning;
    private final CSVFormat format;

    CsvText(String beginning, char separator) {
        this.beginning = beginning;
        this.format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
    }

    /** A small table for programs. */
    public static byte[] of(List<String> header, List<List<String>> rows) {
        var table = new ByteArrayOutputStream();
        try {
            FOR_PROGRAMS.write(table, header, rows.stream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toByteArray();
    }

    /**
     * Leaves {@code out} open.
     *
     * @param rows read one by one as they are written
     */
    public void write(OutputStream out, List<String> header, Stream<List<String>> rows) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(beginning);
        var table = new CSVPrinter(text, format);
        table.printRecord(header);
        for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
            table.printRecord(each.next().stream().map(CsvText::harmless).toList());
        }
        table.flush();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).replaceAll("'$0");
    }
}
