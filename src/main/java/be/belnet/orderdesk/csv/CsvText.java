package be.belnet.orderdesk.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes tables as comma separated values (RFC 4180) in UTF-8. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
public final class CsvText {
    private static final String FORMULA_SIGNS = "=+-@\t\r\n";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    private CsvText() {}

    public static byte[] of(List<String> header, List<List<String>> rows) {
        var text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return FORMAT.format(cells.stream().map(CsvText::harmless).toArray()) + "\r\n";
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
