package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.notice.NoticeRules;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days on which the end of a trial is spoken of, in the working days by which notices are counted. */
@Component
class TrialReminders {
    private final NoticeRules rules;
    private final SubscriptionProperties properties;

    TrialReminders(NoticeRules rules, SubscriptionProperties properties) {
        this.rules = rules;
        this.properties = properties;
    }

    /** The working day on which customers are reminded: the last one that has so many after it. */
    LocalDate earlyOn(LocalDate trialEndsOn) {
        return rules.terms()
                .workingDays()
                .lastBefore(trialEndsOn, properties.remindBefore() + 1)
                .plusDays(1);
    }

    /** The last day, open or not, on which notice still lets the service end with the trial. */
    LocalDate lastSafeDay(LocalDate trialEndsOn) {
        return rules.terms().lastSafeDay(trialEndsOn);
    }

    /** Working days that a notice in the trial takes (B11). */
    int noticeDays() {
        return rules.terms().trialDays();
    }
}
