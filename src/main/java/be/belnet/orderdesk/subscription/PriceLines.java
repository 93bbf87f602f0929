package be.belnet.orderdesk.subscription;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of all tariffs, those of former years too. */
@Component
public class PriceLines {
    private final JdbcClient jdbc;

    PriceLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param code may be null */
    public Optional<PriceLine> find(String code) {
        return jdbc.sql("select code, service, valid_from, euro_per_year from tariff_line where code = ?")
                .param(code)
                .query((row, index) -> new PriceLine(
                        row.getString("code"),
                        row.getString("service"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getBigDecimal("euro_per_year")))
                .optional();
    }
}
