package be.belnet.orderdesk.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Who signed on at the provider, and the tokens to ask it again, encrypted. Apart from the session, which requests that
 * run at once each keep a copy of: a refresh token often works once only.
 */
@Component
@ConditionalOnProperty(name = "orderdesk.sign-on.mode", havingValue = "oidc")
class SignOns {
    /** In the session; which row is this session's. */
    static final String IN_SESSION = "orderdesk.signOn";

    /** Longer than the provider may take to answer. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** After an attempt in vain. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Duration longest;
    private final BytesEncryptor cipher;

    SignOns(JdbcClient jdbc, ObjectMapper json, SignOnProperties settings, SessionProperties sessions) {
        this.jdbc = jdbc;
        this.json = json;
        this.longest = sessions.longest();
        this.cipher = new AesBytesEncryptor(
                settings.clientSecret(), "6f72646572646573", KeyGenerators.secureRandom(16), CipherAlgorithm.GCM);
    }

    /** @param accessEnds in seconds since 1970
     * @param refresh null where the provider gives none */
    record Tokens(String access, long accessEnds, String refresh, String id) {
        boolean isStale() {
            return Instant.now().plusSeconds(5).getEpochSecond() > accessEnds;
        }
    }

    /** @param checked when the provider last said who this is */
    record SignOn(String id, String user, Instant checked) {}

    String keep(String user, Tokens tokens) {
        jdbc.sql("delete from sign_on where signed_on_at < ?")
                .param(Timestamp.from(Instant.now().minus(longest)))
                .update();
        String id = UUID.randomUUID().toString();
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql("insert into sign_on (id, user_id, tokens, signed_on_at, checked_at) values (?, ?, ?, ?, ?)")
                .params(id, user, sealed(tokens), now, now)
                .update();
        return id;
    }

    Optional<SignOn> find(String id) {
        return jdbc.sql("select id, user_id, checked_at from sign_on where id = ?")
                .param(id)
                .query((row, index) -> new SignOn(
                        row.getString("id"),
                        row.getString("user_id"),
                        row.getTimestamp("checked_at").toInstant()))
                .optional();
    }

    /** Whether the caller, and nobody else on any node, is to ask the provider now. */
    boolean begin(String id, Instant checked) {
        Instant now = Instant.now();
        return jdbc.sql("update sign_on set asked_at = ? where id = ? and checked_at = ?"
                                + " and (asked_at is null or asked_at < ?)")
                        .params(Timestamp.from(now), id, Timestamp.from(checked), Timestamp.from(now.minus(LEASE)))
                        .update()
                == 1;
    }

    /** Empty when the row is gone, or the key was another one. */
    Optional<Tokens> tokens(String id) {
        return jdbc.sql("select tokens from sign_on where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .flatMap(this::opened);
    }

    /** At once, since the former refresh token may be void by now. */
    void renewed(String id, Tokens tokens) {
        jdbc.sql("update sign_on set tokens = ? where id = ?")
                .params(sealed(tokens), id)
                .update();
    }

    void checked(String id) {
        jdbc.sql("update sign_on set checked_at = ?, asked_at = null where id = ?")
                .params(Timestamp.from(Instant.now()), id)
                .update();
    }

    /** It did not answer; the next may ask in a moment. */
    void inVain(String id) {
        jdbc.sql("update sign_on set asked_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(LEASE).plus(PAUSE)), id)
                .update();
    }

    void end(String id) {
        jdbc.sql("delete from sign_on where id = ?").param(id).update();
    }

    private String sealed(Tokens tokens) {
        try {
            return Base64.getEncoder().encodeToString(cipher.encrypt(json.writeValueAsBytes(tokens)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Tokens> opened(String sealed) {
        try {
            byte[] opened = cipher.decrypt(Base64.getDecoder().decode(sealed));
            return Optional.of(json.readValue(new String(opened, StandardCharsets.UTF_8), Tokens.class));
        } catch (JsonProcessingException | IllegalStateException anotherKey) {
            return Optional.empty();
        }
    }
}
