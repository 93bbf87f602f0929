package be.belnet.orderdesk.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as rows keep them: to the microsecond, so that what was written is what is read. */
public final class Moments {

    private Moments() {}

    public static Timestamp now(Clock clock) {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @return null where the column is */
    public static Instant read(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
