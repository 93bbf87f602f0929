package be.belnet.sandbox.harica;

import be.belnet.sandbox.world.WorldPart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is logged in, and the verification tokens that pages hold, each good together with a cookie and for one account. */
class Sessions implements WorldPart {

    private final JdbcClient jdbc;
    private final HaricaSettings settings;

    Sessions(JdbcClient jdbc, HaricaSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A JWT whose signature nobody checks: it is looked up. */
    String logIn(String email) {
        var expires = Instant.now().plus(settings.sessionTime());
        var token = "%s.%s.%s"
                .formatted(
                        encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"),
                        encoded("{\"jti\":\"%s\",\"exp\":%d}".formatted(UUID.randomUUID(), expires.getEpochSecond())),
                        encoded(UUID.randomUUID().toString()));
        jdbc.sql("insert into harica_session (token, email, expires_at) values (?, ?, ?)")
                .params(token, email, expires)
                .update();
        return token;
    }

    Optional<String> email(String token) {
        return jdbc.sql("select email from harica_session where token = ? and expires_at > ?")
                .params(token, Instant.now())
                .query(String.class)
                .optional();
    }

    /** @param email null before the log-in */
    String verification(String cookie, String email) {
        var token = UUID.randomUUID().toString();
        jdbc.sql("insert into harica_verification (token, cookie, email) values (?, ?, ?)")
                .params(token, cookie, email)
                .update();
        return token;
    }

    boolean verified(String token, String cookie, String email) {
        return jdbc.sql("select count(*) from harica_verification"
                                + " where token = ? and cookie = ? and coalesce(email, '') = coalesce(?, '')")
                        .params(token, cookie, email)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Every log-in ends. */
    @Override
    public void startAgain() {
        jdbc.sql("delete from harica_session").update();
        jdbc.sql("delete from harica_verification").update();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
