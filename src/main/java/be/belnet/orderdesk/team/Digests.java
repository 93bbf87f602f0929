package be.belnet.orderdesk.team;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.UnfitForMailException;
import be.belnet.orderdesk.database.NamedLock;
import be.belnet.orderdesk.security.StaffDirectory;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each opening day, from an hour of Brussels on, a mail to everybody who has work, once on all nodes together; nothing to
 * who has nothing to read, does not want it, is away, or has no address in the directory.
 */
@Component
class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final String TEMPLATE = "digest";
    private static final String ROUND = "digests";

    private final DailyRounds rounds;
    private final StaffDirectory staff;
    private final StaffSettings settings;
    private final Absences absences;
    private final DigestWriter writer;
    private final Correspondence correspondence;
    private final OpeningDays openingDays;
    private final TeamProperties properties;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Digests(
            DailyRounds rounds,
            StaffDirectory staff,
            StaffSettings settings,
            Absences absences,
            DigestWriter writer,
            Correspondence correspondence,
            OpeningDays openingDays,
            TeamProperties properties,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.staff = staff;
        this.settings = settings;
        this.absences = absences;
        this.writer = writer;
        this.correspondence = correspondence;
        this.openingDays = openingDays;
        this.properties = properties;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.team.round}")
    void look() {
        LocalDate today = absences.today();
        boolean isTime = !LocalTime.now(clock.withZone(BRUSSELS)).isBefore(properties.digestAt());
        if (!openingDays.isOpen(today) || !isTime || !rounds.isDue(ROUND, today)) {
            return;
        }
        boolean whole = staff.workers().stream().map(this::tell).reduce(true, Boolean::logicalAnd);
        if (whole) {
            correspondence.forget(TEMPLATE, clock.instant().minus(Duration.ofDays(properties.digestsKept())));
            rounds.done(ROUND, today);
        }
    }

    /** One that cannot be written holds up no other; false when it is tried again. */
    private boolean tell(StaffMember member) {
        try {
            transaction.executeWithoutResult(open -> tellOnce(member));
            return true;
        } catch (UnfitForMailException noAddress) {
            LOG.warn("The address of {} is none to write to", member.id());
            return true;
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "Morning's mail of {} not written: {}",
                    member.id(),
                    unexpected.getClass().getName());
            return false;
        }
    }

    private void tellOnce(StaffMember member) {
        NamedLock.hold(jdbc, "digests");
        StaffSetting person = settings.of(member.id());
        if (isTold(person)) {
            return;
        }
        boolean wanted = person.digest()
                && member.email() != null
                && !member.email().isBlank()
                && absences.today(member.id()).isEmpty();
        if (wanted) {
            Digest digest = writer.of(person);
            settings.noteDigested(member.id());
            send(member, person, digest);
        }
    }

    private boolean isTold(StaffSetting person) {
        return person.digestedAt() != null
                && !LocalDate.ofInstant(person.digestedAt(), BRUSSELS).isBefore(absences.today());
    }

    private void send(StaffMember member, StaffSetting person, Digest digest) {
        if (!digest.isEmpty()) {
            correspondence.send(new Mail(
                    null,
                    TEMPLATE,
                    new Recipient("staff", member.name(), member.email(), person.language()),
                    digest.model(writer.tasklist(), writer.settings())));
        }
    }
}
