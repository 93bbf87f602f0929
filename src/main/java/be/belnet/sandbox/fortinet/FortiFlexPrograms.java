package be.belnet.sandbox.fortinet;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programs, of which a world has one from the beginning. */
class FortiFlexPrograms implements InitializingBean {

    /** Days begin and end, and are charged, by the clock of Fortinet's head office. */
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final JdbcClient jdbc;
    private final FortinetSettings settings;
    private final Clock clock;

    FortiFlexPrograms(JdbcClient jdbc, FortinetSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    record Program(
            String serialNumber,
            int accountId,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss") LocalDateTime startDate,
            @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss") LocalDateTime endDate,
            boolean hasSupportCoverage) {}

    @Override
    public void afterPropertiesSet() {
        if (list().isEmpty()) {
            createFirst();
        }
    }

    /** A program of five years that began this year. */
    void createFirst() {
        var program = settings.program();
        var start = today().withDayOfYear(1).atStartOfDay();
        jdbc.sql("""
                insert into fortiflex_program
                (serial_number, account_id, start_date, end_date, has_support_coverage, points)
                values (?, ?, ?, ?, true, ?)""")
                .params(program.serialNumber(), program.accountId(), start, start.plusYears(5), program.points())
                .update();
    }

    List<Program> list() {
        return jdbc.sql("select * from fortiflex_program order by serial_number")
                .query(FortiFlexPrograms::read)
                .list();
    }

    Program get(String serialNumber) {
        return list().stream()
                .filter(program -> program.serialNumber().equals(serialNumber))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("programSerialNumber"));
    }

    int pointsBought(String serialNumber) {
        return jdbc.sql("select points from fortiflex_program where serial_number = ?")
                .param(serialNumber)
                .query(Integer.class)
                .single();
    }

    /** Another account than our own is none of the caller's business. */
    void requireOwn(int accountId) {
        if (list().stream().noneMatch(program -> program.accountId() == accountId)) {
            throw Refusal.denied();
        }
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(PACIFIC));
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(PACIFIC));
    }

    private static Program read(ResultSet row, int number) throws SQLException {
        return new Program(
                row.getString("serial_number"),
                row.getInt("account_id"),
                row.getObject("start_date", LocalDateTime.class),
                row.getObject("end_date", LocalDateTime.class),
                row.getBoolean("has_support_coverage"));
    }
}
