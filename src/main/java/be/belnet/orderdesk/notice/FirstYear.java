package be.belnet.orderdesk.notice;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.UnaryOperator;

/** How "after a first period of one year", which DCS has, is read. */
public enum FirstYear {
    /** Notice can be given once the first year is over; one that came before counts as given on the day after it. */
    NOTICE_FROM_ANNIVERSARY {
        @Override
        LocalDate countsFrom(LocalDate notifiedOn, LocalDate anniversary) {
            return later(notifiedOn, anniversary);
        }

        @Override
        LocalDate effectiveDate(LocalDate notifiedOn, LocalDate anniversary, UnaryOperator<LocalDate> reading) {
            return reading.apply(countsFrom(notifiedOn, anniversary));
        }
    },

    /** Notice can be given at any time; the service ends when the first year is over, at the earliest. */
    MINIMUM_TERM {
        @Override
        LocalDate countsFrom(LocalDate notifiedOn, LocalDate anniversary) {
            return notifiedOn;
        }

        @Override
        LocalDate effectiveDate(LocalDate notifiedOn, LocalDate anniversary, UnaryOperator<LocalDate> reading) {
            return later(reading.apply(notifiedOn), ContractReading.firstOfJanuaryFrom(anniversary));
        }
    };

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    /** When a notice counts as given. */
    abstract LocalDate countsFrom(LocalDate notifiedOn, LocalDate anniversary);

    /** First day without the service, by a reading of the rest of the rule. */
    abstract LocalDate effectiveDate(LocalDate notifiedOn, LocalDate anniversary, UnaryOperator<LocalDate> reading);

    /** First day after the first year of a contract; 1 March where it began on a 29 February. */
    public static LocalDate endOf(LocalDate contractStart) {
        return MonthDay.from(contractStart).equals(LEAP_DAY)
                ? LocalDate.of(contractStart.getYear() + 1, 3, 1)
                : contractStart.plusYears(1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
