package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

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
    private static final LocalDate COMMON_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate LEAP_YEAR = LocalDate.of(2028, 1, 1);

    NoticeTerms reading(ContractReading other) {
        return new NoticeTerms(other, months, firstYear, notification, trialDays, workingDays);
    }

    NoticeTerms firstYear(FirstYear other) {
        return new NoticeTerms(reading, months, other, notification, trialDays, workingDays);
    }

    NoticeTerms notification(NotificationDate other) {
        return new NoticeTerms(reading, months, firstYear, other, trialDays, workingDays);
    }

    /**
     * Last day of a year on which notice still ends a contract with that year; empty where leap years have another, or each
     * day will do.
     */
    public Optional<MonthDay> lastDayOfYear() {
        LocalDate common = reading.lastDayFor(COMMON_YEAR.plusYears(1), months);
        LocalDate leap = reading.lastDayFor(LEAP_YEAR.plusYears(1), months);
        boolean same = common.getYear() == COMMON_YEAR.getYear()
                && MonthDay.from(common).equals(MonthDay.from(leap));
        return Optional.of(MonthDay.from(common)).filter(day -> same && reading != ContractReading.LITERAL);
    }

    /** Last day on which notice is in time for a trial that ends with a certain day. */
    public LocalDate lastSafeDay(LocalDate trialEndsOn) {
        return workingDays.lastBefore(trialEndsOn, trialDays);
    }
}
