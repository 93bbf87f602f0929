package be.belnet.orderdesk.order;

import static be.belnet.orderdesk.fuzz.Parser.require;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.fuzz.Parser;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** What looks at files and words that come with orders. */
public final class OrderParsers {
    private OrderParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.of("PDF check", PdfCheck::check)
                        .weighing(1)
                        .refusingBy(PdfRefusedException.class)
                        .like(SamplePdf.plain(), SamplePdf.titled("Copy"), SamplePdf.withScriptAtOpening()),
                Parser.ofText("words of a search", OrderParsers::search)
                        .weighing(4)
                        .like("Université BAMS-2026-00042 +32 2 519 53 11 a@b.example"),
                Parser.ofText("CSV for spreadsheets", OrderParsers::table)
                        .weighing(5)
                        .like("=1+1", "x,\"@SUM(1)\"\r\n＝2;-3"));
    }

    private static void search(String text) {
        require(SearchTerms.asked(text).stream().allMatch(term -> term.length() <= 254), "a term is too long");
        SearchTerms.of(text);
        SearchTerms.ofPhone(text);
        SearchTerms.ofNumber(text);
    }

    /** No cell begins as a formula does, by whichever separator it is read. */
    private static void table(String cell) throws Exception {
        String table = new String(CsvText.of(List.of("cell"), List.of(List.of(cell))), StandardCharsets.UTF_8);
        for (char separator : ",;\t".toCharArray()) {
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setLenientEof(true)
                    .setTrailingData(true)
                    .get();
            try (var parser = format.parse(new StringReader(table))) {
                parser.forEach(record -> record.forEach(OrderParsers::requireNoFormula));
            }
        }
    }

    private static void requireNoFormula(String cell) {
        String seen = cell.replaceAll("^[\\s\\p{Cf}]+", "");
        require(seen.isEmpty() || "=+-@＝＋－＠".indexOf(seen.charAt(0)) < 0, "a cell begins as a formula does");
    }
}
