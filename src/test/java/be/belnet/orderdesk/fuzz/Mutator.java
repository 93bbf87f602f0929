package be.belnet.orderdesk.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes inputs of samples: the same ones for the same seed. */
final class Mutator {
    private static final int LONGEST = 16 * 1024;

    /** What has broken parsers before, everywhere. */
    private static final List<byte[]> WORDS = Stream.of(
                    "",
                    "\0",
                    "\r\n",
                    "\n\n",
                    "\t",
                    " ",
                    "\"",
                    "'",
                    "\\",
                    "/",
                    "../",
                    "%00",
                    "%2e%2e",
                    "%",
                    "%%EOF",
                    "%PDF-",
                    "<",
                    ">",
                    "<!--",
                    "]]>",
                    "<?",
                    "&amp;",
                    "&#0;",
                    "${7*7}",
                    "#{7*7}",
                    "[[${7*7}]]",
                    "__${7*7}__::.x",
                    "null",
                    "true",
                    "false",
                    "[]",
                    "{}",
                    "[[[[[[[[",
                    "{\"a\":{\"a\":",
                    "-1",
                    "0",
                    "2147483647",
                    "2147483648",
                    "-2147483649",
                    "9223372036854775808",
                    "1e999",
                    "NaN",
                    "0.1",
                    "99999999999999999999999999",
                    "2026-02-30",
                    "0000-00-00",
                    "9999-12-31",
                    "+999999999-12-31",
                    "2026-11-27T25:61:00Z",
                    "=?utf-8?q?=00?=",
                    "=?x-none?b?AAAA?=",
                    "\uFEFF",
                    "\u202E",
                    "\u200B",
                    "\u2028",
                    "\u0130",
                    "\uD800",
                    "\uDBFF\uDFFF",
                    "ß",
                    "xn--",
                    "xn--a",
                    "xn--0000h",
                    ".",
                    "..",
                    "*.",
                    "a.b",
                    "@",
                    ";",
                    ",",
                    ":",
                    "=",
                    "+",
                    "＝",
                    "obj",
                    "endobj",
                    "stream",
                    "/Length 99999",
                    "--x",
                    "--x--",
                    "Content-Type: multipart/mixed; boundary=x",
                    "Content-Type: message/rfc822",
                    "Content-Transfer-Encoding: base64")
            .map(word -> word.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final Random random;
    private final List<byte[]> samples;

    Mutator(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = new ArrayList<>(samples);
        this.samples.add(new byte[0]);
    }

    byte[] next() {
        byte[] input = any(samples);
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            input = changed(input);
        }
        return input.length <= LONGEST ? input : Arrays.copyOf(input, LONGEST);
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(1 + input.length)));
        return switch (random.nextInt(8)) {
            case 0 -> turned(input, from);
            case 1 -> joined(input, from, noise(), from);
            case 2 -> joined(input, from, any(WORDS), from);
            case 3 -> joined(input, from, any(WORDS), to);
            case 4 -> joined(input, from, new byte[0], to);
            case 5 -> joined(input, to, repeated(Arrays.copyOfRange(input, from, to)), to);
            case 6 -> joined(input, from, part(any(samples)), to);
            default -> Arrays.copyOf(input, from);
        };
    }

    private byte[] turned(byte[] input, int at) {
        byte[] turned = input.clone();
        if (at < turned.length) {
            turned[at] ^= (byte) (1 << random.nextInt(8));
        }
        return turned;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] repeated(byte[] part) {
        var repeated = new ByteArrayOutputStream();
        for (int times = 1 << random.nextInt(8); times > 0 && repeated.size() < LONGEST; times--) {
            repeated.writeBytes(part);
        }
        return repeated.toByteArray();
    }

    private byte[] part(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] joined(byte[] input, int end, byte[] middle, int beginning) {
        var joined = new ByteArrayOutputStream(input.length + middle.length);
        joined.write(input, 0, end);
        joined.writeBytes(middle);
        joined.write(input, beginning, input.length - beginning);
        return joined.toByteArray();
    }
}
