package be.belnet.orderdesk.subscription;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * What customer and Belnet agreed on. A contract runs on by itself until one of them gives notice; nobody renews it.
 *
 * @param contractNumber such as BAMS-C-2026-00042, or as older contracts have it
 * @param startsOn when the contract was concluded
 * @param priceLine code of the tariff's line
 */
public record Agreement(String contractNumber, LocalDate startsOn, String priceLine) {
    /** The first day after the first contract year (D14): a year later; 1 March for a contract of 29 February. */
    public LocalDate firstYearOverOn() {
        return anniversary(1);
    }

    /** When the contract year began that a day falls into; the start itself for all days before it. */
    public LocalDate contractYear(LocalDate day) {
        int years = Math.max(0, day.getYear() - startsOn.getYear());
        LocalDate thisYear = anniversary(years);
        return years > 0 && thisYear.isAfter(day) ? anniversary(years - 1) : thisYear;
    }

    private LocalDate anniversary(int years) {
        LocalDate day = startsOn.plusYears(years);
        boolean leapDayMissing = MonthDay.from(startsOn).equals(MonthDay.of(Month.FEBRUARY, 29)) && !day.isLeapYear();
        return leapDayMissing ? day.plusDays(1) : day;
    }
}
