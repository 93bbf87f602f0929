package be.belnet.sandbox.sectigo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** What a domain's owner is to publish; always the same for one entry, however often it is asked for. */
class Challenge {

    private static final String AUTHORITY = "sectigo.com";
    private static final int HALF = 32;
    private static final int PRINTABLE = 94;

    private final String domain;
    private final String name;
    private final String value;

    Challenge(DomainEntry entry) {
        var secret = entry.name() + " " + entry.id();
        this.domain = entry.domain();
        this.name = hash("MD5", secret);
        this.value = hash("SHA-256", secret);
    }

    /** Where each of its parts stands in answers. */
    Map<String, Object> shown(Method method) {
        return switch (method) {
            case CNAME, TXT -> Reply.of("host", host(method), "point", point(method));
            case HTTP, HTTPS -> Reply.of("url", url(method), "firstLine", value, "secondLine", AUTHORITY);
            case EMAIL -> Map.of();
        };
    }

    String host(Method method) {
        return (method == Method.TXT ? "_pki-validation." : "_" + name + ".") + domain + ".";
    }

    String point(Method method) {
        return method == Method.TXT
                ? text()
                : value.substring(0, HALF) + "." + value.substring(HALF) + "." + AUTHORITY + ".";
    }

    String url(Method method) {
        return "%s://%s/.well-known/pki-validation/%s.txt"
                .formatted(method.name().toLowerCase(Locale.ROOT), domain, name.toUpperCase(Locale.ROOT));
    }

    String file() {
        return value + "\n" + AUTHORITY;
    }

    /** Any printable characters, among them those that scripts trip over. */
    private String text() {
        var text = new StringBuilder("\\|`");
        for (byte one : value.substring(0, HALF - text.length()).getBytes(StandardCharsets.US_ASCII)) {
            text.append((char) ('!' + (one * 31 + text.length()) % PRINTABLE));
        }
        return text.toString();
    }

    private static String hash(String algorithm, String text) {
        try {
            var hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
