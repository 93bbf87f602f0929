package be.belnet.sandbox.harica;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the six digits of an authenticator (RFC 6238). */
final class OneTimeCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long SECONDS = 30;

    private OneTimeCode() {}

    /** Those of the step before count too: a code may have been typed at its end. */
    static boolean fits(String seed, String code, Instant now) {
        var step = now.getEpochSecond() / SECONDS;
        return LongStream.of(step - 1, step).anyMatch(one -> at(seed, one).equals(code));
    }

    private static String at(String seed, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(seed), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0x0f) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decoded(String seed) {
        var bits = new StringBuilder();
        seed.chars()
                .map(BASE32::indexOf)
                .forEach(value -> bits.append(
                        "%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0')));
        var bytes = new byte[bits.length() / Byte.SIZE];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) Integer.parseInt(bits.substring(index * Byte.SIZE, (index + 1) * Byte.SIZE), 2);
        }
        return bytes;
    }
}
