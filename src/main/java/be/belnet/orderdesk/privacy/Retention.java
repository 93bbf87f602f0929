package be.belnet.orderdesk.privacy;

import be.belnet.orderdesk.person.Expiring;
import be.belnet.orderdesk.person.Tombstone;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each night reports what personal data are older than they may become, and discards them where a setting says so. On all
 * nodes together one run a day; what a node that died left is there the next night.
 */
@Service
public class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MOST = 30;

    private final List<Expiring> classes;
    private final RetentionRows rows;
    private final PrivacyProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Retention(
            List<Expiring> classes,
            RetentionRows rows,
            PrivacyProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.classes = classes;
        this.rows = rows;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        classes.forEach(one -> properties.keep(one.name()));
    }

    /**
     * One night's run.
     *
     * @param endedAt null while it runs, and where its node died
     * @param discards false for a report alone
     */
    public record Run(LocalDate on, Instant endedAt, boolean discards, List<Count> counts) {}

    /** @param name of the class */
    public record Count(String name, int expired, int discarded, int failed) {}

    /** Newest first. */
    public List<Run> latest() {
        return rows.latest(MOST);
    }

    /** The counts of the last run; none before the first. */
    public List<Count> lastCounts() {
        return rows.latest(1).stream().flatMap(run -> run.counts().stream()).toList();
    }

    /** Names of the classes with their periods. */
    public Map<String, Period> periods() {
        Map<String, Period> periods = new LinkedHashMap<>();
        classes.stream().map(Expiring::name).sorted().forEach(name -> periods.put(name, properties.keep(name)));
        return periods;
    }

    @Scheduled(cron = "${orderdesk.privacy.retention.at}", zone = "Europe/Brussels")
    void nightly() {
        run(properties.retention().discard());
    }

    /** Nothing when there was a run today. */
    void run(boolean discards) {
        begin(discards).ifPresent(run -> {
            Map<Expiring, List<String>> expired = report(run);
            if (discards) {
                expired.forEach((one, keys) -> discard(run, one, keys));
            }
            rows.end(run, now());
        });
    }

    private Optional<Long> begin(boolean discards) {
        try {
            return Optional.of(rows.begin(BelgianTime.today(clock), now(), discards));
        } catch (DuplicateKeyException another) {
            return Optional.empty();
        }
    }

    private Map<Expiring, List<String>> report(long run) {
        Map<Expiring, List<String>> expired = new LinkedHashMap<>();
        for (Expiring one : classes) {
            List<String> keys = one.expired(BelgianTime.today(clock).minus(properties.keep(one.name())));
            rows.report(run, one.name(), keys.size());
            expired.put(one, keys);
        }
        return expired;
    }

    private void discard(long run, Expiring one, List<String> keys) {
        int done = (int) keys.stream().filter(key -> discard(one, key)).count();
        rows.count(run, one.name(), done, keys.size() - done);
        LOG.info("Retention of {}: {} of {} discarded", one.name(), done, keys.size());
    }

    private boolean discard(Expiring one, String key) {
        try {
            Tombstone tombstone = Tombstone.of(BelgianTime.today(clock).getYear());
            transactions.executeWithoutResult(open -> one.discardExpired(key, tombstone));
            return true;
        } catch (RuntimeException failed) {
            // its message may quote the data and stays out of the log; the next night tries again
            LOG.warn(
                    "Retention of {} could not discard {}: {}",
                    one.name(),
                    key,
                    failed.getClass().getName());
            return false;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
