package be.belnet.sandbox.sectigo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * As much of the Distinguished Encoding Rules as certificates and requests for them need: the JDK reads certificates but
 * does not make them.
 *
 * @param whole with tag and length
 */
record Der(int tag, byte[] content, byte[] whole) {

    static final int SEQUENCE = 0x30;

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int FIRST_YEAR_OF_GENERALIZED_TIME = 2050;

    /** @throws IllegalArgumentException when it is not one whole element */
    static Der parse(byte[] bytes) {
        var elements = elements(bytes);
        if (elements.size() != 1) {
            throw new IllegalArgumentException("not one element");
        }
        return elements.get(0);
    }

    /** The elements within. */
    List<Der> elements() {
        return elements(content);
    }

    /** The object identifier in dotted form. */
    String identifier() {
        require(OBJECT_IDENTIFIER);
        var arcs = new ArrayList<BigInteger>();
        var arc = BigInteger.ZERO;
        for (byte one : content) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(one & 0x7f));
            if ((one & 0x80) == 0) {
                arcs.add(arc);
                arc = BigInteger.ZERO;
            }
        }
        int first = Math.min(arcs.get(0).intValueExact() / 40, 2);
        var text = new StringBuilder(first + "." + (arcs.get(0).intValueExact() - 40 * first));
        arcs.stream().skip(1).forEach(one -> text.append('.').append(one));
        return text.toString();
    }

    /** What a string of whole bytes holds. */
    byte[] bits() {
        require(BIT_STRING);
        return Arrays.copyOfRange(content, 1, content.length);
    }

    private void require(int expected) {
        if (tag != expected || content.length == 0) {
            throw new IllegalArgumentException("unexpected element " + tag);
        }
    }

    private static List<Der> elements(byte[] bytes) {
        var elements = new ArrayList<Der>();
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            elements.add(next(rest));
        }
        return elements;
    }

    private static Der next(ByteBuffer rest) {
        if (rest.remaining() < 2) {
            throw new IllegalArgumentException("ends too soon");
        }
        int start = rest.position();
        int tag = rest.get() & 0xff;
        int length = length(rest);
        if (length < 0 || length > rest.remaining()) {
            throw new IllegalArgumentException("ends too soon");
        }
        var content = new byte[length];
        rest.get(content);
        return new Der(tag, content, Arrays.copyOfRange(rest.array(), start, rest.position()));
    }

    private static int length(ByteBuffer rest) {
        int first = rest.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        int bytes = first & 0x7f;
        if (bytes == 0 || bytes > 3 || bytes > rest.remaining()) {
            throw new IllegalArgumentException("no such length");
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | rest.get() & 0xff;
        }
        return length;
    }

    static byte[] sequence(byte[]... parts) {
        return element(SEQUENCE, parts);
    }

    static byte[] integer(BigInteger number) {
        return element(INTEGER, number.toByteArray());
    }

    static byte[] flag(boolean value) {
        return element(BOOLEAN, new byte[] {(byte) (value ? 0xff : 0)});
    }

    /** @param unused bits at the end that do not count */
    static byte[] bitString(int unused, byte... bytes) {
        return element(BIT_STRING, new byte[] {(byte) unused}, bytes);
    }

    static byte[] octetString(byte[] bytes) {
        return element(OCTET_STRING, bytes);
    }

    static byte[] identifier(String dotted) {
        var arcs = Stream.of(dotted.split("\\.")).map(Long::valueOf).toList();
        var bytes = new ByteArrayOutputStream();
        bytes.write((int) (arcs.get(0) * 40 + arcs.get(1)));
        arcs.stream().skip(2).forEach(arc -> writeArc(bytes, arc));
        return element(OBJECT_IDENTIFIER, bytes.toByteArray());
    }

    private static void writeArc(ByteArrayOutputStream bytes, long arc) {
        int groups = Math.max(1, (70 - Long.numberOfLeadingZeros(arc)) / 7);
        for (int group = groups - 1; group >= 0; group--) {
            bytes.write((int) (arc >> 7 * group & 0x7f | (group > 0 ? 0x80 : 0)));
        }
    }

    /** Whole seconds. */
    static byte[] time(Instant at) {
        var utc = at.atOffset(ZoneOffset.UTC);
        var general = utc.getYear() >= FIRST_YEAR_OF_GENERALIZED_TIME;
        var format = DateTimeFormatter.ofPattern((general ? "yyyy" : "yy") + "MMddHHmmss'Z'");
        return element(general ? GENERALIZED_TIME : UTC_TIME, ascii(format.format(utc)));
    }

    /** A part known by its number rather than its type, which holds elements. */
    static byte[] tagged(int number, byte[]... parts) {
        return element(CONTEXT | CONSTRUCTED | number, parts);
    }

    /** A part known by its number, which holds bytes. */
    static byte[] plainTagged(int number, byte[] bytes) {
        return element(CONTEXT | number, bytes);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] element(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        Stream.of(parts).forEach(content::writeBytes);
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(whole, content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream whole, int length) {
        if (length < 0x80) {
            whole.write(length);
            return;
        }
        var bytes = BigInteger.valueOf(length).toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        whole.write(0x80 | bytes.length - from);
        whole.write(bytes, from, bytes.length - from);
    }
}
