package be.belnet.orderdesk.notice;

import be.belnet.orderdesk.notice.Judgement.OtherReading;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One notice by one way of reading. */
record NoticePeriod(Notice notice, NoticeTerms terms) {

    Judgement judge() {
        List<OtherReading> others = others();
        LocalDate effectiveDate = effectiveDate();
        List<Remark> remarks = remarks(effectiveDate, others);
        return new Judgement(
                remarks.stream().allMatch(Remark::valid),
                remarks,
                notifiedOn(),
                countsFrom(),
                lastDayOfNotice(),
                effectiveDate,
                daysLate(effectiveDate, remarks, others),
                others);
    }

    private LocalDate notifiedOn() {
        return terms.notification().of(notice.postedOn(), notice.receivedOn(), terms.workingDays());
    }

    private LocalDate countsFrom() {
        return hasFirstYear()
                ? terms.firstYear().countsFrom(notifiedOn(), FirstYear.endOf(notice.contractStart()))
                : notifiedOn();
    }

    private LocalDate lastDayOfNotice() {
        return isTrial()
                ? terms.workingDays().after(notifiedOn(), terms.trialDays())
                : countsFrom().plusMonths(terms.months());
    }

    private LocalDate effectiveDate() {
        LocalDate earliest = earliest();
        LocalDate wish = notice.wish();
        if (wish == null || !wish.isAfter(earliest)) {
            return earliest;
        }
        return isTrial() ? withinTrial(wish) : ContractReading.firstOfJanuaryFrom(wish);
    }

    /** A trial is ended within its days, or those of the notice; what is wished beyond them is not for the rule to grant. */
    private LocalDate withinTrial(LocalDate wish) {
        return isWishedAfterTrial() ? endOfTrial() : wish;
    }

    private boolean isWishedAfterTrial() {
        return isTrial() && precedes(endOfTrial(), notice.wish());
    }

    /** First day without the service when it lasts as long as the rule of a trial lets it; null when that is not known. */
    private LocalDate endOfTrial() {
        return Optional.ofNullable(notice.trialEndsOn())
                .map(lastDay -> precedes(lastDay, earliest()) ? earliest() : lastDay.plusDays(1))
                .orElse(null);
    }

    private LocalDate earliest() {
        if (isTrial()) {
            return lastDayOfNotice().plusDays(1);
        }
        return earliest(notifiedOn());
    }

    private LocalDate earliest(LocalDate notifiedOn) {
        return hasFirstYear()
                ? terms.firstYear().effectiveDate(notifiedOn, FirstYear.endOf(notice.contractStart()), this::byReading)
                : byReading(notifiedOn);
    }

    private LocalDate byReading(LocalDate from) {
        return terms.reading().effectiveDate(from, terms.months());
    }

    private boolean isTrial() {
        return notice.phase() == Phase.TRIAL && notice.service() == Service.BAMS;
    }

    private boolean hasFirstYear() {
        return notice.service() == Service.DCS;
    }

    private List<OtherReading> others() {
        Stream<OtherReading> contract = Arrays.stream(ContractReading.values())
                .filter(reading -> !isTrial() && reading != terms.reading())
                .map(reading -> other("contract.reading", reading, terms.reading(reading)));
        Stream<OtherReading> firstYear = Arrays.stream(FirstYear.values())
                .filter(reading -> hasFirstYear() && reading != terms.firstYear())
                .map(reading -> other("dcs.first-year", reading, terms.firstYear(reading)));
        Stream<OtherReading> notification = Arrays.stream(NotificationDate.values())
                .filter(reading -> notice.postedOn() != null && reading != terms.notification())
                .map(reading -> other("notification.date", reading, terms.notification(reading)));
        return Stream.of(contract, firstYear, notification).flatMap(all -> all).toList();
    }

    private OtherReading other(String setting, Enum<?> value, NoticeTerms otherwise) {
        LocalDate date = new NoticePeriod(notice, otherwise).effectiveDate();
        return new OtherReading(setting, value.name(), date, !date.equals(effectiveDate()));
    }

    private List<Remark> remarks(LocalDate effectiveDate, List<OtherReading> others) {
        List<Remark> remarks = new ArrayList<>();
        note(remarks, Remark.NO_TRIAL, notice.phase() == Phase.TRIAL && !isTrial());
        note(remarks, Remark.BEFORE_CONTRACT, !isTrial() && precedes(notifiedOn(), notice.contractStart()));
        note(remarks, Remark.AFTER_TRIAL, isTrial() && precedes(notice.trialEndsOn(), notifiedOn()));
        note(remarks, Remark.REGISTERED_LETTER_NEEDED, !isTrial() && notice.channel() == Channel.MAIL);
        note(remarks, Remark.EVIDENCE_NEEDED, !isTrial() && notice.channel() == Channel.OTHER);
        note(remarks, Remark.FIRST_YEAR, countsFrom().isAfter(notifiedOn()));
        note(remarks, Remark.BEYOND_TRIAL, isTrial() && precedes(notice.trialEndsOn(), lastDayOfNotice()));
        note(remarks, Remark.LATER_THAN_WISHED, isLaterThanWished(effectiveDate));
        note(remarks, Remark.WISHED_AFTER_TRIAL, isWishedAfterTrial());
        note(remarks, Remark.NOT_WITHIN_A_YEAR, isWithinAYear(notice.wish()));
        note(remarks, Remark.READINGS_DIFFER, others.stream().anyMatch(OtherReading::differs));
        return List.copyOf(remarks);
    }

    private static void note(List<Remark> remarks, Remark remark, boolean applies) {
        if (applies) {
            remarks.add(remark);
        }
    }

    private static boolean precedes(LocalDate one, LocalDate other) {
        return one != null && other != null && one.isBefore(other);
    }

    /** Of a contract one wishes the year that is the last, by its last day or the day after it. */
    private boolean isLaterThanWished(LocalDate effectiveDate) {
        return notice.wish() != null
                && effectiveDate.isAfter(isTrial() ? notice.wish() : ContractReading.firstOfJanuaryFrom(notice.wish()));
    }

    private boolean isWithinAYear(LocalDate wish) {
        return !isTrial()
                && wish != null
                && wish.getDayOfYear() != 1
                && wish.plusDays(1).getDayOfYear() != 1;
    }

    private int daysLate(LocalDate effectiveDate, List<Remark> remarks, List<OtherReading> others) {
        boolean matters = remarks.contains(Remark.LATER_THAN_WISHED)
                || others.stream().anyMatch(other -> other.effectiveDate().isBefore(effectiveDate));
        return isTrial() || remarks.contains(Remark.FIRST_YEAR) || !matters ? 0 : daysSinceLastDayForAYearEarlier();
    }

    private int daysSinceLastDayForAYearEarlier() {
        LocalDate lastDay = terms.reading().lastDayFor(earliest().minusYears(1), terms.months());
        return wasPossibleOn(lastDay) ? (int) Math.max(0, lastDay.until(notifiedOn(), ChronoUnit.DAYS)) : 0;
    }

    /** Notice of a day before the contract, or one that the first year keeps from counting, would have helped nobody. */
    private boolean wasPossibleOn(LocalDate day) {
        return !precedes(day, notice.contractStart()) && earliest(day).isBefore(earliest());
    }
}
