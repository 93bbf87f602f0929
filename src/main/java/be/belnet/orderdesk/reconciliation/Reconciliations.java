package be.belnet.orderdesk.reconciliation;

import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.order.OrderNumbers;
import be.belnet.orderdesk.reconciliation.Night.Outcome;
import be.belnet.orderdesk.subscription.SubscribedReferences;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the nights found: each part as soon as it is compared, so that a node that dies costs one listing at most, and
 * all of them together when the night ends. What asks partners is none of its business.
 */
@Service
@Transactional
public class Reconciliations {
    private static final String SERIES = "RECON";

    /** Of a listing that is doubted so many differences are kept: enough to see what is wrong with it. */
    private static final int MOST_DOUBTFUL = 500;

    private final NightRows nights;
    private final DifferenceRows differences;
    private final SubscribedReferences subscriptions;
    private final OrderNumbers numbers;
    private final ReconciliationProperties settings;
    private final Clock clock;

    Reconciliations(
            NightRows nights,
            DifferenceRows differences,
            SubscribedReferences subscriptions,
            OrderNumbers numbers,
            ReconciliationProperties settings,
            Clock clock) {
        this.nights = nights;
        this.differences = differences;
        this.subscriptions = subscriptions;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    /** The day of Brussels whose night is due and was not begun; empty before the hour and once it was. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> due() {
        var now = clock.instant().atZone(BRUSSELS);
        return Optional.of(now.toLocalDate())
                .filter(night -> !now.toLocalTime().isBefore(settings.at()))
                .filter(night -> !nights.isBegun(night));
    }

    /**
     * Begins a night; its number.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node was faster; roll back then
     */
    public String begin(LocalDate night) {
        String number = numbers.next(SERIES);
        nights.begin(number, night, clock.instant());
        return number;
    }

    /** A night that is to be compared, by this caller alone until its lease is over. */
    public Optional<Night> claim(String owner) {
        Instant now = clock.instant();
        return nights.unclaimed(now)
                .filter(night -> nights.lease(night.number(), owner, now, now.plus(settings.lease())));
    }

    /** Whether the part was not settled yet, and is to be asked for now. */
    @Transactional(readOnly = true)
    public boolean isDue(Night night, Comparison part) {
        return known(night, part)
                .map(known -> !known.isSettled()
                        && (isOver(night)
                                || !clock.instant().isBefore(known.askedAt().plus(settings.retry()))))
                .orElse(true);
    }

    /** Keeps what a listing brought; does nothing once another node compares in the caller's place. */
    public void keep(Night night, String owner, Comparison part, Instant askedAt, Compared compared) {
        if (nights.holds(night.number(), owner, clock.instant().plus(settings.lease()))) {
            boolean doubtful = compared.isDoubtful(settings);
            nights.keep(new NightPart(
                    night.number(),
                    part.part(),
                    part.partner(),
                    doubtful ? NightPart.State.DOUBTFUL : NightPart.State.COMPARED,
                    compared.ours(),
                    compared.listed(),
                    compared.differences().size(),
                    null,
                    askedAt));
            if (doubtful) {
                doubt(night, part, askedAt, compared);
            } else {
                merge(night, part, askedAt, compared.differences());
            }
        }
    }

    /** Notes that a partner did not list what it has. */
    public void noteSilence(Night night, String owner, Comparison part, Instant askedAt, String words) {
        if (nights.holds(night.number(), owner, clock.instant().plus(settings.lease()))) {
            nights.keep(new NightPart(
                    night.number(),
                    part.part(),
                    part.partner(),
                    NightPart.State.WAITING,
                    null,
                    null,
                    null,
                    words,
                    askedAt));
        }
    }

    /** Somebody goes on at the next round. */
    public void release(Night night, String owner) {
        nights.release(night.number(), owner);
    }

    /** Whether every part is settled, or partners were given all the time they get. */
    @Transactional(readOnly = true)
    public boolean isComplete(Night night, List<Comparison> parts) {
        Set<String> settled = nights.parts(List.of(night.number())).stream()
                .filter(NightPart::isSettled)
                .map(NightPart::part)
                .collect(Collectors.toSet());
        return isOver(night) || parts.stream().map(Comparison::part).allMatch(settled::contains);
    }

    /**
     * Ends a night: what is new goes to the open task, or to one of its own, as the setting says.
     *
     * @return empty when another node has done so
     */
    public Optional<Finished> finish(Night night, String owner) {
        nights.lock();
        if (!nights.holds(night.number(), owner, clock.instant())) {
            return Optional.empty();
        }
        nights.giveUp(night.number());
        Finished finished = handOver(night);
        nights.finish(night.number(), finished.outcome(), clock.instant());
        nights.discard(night.night().minus(settings.keep()));
        return Optional.of(finished);
    }

    /**
     * What came of a night.
     *
     * @param emptied number of the night whose task has nothing left to be decided on; null for none
     */
    public record Finished(Outcome outcome, String emptied) {}

    /** The task of a night is done with. */
    public void settle(String task) {
        nights.settle(task, clock.instant());
    }

    private Finished handOver(Night night) {
        Optional<String> open = nights.withOpenTask();
        boolean found = differences.countReported() > 0;
        if (found && !reportsOnly()) {
            differences.putBeforePeople(open.orElse(night.number()));
            return new Finished(open.isPresent() ? Outcome.ADDED : Outcome.TASK, null);
        }
        String emptied = open.filter(task -> differences.countLeft(task) == 0).orElse(null);
        if (emptied != null) {
            nights.settle(emptied, clock.instant());
        }
        return new Finished(found ? Outcome.REPORTED : Outcome.NOTHING, emptied);
    }

    private boolean reportsOnly() {
        return switch (settings.tasks()) {
            case NEVER -> true;
            case ALWAYS -> false;
            case AFTER_FIRST ->
                !nights.isFinishedSince(subscriptions.lastImport().orElse(null));
        };
    }

    /** What stood there before is neither seen nor gone: nobody knows. */
    private void doubt(Night night, Comparison part, Instant askedAt, Compared compared) {
        differences.forgetDoubtful(part.part());
        compared.differences().stream()
                .limit(MOST_DOUBTFUL)
                .forEach(one -> differences.add(part.part(), one, DifferenceState.DOUBTFUL, night.number(), askedAt));
        var whole = new Difference(
                DifferenceKind.LISTING_DOUBTFUL,
                part.part(),
                null,
                null,
                String.valueOf(compared.ours()),
                String.valueOf(compared.listed()),
                null);
        see(night, part, askedAt, whole, differences.live(part.part()));
    }

    private void merge(Night night, Comparison part, Instant askedAt, List<Difference> found) {
        List<KnownDifference> known = differences.live(part.part());
        found.forEach(one -> see(night, part, askedAt, one, known));
        known.stream().filter(one -> found.stream().noneMatch(one::isSame)).forEach(one -> differences.close(one.id()));
    }

    private void see(Night night, Comparison part, Instant askedAt, Difference seen, List<KnownDifference> known) {
        known.stream()
                .filter(one -> one.isSame(seen))
                .findFirst()
                .ifPresentOrElse(
                        one -> {
                            differences.seeAgain(one.id(), seen, night.number(), askedAt);
                            if (one.comesAgain(seen, askedAt, night.night())) {
                                differences.report(one.id());
                            }
                        },
                        () -> differences.add(part.part(), seen, DifferenceState.REPORTED, night.number(), askedAt));
    }

    private boolean isOver(Night night) {
        return !clock.instant().isBefore(night.startedAt().plus(settings.patience()));
    }

    private Optional<NightPart> known(Night night, Comparison part) {
        return nights.parts(List.of(night.number())).stream()
                .filter(known -> known.part().equals(part.part()))
                .findFirst();
    }
}
