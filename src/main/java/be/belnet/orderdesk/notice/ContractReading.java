package be.belnet.orderdesk.notice;

import java.time.LocalDate;

/**
 * How "at least three months' notice, taking effect on 1 January of the following year" is read. A contract ends at the
 * beginning of a 1 January, the first day without the service.
 */
public enum ContractReading {
    /** The months have passed, the day of the notification not counted, before the contract ends. */
    STRICT {
        @Override
        LocalDate effectiveDate(LocalDate notifiedOn, int months) {
            return firstOfJanuaryFrom(notifiedOn.plusMonths(months).plusDays(1));
        }
    },

    /** The day of the notification counts, or the months may pass at the moment at which the contract ends. */
    LENIENT {
        @Override
        LocalDate effectiveDate(LocalDate notifiedOn, int months) {
            return firstOfJanuaryFrom(notifiedOn.plusMonths(months));
        }
    },

    /** Always the next 1 January, however near. */
    LITERAL {
        @Override
        LocalDate effectiveDate(LocalDate notifiedOn, int months) {
            return firstOfJanuaryFrom(notifiedOn.plusDays(1));
        }
    };

    /** First day without the service. */
    abstract LocalDate effectiveDate(LocalDate notifiedOn, int months);

    /** Last day on which notice ends the service on a certain 1 January. */
    LocalDate lastDayFor(LocalDate effectiveDate, int months) {
        LocalDate day = effectiveDate.minusDays(1);
        while (effectiveDate(day, months).isAfter(effectiveDate)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The day itself when it is a 1 January, else the next one. */
    static LocalDate firstOfJanuaryFrom(LocalDate day) {
        return day.getDayOfYear() == 1 ? day : day.plusYears(1).withDayOfYear(1);
    }
}
