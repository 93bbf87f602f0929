package be.belnet.orderdesk.harica;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an authenticator shows (RFC 6238, with the usual SHA-1 and 30 seconds). */
final class OneTimeCode {
    private static final String ALGORITHM = "HmacSHA1";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    private OneTimeCode() {}

    /** @throws IllegalArgumentException when the seed is not Base32 */
    static String at(Instant moment, String seed) {
        var step = ByteBuffer.allocate(Long.BYTES)
                .putLong(moment.getEpochSecond() / STEP_SECONDS)
                .array();
        var hash = hash(decoded(seed), step);
        var offset = hash[hash.length - 1] & 0x0f;
        return "%06d".formatted((ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE) % DIGITS);
    }

    private static byte[] hash(byte[] key, byte[] step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(step);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] decoded(String seed) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter :
                seed.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("The seed of the authenticator is not Base32");
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
