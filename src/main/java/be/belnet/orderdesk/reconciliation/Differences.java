package be.belnet.orderdesk.reconciliation;

import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide on differences, and what has come of it. */
@Service
@Transactional
public class Differences {
    private final NightRows nights;
    private final DifferenceRows rows;
    private final Clock clock;

    Differences(NightRows nights, DifferenceRows rows, Clock clock) {
        this.nights = nights;
        this.rows = rows;
        this.clock = clock;
    }

    /** Holds back a night that would add to a task, or take from it, until the caller's transaction ends. */
    public void hold() {
        nights.lock();
    }

    /** Those to be decided on in a task, by kind. */
    @Transactional(readOnly = true)
    public List<KnownDifference> open(String task) {
        return rows.open(task);
    }

    /** How many of a task are to be decided on or done. */
    @Transactional(readOnly = true)
    public int left(String task) {
        return rows.countLeft(task);
    }

    /** What stood partners' listings beside ours in the night of a task. */
    @Transactional(readOnly = true)
    public List<NightPart> parts(String night) {
        return nights.parts(List.of(night));
    }

    /** Has them done, each at a place of its own from 0 on. */
    public void letAct(List<KnownDifference> chosen, String by) {
        for (int place = 0; place < chosen.size(); place++) {
            rows.decide(chosen.get(place).id(), DifferenceState.ACTING, place, null, by, clock.instant(), null);
        }
    }

    /** A person has seen to them, or accepts them; they come again when something about them changes. */
    public void settleByHand(List<KnownDifference> chosen, String reason, String by) {
        chosen.forEach(one -> rows.decide(one.id(), DifferenceState.BY_HAND, null, reason, by, clock.instant(), null));
    }

    /** They are put before people again after so many days, should they still be there. */
    public void leave(List<KnownDifference> chosen, int days, String reason, String by) {
        LocalDate again = BelgianTime.today(clock).plusDays(days);
        chosen.forEach(one -> rows.decide(one.id(), DifferenceState.LEFT, null, reason, by, clock.instant(), again));
    }

    /** The one to be done at a place of a task; empty once it is done, or seen no more. */
    @Transactional(readOnly = true)
    public Optional<KnownDifference> acting(String task, int place) {
        return rows.acting(task, place);
    }

    /** Done. */
    public void settled(KnownDifference difference) {
        rows.settled(difference.id(), clock.instant());
    }

    /** By our own rows it is none any more. */
    public void gone(KnownDifference difference) {
        rows.close(difference.id());
    }

    /** The partner did not do it; the person decides again. */
    public void kept(KnownDifference difference, String words) {
        rows.kept(difference.id(), words);
    }
}
