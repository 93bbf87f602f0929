package be.belnet.sandbox.sectigo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Bytes as text between a line that begins and one that ends them. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    static String write(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, LINES.encodeToString(bytes), what);
    }

    /** @throws IllegalArgumentException when there is none */
    static byte[] read(String text) {
        var block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no PEM");
        }
        return Base64.getMimeDecoder().decode(block.group(2));
    }
}
