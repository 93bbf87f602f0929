package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.database.OwnTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which partners are paused. Steps that need one wait until the pause is over, and use up no attempt meanwhile. */
@Component
public class PartnerPauses {
    private final OwnTransaction ownTransaction;
    private final Clock clock;

    PartnerPauses(OwnTransaction ownTransaction, Clock clock) {
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Pauses a partner, or gives its pause another end.
     *
     * @return when the pause was to end that it takes the place of: steps were put off until then
     */
    public Optional<Instant> begin(PartnerPause pause) {
        return ownTransaction.run(jdbc -> {
            Optional<Instant> former = jdbc.sql("select * from partner_pause where partner = ?")
                    .param(pause.partner())
                    .query(PartnerPauses::pause)
                    .optional()
                    .map(PartnerPause::until);
            jdbc.sql("delete from partner_pause where partner = ?")
                    .param(pause.partner())
                    .update();
            jdbc.sql("insert into partner_pause (partner, paused_until, reason, paused_by, paused_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            pause.partner(),
                            Timestamp.from(pause.until()),
                            pause.reason(),
                            pause.by(),
                            Timestamp.from(clock.instant()))
                    .update();
            return former;
        });
    }

    /** Ends a pause before its time; does nothing where there is none. */
    public void end(String partner) {
        ownTransaction.run(jdbc -> jdbc.sql("delete from partner_pause where partner = ?")
                .param(partner)
                .update());
    }

    /** Pauses that go on now, by partner. */
    public List<PartnerPause> current() {
        return ownTransaction.run(
                jdbc -> jdbc.sql("select * from partner_pause where paused_until > ? order by partner")
                        .param(Timestamp.from(clock.instant()))
                        .query(PartnerPauses::pause)
                        .list());
    }

    public Optional<PartnerPause> of(String partner) {
        return current().stream()
                .filter(pause -> pause.partner().equals(partner))
                .findFirst();
    }

    /** @throws PartnerPausedException while the partner is paused */
    public void requireNone(String partner) {
        of(partner).ifPresent(pause -> {
            throw new PartnerPausedException(partner, pause.until());
        });
    }

    private static PartnerPause pause(ResultSet row, int index) throws SQLException {
        Instant until = row.getTimestamp("paused_until").toInstant();
        return new PartnerPause(row.getString("partner"), until, row.getString("reason"), row.getString("paused_by"));
    }
}
