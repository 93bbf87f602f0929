package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.world.WorldPart;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens: each good for one API ({@code client_id}) until it expires. */
class FortiCloudTokens implements WorldPart {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 30;

    private final JdbcClient jdbc;
    private final FortinetSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FortiCloudTokens(JdbcClient jdbc, FortinetSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    record Issued(String accessToken, String refreshToken, long expiresIn) {}

    Issued issue(String clientId) {
        forgetExpired();
        var life = settings.clients().get(clientId);
        var issued = new Issued(randomToken(), randomToken(), life.toSeconds());
        jdbc.sql(
                        "insert into forticloud_token (access_token, refresh_token, client_id, expires_at) values (?, ?, ?, ?)")
                .params(
                        issued.accessToken(),
                        issued.refreshToken(),
                        clientId,
                        OffsetDateTime.now(clock).plus(life))
                .update();
        return issued;
    }

    private void forgetExpired() {
        jdbc.sql("delete from forticloud_token where expires_at < ?")
                .param(OffsetDateTime.now(clock).minusDays(1))
                .update();
    }

    /** A new pair for a refresh token, which is good once and for its own API; empty when it is not. */
    @Transactional
    Optional<Issued> refresh(String refreshToken, String clientId) {
        var used = jdbc.sql("delete from forticloud_token where refresh_token = ? and client_id = ?")
                .params(refreshToken, clientId)
                .update();
        return used == 1 ? Optional.of(issue(clientId)) : Optional.empty();
    }

    boolean accepts(String accessToken, String clientId) {
        return jdbc.sql("""
                        select count(*) from forticloud_token
                        where access_token = ? and client_id = ? and expires_at > ?""")
                        .params(accessToken, clientId, OffsetDateTime.now(clock))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public void startAgain() {
        jdbc.sql("delete from forticloud_token").update();
    }

    private String randomToken() {
        return random.ints(LENGTH, 0, LETTERS_AND_DIGITS.length())
                .mapToObj(LETTERS_AND_DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
