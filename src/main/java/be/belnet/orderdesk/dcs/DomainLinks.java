package be.belnet.orderdesk.dcs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links to the page of a file's domains. Whoever has one may act for the customer until it expires, so none is logged or
 * kept but in the mail that it is sent by.
 *
 * <p>A token is URL-safe base64 of a version byte, the second of expiry, the file's number and an HMAC-SHA256 of these.
 */
@Component
public class DomainLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "page of domains\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SIGNATURE = 32;
    private static final int HEAD = 1 + Long.BYTES;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{56,110}");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final SecretKeySpec key;
    private final Duration valid;
    private final String address;
    private final Clock clock;

    DomainLinks(DomainPageProperties properties, @Value("${orderdesk.address}") String address, Clock clock) {
        this.key = new SecretKeySpec(properties.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.valid = properties.linkValid();
        this.address = address;
        this.clock = clock;
    }

    /** @param until last day on which it surely works, in Brussels */
    public record Link(String address, LocalDate until) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Link[until=%s]".formatted(until);
        }
    }

    /** What a token stands for. */
    public record Pass(String orderNumber, boolean expired) {}

    /** A new link; earlier ones work on. */
    public Link to(String orderNumber) {
        Instant end = clock.instant().plus(valid);
        return new Link(
                address + "/domains/" + token(orderNumber, end),
                end.atZone(BRUSSELS).toLocalDate().minusDays(1));
    }

    /** Empty for a token that is not of our making. */
    public Optional<Pass> check(String token) {
        return TOKEN.matcher(token).matches() ? decoded(token).flatMap(this::checked) : Optional.empty();
    }

    private String token(String orderNumber, Instant end) {
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

    private Optional<Pass> checked(byte[] whole) {
        byte[] said = Arrays.copyOf(whole, whole.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(whole, said.length, whole.length);
        if (!MessageDigest.isEqual(signature(said), signature) || said[0] != VERSION) {
            return Optional.empty();
        }
        Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(said).getLong(1));
        String number = new String(said, HEAD, said.length - HEAD, StandardCharsets.US_ASCII);
        return Optional.of(new Pass(number, !clock.instant().isBefore(end)));
    }

    private byte[] signature(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
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
