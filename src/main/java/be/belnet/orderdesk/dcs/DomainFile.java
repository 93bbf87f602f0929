package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.DomainList.Line;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a file of domains as spreadsheets write it (CSV): separated by comma, semicolon or tab; in UTF-8, UTF-16 with its
 * mark, or else Windows-1252. A first line without a dot is a heading.
 */
public final class DomainFile {
    /** In bytes. */
    public static final int LARGEST = 1024 * 1024;

    /** A person mends these first. */
    private static final int MOST_REFUSALS = 10;

    private static final String FIELD = "file";
    private static final String MARK = "\uFEFF";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private DomainFile() {}

    /** @param heading the line that was taken for one */
    public record Content(List<Domain> domains, Optional<String> heading) {}

    /** @throws AnswersRefusedException with keys {@code domainFile.refused.*} when it is anything else, naming lines */
    public static Content read(byte[] file) {
        List<Line> lines = DomainList.lines(text(file));
        Optional<String> heading = lines.stream()
                .limit(1)
                .filter(DomainFile::isHeading)
                .map(Line::text)
                .findFirst();
        DomainList.Reading reading = DomainList.read(lines.subList(heading.isPresent() ? 1 : 0, lines.size()));
        if (!reading.refused().isEmpty()) {
            throw new AnswersRefusedException(refusals(reading.refused()));
        }
        if (reading.domains().isEmpty()) {
            throw refused("noDomains");
        }
        if (reading.domains().size() > DomainList.MOST) {
            throw refused("tooMany", DomainList.MOST);
        }
        return new Content(reading.domains(), heading);
    }

    private static boolean isHeading(Line line) {
        return !line.firstColumn().contains(".");
    }

    private static String text(byte[] file) {
        if (file.length == 0) {
            throw refused("empty");
        }
        if (file.length > LARGEST) {
            throw refused("tooLarge");
        }
        String text = decode(file);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0)) {
            throw refused("notText");
        }
        return text;
    }

    private static String decode(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
            return new String(file, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        } catch (CharacterCodingException older) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && file[0] == (byte) first && file[1] == (byte) second;
    }

    private static List<Refusal> refusals(List<Line> lines) {
        Stream<Refusal> first = lines.stream()
                .limit(MOST_REFUSALS)
                .map(line -> new Refusal(FIELD, "domainFile.refused.line", line.number(), brief(line.text())));
        List<Refusal> refusals = new ArrayList<>(first.toList());
        if (lines.size() > MOST_REFUSALS) {
            refusals.add(new Refusal(FIELD, "domainFile.refused.moreLines", lines.size() - MOST_REFUSALS));
        }
        return refusals;
    }

    private static String brief(String line) {
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private static AnswersRefusedException refused(String reason, Object... arguments) {
        return new AnswersRefusedException(FIELD, "domainFile.refused." + reason, arguments);
    }
}
