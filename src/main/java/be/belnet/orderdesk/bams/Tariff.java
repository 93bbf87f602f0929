package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.database.ReadOnce;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Belnet's prices for mail security. A line once sold stays as it is; a new tariff has new lines. */
@Component
public class Tariff {
    private static final ReadOnce<LocalDate, List<Line>> IN_FORCE = new ReadOnce<>();

    private final JdbcClient jdbc;

    Tariff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One price.
     *
     * @param code such as BAMS-2026-02-atp
     * @param euroPerYear without value added tax
     */
    public record Line(String code, LocalDate validFrom, int cpus, String servicePackage, BigDecimal euroPerYear) {}

    /** Lines of the tariff in force on a day, smallest first. */
    public List<Line> on(LocalDate day) {
        return IN_FORCE.get(day, this::inForce);
    }

    private List<Line> inForce(LocalDate day) {
        return jdbc.sql("select code, valid_from, cpus, service_package, euro_per_year from tariff_line"
                        + " where service = 'BAMS' and valid_from ="
                        + " (select max(valid_from) from tariff_line where service = 'BAMS' and valid_from <= ?)"
                        + " order by service_package desc, cpus")
                .param(day)
                .query(Tariff::line)
                .list();
    }

    public Optional<Line> line(String code) {
        return jdbc.sql("select code, valid_from, cpus, service_package, euro_per_year from tariff_line where code = ?")
                .param(code)
                .query(Tariff::line)
                .optional();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("code"),
                row.getObject("valid_from", LocalDate.class),
                row.getInt("cpus"),
                row.getString("service_package"),
                row.getBigDecimal("euro_per_year"));
    }
}
