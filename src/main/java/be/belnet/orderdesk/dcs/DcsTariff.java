package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.time.BelgianTime;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Belnet's price for certificates: one line for every customer. A line once sold stays as it is (D7). */
@Component
public class DcsTariff {
    private final JdbcClient jdbc;
    private final Clock clock;

    DcsTariff(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Code of the line in force today. */
    public String line() {
        return jdbc.sql("select code from tariff_line where service = 'DCS' and valid_from <= ?"
                        + " order by valid_from desc limit 1")
                .param(BelgianTime.today(clock))
                .query(String.class)
                .single();
    }

    /** Price of a line, without value added tax. */
    BigDecimal euroPerYear(String line) {
        return jdbc.sql("select euro_per_year from tariff_line where code = ?")
                .param(line)
                .query(BigDecimal.class)
                .single();
    }
}
