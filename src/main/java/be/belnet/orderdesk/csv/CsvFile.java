package be.belnet.orderdesk.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Reads UTF-8 files, with or without byte order mark, whose separator is the one that the header has more of. */
public final class CsvFile {
    private CsvFile() {}

    /**
     * The lines after the header; columns not asked for are left out.
     *
     * @throws LineRefusedException when the file as a whole cannot be read
     */
    public static List<CsvLine> read(byte[] content, List<String> columns) {
        String text = decode(content);
        try (CSVParser parser = format(text).parse(new StringReader(text))) {
            List<String> header = parser.getHeaderNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            columns.stream()
                    .filter(column -> !header.contains(column))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw new LineRefusedException(missing, "columnMissing");
                    });
            return lines(parser, header);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new LineRefusedException("file", "unreadable");
        }
    }

    private static List<CsvLine> lines(CSVParser parser, List<String> header) {
        List<CsvLine> lines = new ArrayList<>();
        for (CSVRecord record : parser) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
                cells.put(header.get(i), record.get(i).strip());
            }
            lines.add(new CsvLine(parser.getCurrentLineNumber(), cells, record.size() == header.size()));
        }
        return lines;
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = count(header, ';') > count(header, ',') ? ';' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
    }

    private static String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw new LineRefusedException("file", "notUtf8");
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
