package be.belnet.sandbox.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A record as a customer has typed it.
 *
 * @param name in lower case, without a dot at its end
 * @param type {@code A}, {@code CNAME}, {@code TXT}, {@code MX} or {@code CAA}
 * @param ttl in seconds
 * @param value as in a zone file, but a text without quotes and escapes
 */
public record Published(long id, String name, String type, long ttl, String value) {
    private static final int LONGEST_STRING = 255;

    int typeNumber() {
        return Type.value(type);
    }

    /** With another name or time to live than it has been given, where something is wrong with the zone. */
    Record as(String owner, long otherTtl) throws IOException {
        var ownerName = absolute(owner);
        return type.equals("TXT")
                ? new TXTRecord(ownerName, DClass.IN, otherTtl, strings())
                : Record.fromString(ownerName, typeNumber(), DClass.IN, otherTtl, value, Name.root);
    }

    static Name absolute(String name) throws TextParseException {
        return Name.fromString(name, Name.root);
    }

    private List<String> strings() {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var strings = new ArrayList<String>();
        for (var from = 0; from < Math.max(bytes.length, 1); from += LONGEST_STRING) {
            strings.add(escaped(bytes, from, Math.min(from + LONGEST_STRING, bytes.length)));
        }
        return strings;
    }

    /** In the notation of zone files, where a backslash begins an escape. */
    private static String escaped(byte[] bytes, int from, int to) {
        var text = new StringBuilder();
        for (var i = from; i < to; i++) {
            text.append("\\%03d".formatted(bytes[i] & 0xFF));
        }
        return text.toString();
    }
}
