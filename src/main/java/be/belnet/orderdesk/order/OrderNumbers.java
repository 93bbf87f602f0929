package be.belnet.orderdesk.order;

import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Draws numbers from yearly series. A number is used up even when its order comes to nothing, so none is given twice. */
@Component
public class OrderNumbers {
    private final OwnTransaction ownTransaction;
    private final Clock clock;

    OrderNumbers(OwnTransaction ownTransaction, Clock clock) {
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /** The next number of a series in this year of Brussels, such as {@code next("BAMS")} → BAMS-2026-00042. */
    public String next(String series) {
        int year = BelgianTime.today(clock).getYear();
        return "%s-%d-%05d".formatted(series, year, draw(series, year));
    }

    private int draw(String series, int year) {
        int drawn = ownTransaction.run(jdbc -> increment(jdbc, series, year));
        if (drawn > 0) {
            return drawn;
        }
        begin(series, year);
        return ownTransaction.run(jdbc -> increment(jdbc, series, year));
    }

    /** The number that the series has come to; 0 where there is none. */
    private static int increment(JdbcClient jdbc, String series, int year) {
        var drawn = new GeneratedKeyHolder();
        int rows = jdbc.sql("update order_number_series set last_number = last_number + 1"
                        + " where service = ? and order_year = ?")
                .params(series, year)
                .update(drawn, "last_number");
        return rows == 0 ? 0 : drawn.getKey().intValue();
    }

    private void begin(String series, int year) {
        try {
            ownTransaction.run(jdbc -> jdbc.sql(
                            "insert into order_number_series (service, order_year, last_number) values (?, ?, 0)")
                    .params(series, year)
                    .update());
        } catch (DuplicateKeyException begunByAnother) {
            // the series exists, which is all that was wanted
        }
    }
}
