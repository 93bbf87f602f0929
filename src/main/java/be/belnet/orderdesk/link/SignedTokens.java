package be.belnet.orderdesk.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads tokens for one purpose; those for another one are strangers to it, whatever their secret.
 *
 * <p>A token is URL-safe base64 of a version byte, the second of expiry, the file's number and an HMAC-SHA256 of these.
 */
public final class SignedTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int SIGNATURE = 32;
    private static final int HEAD = 1 + Long.BYTES;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{56,110}");
    private static final Pattern IN_ADDRESS = Pattern.compile("/" + TOKEN);

    private final SecretKeySpec key;
    private final byte[] purpose;

    /** @param purpose in ASCII; no purpose is the beginning of another one */
    public SignedTokens(String secret, String purpose) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.purpose = (purpose + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** @param end exclusive */
    public record Signed(String orderNumber, Instant end) {}

    /** @param end in whole seconds */
    public String token(String orderNumber, Instant end) {
        byte[] number = orderNumber.getBytes(StandardCharsets.US_ASCII);
        byte[] said = ByteBuffer.allocate(HEAD + number.length)
                .put(VERSION)
                .putLong(end.getEpochSecond())
                .put(number)
                .array();
        byte[] whole = Arrays.copyOf(said, said.length + SIGNATURE);
        System.arraycopy(signature(said), 0, whole, said.length, SIGNATURE);
        return encoded(whole);
    }

    /** Empty for a token that is not of our making. */
    public Optional<Signed> read(String token) {
        return TOKEN.matcher(token).matches() ? decoded(token).flatMap(this::checked) : Optional.empty();
    }

    /** A text without the tokens in its addresses, which open a page to whoever has them. */
    public static String withoutTokens(String text) {
        return IN_ADDRESS.matcher(text).replaceAll("/…");
    }

    private Optional<Signed> checked(byte[] whole) {
        byte[] said = Arrays.copyOf(whole, whole.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(whole, said.length, whole.length);
        if (!MessageDigest.isEqual(signature(said), signature) || said[0] != VERSION) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(said).getLong(1));
        return Optional.of(new Signed(new String(said, HEAD, said.length - HEAD, StandardCharsets.US_ASCII), end));
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose);
            return mac.doFinal(said);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing but the way in which we write it. */
    private static Optional<byte[]> decoded(String token) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(token);
            return Optional.of(whole).filter(bytes -> encoded(bytes).equals(token));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
