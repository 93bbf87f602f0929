package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.calendar.WorkingDays;
import java.time.LocalDate;

/**
 * One way to read what the contracts say about notice.
 *
 * @param trialDays working days of notice in a trial
 */
public record NoticeTerms(
        ContractReading reading,
        int months,
        FirstYear firstYear,
        NotificationDate notification,
        int trialDays,
        WorkingDays workingDays) {

    NoticeTerms reading(ContractReading other) {
        return new NoticeTerms(other, months, firstYear, notification, trialDays, workingDays);
    }

    NoticeTerms firstYear(FirstYear other) {
        return new NoticeTerms(reading, months, other, notification, trialDays, workingDays);
    }

    NoticeTerms notification(NotificationDate other) {
        return new NoticeTerms(reading, months, firstYear, other, trialDays, workingDays);
    }

    /** Last day on which notice is in time for a trial that ends with a certain day. */
    public LocalDate lastSafeDay(LocalDate trialEndsOn) {
        return workingDays.lastBefore(trialEndsOn, trialDays);
    }
}
