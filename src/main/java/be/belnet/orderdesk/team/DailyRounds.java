package be.belnet.orderdesk.team;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which day's rounds are done, on all nodes together. */
@Component
@Transactional
public class DailyRounds {
    private final JdbcClient jdbc;

    DailyRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public boolean isDue(String name, LocalDate day) {
        return jdbc.sql("select count(*) from team_round where name = ? and done_on < ?")
                        .params(name, day)
                        .query(Long.class)
                        .single()
                == 1;
    }

    public void done(String name, LocalDate day) {
        jdbc.sql("update team_round set done_on = ? where name = ? and done_on < ?")
                .params(day, name, day)
                .update();
    }
}
