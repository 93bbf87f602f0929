package be.belnet.orderdesk.team;

import be.belnet.orderdesk.database.Moments;
import be.belnet.orderdesk.workflow.StaffLanguage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Service;

/** What staff chose for themselves. Who chose no language is written to in that of their browser when they signed on last. */
@Service
public class StaffSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StaffSettings.class);
    private static final String FIRST_LANGUAGE = "en";

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public StaffSetting of(String user) {
        return jdbc.sql("select * from staff_setting where user_id = ?")
                .param(user)
                .query((row, index) -> {
                    return new StaffSetting(
                            user,
                            row.getString("language"),
                            row.getBoolean("digest"),
                            Moments.read(row, "digested_at"));
                })
                .optional()
                .orElse(new StaffSetting(user, FIRST_LANGUAGE, true, null));
    }

    /** @param language nl, fr, en or de */
    public void choose(String user, String language, boolean digest) {
        require(user);
        jdbc.sql("update staff_setting set language = ?, language_chosen = true, digest = ? where user_id = ?")
                .params(language, digest, user)
                .update();
    }

    /** What happened until now was told. */
    void noteDigested(String user) {
        require(user);
        jdbc.sql("update staff_setting set digested_at = ? where user_id = ?")
                .params(Moments.now(clock), user)
                .update();
    }

    @EventListener
    void signedOn(InteractiveAuthenticationSuccessEvent event) {
        String language = StaffLanguage.of(LocaleContextHolder.getLocale()).getLanguage();
        noteLanguage(event.getAuthentication().getName(), language);
    }

    void noteLanguage(String user, String language) {
        if (!of(user).language().equals(language)) {
            require(user);
            jdbc.sql("update staff_setting set language = ? where user_id = ? and language_chosen = false")
                    .params(language, user)
                    .update();
        }
    }

    private void require(String user) {
        try {
            jdbc.sql(
                            "insert into staff_setting (user_id, language, language_chosen, digest)"
                                    + " select ?, ?, false, true where not exists (select 1 from staff_setting where user_id = ?)")
                    .params(user, FIRST_LANGUAGE, user)
                    .update();
        } catch (DuplicateKeyException madeAtOnce) {
            LOG.debug("Settings of {} were made at once", user);
        }
    }
}
