package be.belnet.sandbox.openstack;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens Keystone has issued. */
@Component
class Tokens {
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String issue(Instant expiresAt) {
        var bytes = new byte[96];
        random.nextBytes(bytes);
        var token = "gAAAAA" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("delete from os_token where expires_at < ?")
                .param(Instant.now())
                .update();
        jdbc.sql("insert into os_token (id, expires_at) values (?, ?)")
                .params(token, expiresAt)
                .update();
        return token;
    }

    boolean valid(String token) {
        return token != null
                && jdbc.sql("select count(*) from os_token where id = ? and expires_at > ?")
                                .params(token, Instant.now())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** All tokens end at once, as after a change of keys. */
    void revokeAll() {
        jdbc.sql("delete from os_token").update();
    }
}
