package be.belnet.orderdesk.security;

import be.belnet.orderdesk.database.OwnTransaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that failed lately, by the address that they came from, at all nodes together. The engine makes whoever guesses at
 * one user wait; this is for who tries many users. Of an address
 * its hash is kept, until the first failure after the window.
 */
@Component
class SignInFailures {
    private final OwnTransaction ownTransaction;
    private final LimitProperties limits;

    SignInFailures(OwnTransaction ownTransaction, LimitProperties limits) {
        this.ownTransaction = ownTransaction;
        this.limits = limits;
    }

    void note(String address) {
        ownTransaction.run(jdbc -> {
            Instant now = now(jdbc);
            jdbc.sql("delete from sign_in_failure where failed_at < ?")
                    .param(Timestamp.from(now.minus(limits.signInWindow())))
                    .update();
            return jdbc.sql("insert into sign_in_failure (address_key, failed_at) values (?, ?)")
                    .params(key(address), Timestamp.from(now))
                    .update();
        });
    }

    /** How long the address has to wait; empty while it may go on. */
    Optional<Duration> wait(String address) {
        return ownTransaction.run(jdbc -> {
            Instant now = now(jdbc);
            return jdbc.sql("select failed_at from sign_in_failure where address_key = ? and failed_at > ?"
                            + " order by failed_at desc offset ? rows fetch next 1 rows only")
                    .params(key(address), Timestamp.from(now.minus(limits.signInWindow())), limits.signIns() - 1)
                    .query(Timestamp.class)
                    .optional()
                    .map(oldest -> Duration.between(now, oldest.toInstant().plus(limits.signInWindow())));
        });
    }

    private static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select current_timestamp")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private static long key(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
