package be.belnet.sandbox.fortimail;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is logged in to which appliance, by cookie. */
@Component
class Sessions {
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final FortiMailSettings settings;

    Sessions(JdbcClient jdbc, FortiMailSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    String open(Unit unit, boolean bannerPending) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var cookie = HexFormat.of().withUpperCase().formatHex(bytes);
        jdbc.sql("insert into fortimail_session (cookie, machine_id, banner_pending, last_used_at) values (?, ?, ?, ?)")
                .params(cookie, unit.machineId(), bannerPending, Instant.now())
                .update();
        return cookie;
    }

    /** Whether this cookie may do anything; using it keeps it alive. */
    boolean use(Unit unit, String cookie) {
        return touch(unit, cookie, false);
    }

    /** Whether this cookie waits for its banner to be accepted. */
    boolean waitsForBanner(Unit unit, String cookie) {
        return touch(unit, cookie, true);
    }

    void close(String cookie) {
        jdbc.sql("delete from fortimail_session where cookie = ?").param(cookie).update();
    }

    private boolean touch(Unit unit, String cookie, boolean bannerPending) {
        return jdbc.sql("update fortimail_session set last_used_at = ? where cookie = ? and machine_id = ?"
                                + " and banner_pending = ? and last_used_at > ?")
                        .params(
                                Instant.now(),
                                cookie,
                                unit.machineId(),
                                bannerPending,
                                Instant.now().minus(settings.idleTimeout()))
                        .update()
                > 0;
    }
}
