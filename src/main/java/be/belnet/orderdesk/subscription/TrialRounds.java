package be.belnet.orderdesk.subscription;

import static be.belnet.orderdesk.subscription.Trials.Word.EARLY;
import static be.belnet.orderdesk.subscription.Trials.Word.ENDED;
import static be.belnet.orderdesk.subscription.Trials.Word.LAST_SAFE_DAY;
import static be.belnet.orderdesk.time.BelgianTime.BRUSSELS;

import be.belnet.orderdesk.subscription.Trials.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Speaks of the end of trials: some days before it, on the last day on which notice lets the service end with it, and when it
 * is over without notice. Each is said once, by one node; a day missed is made up for as long as what is said still helps,
 * and nothing is said while it is not clear whether notice was given.
 */
@Component
class TrialRounds {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRounds.class);

    /** Calendar days that the working days before the end of a trial take at most. */
    private static final int LONGEST_AHEAD = 120;

    private final Trials trials;
    private final TrialReminders days;
    private final TrialMails mails;
    private final List<NoticesUnderWay> notices;
    private final SubscriptionHistory history;
    private final TransactionTemplate transactions;
    private final SubscriptionProperties properties;
    private final Clock clock;

    TrialRounds(
            Trials trials,
            TrialReminders days,
            TrialMails mails,
            List<NoticesUnderWay> notices,
            SubscriptionHistory history,
            TransactionTemplate transactions,
            SubscriptionProperties properties,
            Clock clock) {
        this.trials = trials;
        this.days = days;
        this.mails = mails;
        this.notices = List.copyOf(notices);
        this.history = history;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.subscriptions.round:PT10M}")
    void look() {
        ZonedDateTime now = clock.instant().atZone(BRUSSELS);
        if (now.getHour() >= properties.hour()) {
            LocalDate today = now.toLocalDate();
            trials.endingBy(today.plusDays(LONGEST_AHEAD)).forEach(trial -> guarded(trial, today));
        }
    }

    private void guarded(Subscription trial, LocalDate today) {
        try {
            due(trial, today)
                    .filter(word -> !trials.wasSaid(trial.id(), word))
                    .ifPresent(word -> transactions.executeWithoutResult(open -> say(trial, word, today)));
        } catch (DuplicateKeyException another) {
            LOG.debug("Another node spoke of the trial of subscription {}", trial.id());
        } catch (RuntimeException unexpected) {
            // its message may quote anything and stays out of the log
            LOG.error(
                    "The end of the trial of subscription {} could not be spoken of: {}",
                    trial.id(),
                    unexpected.getClass().getName());
        }
    }

    /** What there is to say today; before the contract is countersigned nothing of its going on. */
    private Optional<Word> due(Subscription trial, LocalDate today) {
        LocalDate end = trial.trialEndsOn();
        if (today.isAfter(end)) {
            return trial.state().isRunning() ? Optional.of(ENDED) : Optional.empty();
        } else if (!today.isBefore(days.lastSafeDay(end))) {
            return Optional.of(LAST_SAFE_DAY);
        }
        return today.isBefore(days.earlyOn(end)) ? Optional.empty() : Optional.of(EARLY);
    }

    private void say(Subscription trial, Word word, LocalDate today) {
        if (!trials.hold(trial) || notices.stream().anyMatch(notice -> notice.concern(trial))) {
            return;
        }
        trials.say(trial.id(), word);
        LocalDate lastSafeDay = days.lastSafeDay(trial.trialEndsOn());
        switch (word) {
            case EARLY -> {
                mails.remind(trial, lastSafeDay, today.isAfter(lastSafeDay));
                history.note(
                        trial.id(), "trialReminded", null, trial.trialEndsOn().toString());
            }
            case LAST_SAFE_DAY -> {
                mails.remind(trial, lastSafeDay, today.isAfter(lastSafeDay));
                history.note(trial.id(), "trialLastDay", null, lastSafeDay.toString());
            }
            case ENDED -> {
                mails.end(trial);
                history.note(trial.id(), mails.goesOn() ? "trialEnded" : "trialEndedAsk", null, null);
            }
        }
    }
}
