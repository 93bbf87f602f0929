package be.belnet.orderdesk.subscription;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trials that come to their end, and what was said about it. */
@Component
class Trials {
    /** What is said about the end of a trial. */
    enum Word {
        EARLY,
        LAST_SAFE_DAY,
        ENDED;

        /** Camel case, as the database writes it. */
        String code() {
            return switch (this) {
                case LAST_SAFE_DAY -> "lastSafeDay";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Trials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those whose trial ends by a day or has ended, of which not all was said, and that nobody has given notice of. */
    List<Subscription> endingBy(LocalDate day) {
        return jdbc.sql("select s.* from subscription s where s.trial_ends_on <= ? and s.notice_given_on is null"
                        + " and s.state in ('provisioning', 'active', 'migrating') and not exists"
                        + " (select 1 from subscription_trial_mail m where m.subscription_id = s.id and m.kind = 'ended')"
                        + " order by s.trial_ends_on, s.id")
                .param(day)
                .query(Subscriptions::subscription)
                .list();
    }

    boolean wasSaid(long id, Word word) {
        return jdbc.sql("select count(*) from subscription_trial_mail where subscription_id = ? and kind = ?")
                        .params(id, word.code())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when it was said before, by whichever node; roll back then */
    void say(long id, Word word) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("insert into subscription_trial_mail (subscription_id, kind, sent_at) values (?, ?, ?)")
                .params(id, word.code(), Timestamp.from(now))
                .update();
    }

    /** Whether it still stands as it was read; nobody changes it until the transaction ends. */
    boolean hold(Subscription seen) {
        return jdbc.sql("select * from subscription where id = ? for update")
                .param(seen.id())
                .query(Subscriptions::subscription)
                .optional()
                .filter(seen::equals)
                .isPresent();
    }
}
