package be.belnet.orderdesk.subscription;

import be.belnet.orderdesk.calendar.OpeningDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The days on which the end of a trial is spoken of. They are counted in working days of the law, which are Belnet's opening
 * days: Monday to Friday without the ten public holidays.
 */
@Component
class TrialReminders {
    private final OpeningDays days;
    private final SubscriptionProperties properties;

    TrialReminders(OpeningDays days, SubscriptionProperties properties) {
        this.days = days;
        this.properties = properties;
    }

    /** The working day on which customers are reminded. */
    LocalDate earlyOn(LocalDate trialEndsOn) {
        LocalDate day = lastBefore(trialEndsOn, properties.remindBefore());
        while (!days.isOpen(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The last day, open or not, on which notice still lets the service end with the trial. */
    LocalDate lastSafeDay(LocalDate trialEndsOn) {
        return lastBefore(trialEndsOn, properties.trialNotice());
    }

    /** The last day after which so many working days come, up to and including another day. */
    private LocalDate lastBefore(LocalDate last, int workingDays) {
        LocalDate day = last;
        while (days.between(day, last) < workingDays) {
            day = day.minusDays(1);
        }
        return day;
    }
}
