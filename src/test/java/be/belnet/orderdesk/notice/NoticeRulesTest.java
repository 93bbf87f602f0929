package be.belnet.orderdesk.notice;

import static be.belnet.orderdesk.notice.Notices.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What both contracts say about notice, by worked examples. */
class NoticeRulesTest {
    private final NoticeRules rules = new NoticeRules(SETTINGS);

    @ParameterizedTest(name = "{0}: notice of {1}")
    @CsvFileSource(resources = "/notice/contract.csv", numLinesToSkip = 1)
    void contract(int row, LocalDate notified, LocalDate last, LocalDate strict, LocalDate lenient, LocalDate literal) {
        Judgement judgement = rules.judge(Notices.contract(notified));
        assertThat(judgement.valid()).isTrue();
        assertThat(judgement.countsFrom()).isEqualTo(notified);
        assertThat(judgement.lastDayOfNotice()).isEqualTo(last);
        assertThat(judgement.effectiveDate()).isEqualTo(strict);
        assertThat(judgement.lastDayOfService()).isEqualTo(strict.minusDays(1));
        assertThat(Notices.other(judgement, "LENIENT")).isEqualTo(lenient);
        assertThat(Notices.other(judgement, "LITERAL")).isEqualTo(literal);
        assertThat(judgement.remarks().contains(Remark.READINGS_DIFFER))
                .isEqualTo(!strict.equals(lenient) || !strict.equals(literal));
    }

    @ParameterizedTest(name = "{0}: notice of {1}, wish {2}")
    @CsvSource({
        "26, 2026-05-10, 2028-01-01, 2028-01-01, ",
        "27, 2026-05-10, 2026-12-31, 2027-01-01, ",
        "28, 2026-05-10, 2027-06-30, 2028-01-01, NOT_WITHIN_A_YEAR",
        "29, 2026-11-02, 2027-01-01, 2028-01-01, LATER_THAN_WISHED"
    })
    void wish(int row, LocalDate notified, LocalDate wish, LocalDate effective, Remark remark) {
        Judgement judgement = rules.judge(Notices.wishing(Notices.contract(notified), wish));
        assertThat(judgement.effectiveDate()).isEqualTo(effective);
        assertThat(judgement.remarks())
                .filteredOn(said -> said != Remark.READINGS_DIFFER)
                .isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    @ParameterizedTest(name = "{0}: contract from {1}, notice of {3}")
    @CsvFileSource(resources = "/notice/first-year.csv", numLinesToSkip = 1)
    void firstYearOfCertificates(
            int row,
            LocalDate start,
            LocalDate anniversary,
            LocalDate notified,
            LocalDate counts,
            LocalDate chosen,
            LocalDate minimumTerm) {
        Judgement judgement = rules.judge(Notices.certificates(start, notified));
        assertThat(FirstYear.endOf(start)).isEqualTo(anniversary);
        assertThat(judgement.countsFrom()).isEqualTo(counts);
        assertThat(judgement.effectiveDate()).isEqualTo(chosen);
        assertThat(Notices.other(judgement, "MINIMUM_TERM")).isEqualTo(minimumTerm);
        assertThat(judgement.remarks().contains(Remark.FIRST_YEAR)).isEqualTo(notified.isBefore(anniversary));
    }

    @ParameterizedTest(name = "{0}: posted {1}, received {2}")
    @CsvFileSource(resources = "/notice/notification.csv", numLinesToSkip = 1)
    void dayOfTheNotice(
            int row,
            LocalDate postedOn,
            LocalDate receivedOn,
            LocalDate thirdWorkingDay,
            LocalDate received,
            LocalDate posted,
            LocalDate byThirdWorkingDay) {
        Judgement judgement = rules.judge(Notices.letter(postedOn, receivedOn));
        assertThat(judgement.notifiedOn()).isEqualTo(receivedOn);
        assertThat(judgement.effectiveDate()).isEqualTo(received);
        assertThat(Notices.other(judgement, "POSTED")).isEqualTo(posted);
        assertThat(Notices.other(judgement, "THIRD_WORKING_DAY")).isEqualTo(byThirdWorkingDay);
        assertThat(rules.judge(Notices.letter(postedOn, null)).notifiedOn()).isEqualTo(thirdWorkingDay);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/notice/zone.csv", numLinesToSkip = 1)
    void momentsAreDatedInBrussels(int row, Instant moment, LocalDate notified, LocalDate effective) {
        assertThat(rules.dayOf(moment)).isEqualTo(notified);
        assertThat(rules.judge(Notices.contract(rules.dayOf(moment))).effectiveDate())
                .isEqualTo(effective);
    }

    @ParameterizedTest(name = "{0}: notice of {1}")
    @CsvFileSource(resources = "/notice/trial.csv", numLinesToSkip = 1)
    void trial(int row, LocalDate notified, LocalDate last, LocalDate effective) {
        Judgement judgement = rules.judge(Notices.trial(notified, null));
        assertThat(judgement.valid()).isTrue();
        assertThat(judgement.lastDayOfNotice()).isEqualTo(last);
        assertThat(judgement.effectiveDate()).isEqualTo(effective);
        assertThat(judgement.otherReadings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: trial until {1}")
    @CsvFileSource(resources = "/notice/last-safe-day.csv", numLinesToSkip = 1)
    void lastSafeDayOfATrial(int row, LocalDate trialEndsOn, LocalDate lastSafeDay) {
        assertThat(rules.terms().lastSafeDay(trialEndsOn)).isEqualTo(lastSafeDay);
        assertThat(rules.judge(Notices.trial(lastSafeDay, trialEndsOn)).remarks())
                .isEmpty();
        assertThat(rules.judge(Notices.trial(lastSafeDay.plusDays(1), trialEndsOn))
                        .remarks())
                .containsExactly(Remark.BEYOND_TRIAL);
    }

    @Test
    void trialMayEndLaterIfTheCustomerWishes() {
        LocalDate notified = LocalDate.of(2026, 4, 1);
        assertThat(rules.judge(Notices.wishing(Notices.trial(notified, null), LocalDate.of(2026, 5, 1)))
                        .effectiveDate())
                .isEqualTo("2026-05-01");
        assertThat(rules.judge(Notices.wishing(Notices.trial(notified, null), LocalDate.of(2026, 4, 9)))
                        .remarks())
                .containsExactly(Remark.LATER_THAN_WISHED);
    }

    @Test
    void noticeOfATrialThatIsOverIsNone() {
        Judgement judgement = rules.judge(Notices.trial(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 1)));
        assertThat(judgement.valid()).isFalse();
        assertThat(judgement.remarks()).contains(Remark.AFTER_TRIAL);
    }

    @Test
    void certificatesHaveNoTrial() {
        var notice = new Notice(
                Service.DCS,
                Phase.TRIAL,
                Channel.MAIL,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                LocalDate.of(2027, 2, 1),
                null);
        assertThat(rules.judge(notice).valid()).isFalse();
        assertThat(rules.judge(notice).remarks()).contains(Remark.NO_TRIAL);
        assertThat(rules.judge(notice).effectiveDate()).isEqualTo("2028-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTERED_LETTER, true, ",
        "ELECTRONIC_REGISTERED, true, ",
        "MAIL, false, REGISTERED_LETTER_NEEDED",
        "OTHER, false, EVIDENCE_NEEDED"
    })
    void contractIsEndedByRegisteredLetter(Channel channel, boolean valid, Remark why) {
        Judgement judgement = rules.judge(Notices.by(channel, Phase.CONTRACT));
        assertThat(judgement.valid()).isEqualTo(valid);
        assertThat(why == null || judgement.remarks().contains(why)).isTrue();
        assertThat(rules.judge(Notices.by(channel, Phase.TRIAL)).valid()).isTrue();
    }

    @Test
    void contractThatHasNotBegunIsNotEnded() {
        LocalDate start = LocalDate.of(2026, 3, 1);
        assertThat(rules.judge(Notices.certificates(start, start.minusDays(1))).remarks())
                .contains(Remark.BEFORE_CONTRACT);
        assertThat(rules.judge(Notices.certificates(start, start)).valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30, 0", "2026-10-01, 1", "2026-10-07, 7", "2026-12-31, 92", "2026-01-01, 0"})
    void daysThatAreMissing(LocalDate notified, int late) {
        assertThat(rules.judge(Notices.contract(notified)).daysLate()).isEqualTo(late);
    }

    /** Whoever could not give notice sooner is not late. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2027-10-01, 2029-01-01, 0",
        "2026-10-01, 2027-10-03, 2029-01-01, 0",
        "2026-09-30, 2027-10-03, 2029-01-01, 3",
        "2026-01-01, 2027-10-03, 2029-01-01, 3",
        "2026-11-15, 2027-12-31, 2029-01-01, 0"
    })
    void nobodyIsLateForWhatTheFirstYearRulesOut(LocalDate start, LocalDate notified, LocalDate endsOn, int late) {
        Judgement judgement = rules.judge(Notices.certificates(start, notified));
        assertThat(judgement.effectiveDate()).isEqualTo(endsOn);
        assertThat(judgement.daysLate()).isEqualTo(late);
    }

    @Test
    void nobodyIsLateForADayOnWhichThereWasNoContract() {
        assertThat(rules.judge(Notices.contractFrom(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5)))
                        .daysLate())
                .isZero();
        assertThat(rules.judge(Notices.contractFrom(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 5)))
                        .daysLate())
                .isEqualTo(5);
    }

    /** The trial of row 76 ends on 15 May 2026; by its rule the service ends with it, or with the days of notice. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-04, 2026-05-16, 2026-05-16, ",
        "2026-05-04, 2026-05-14, 2026-05-14, ",
        "2026-05-04, 2026-05-17, 2026-05-16, WISHED_AFTER_TRIAL",
        "2026-05-04, 2028-06-15, 2026-05-16, WISHED_AFTER_TRIAL",
        "2026-05-13, 2026-05-22, 2026-05-22, BEYOND_TRIAL",
        "2026-05-13, 2026-05-23, 2026-05-22, BEYOND_TRIAL WISHED_AFTER_TRIAL"
    })
    void trialDoesNotEndLongAfterItsLastDayAsAWishMayHaveIt(
            LocalDate notified, LocalDate wish, LocalDate endsOn, String remarks) {
        LocalDate trialEndsOn = LocalDate.of(2026, 5, 15);
        Judgement judgement = rules.judge(Notices.wishing(Notices.trial(notified, trialEndsOn), wish));
        assertThat(judgement.effectiveDate()).isEqualTo(endsOn);
        assertThat(judgement.remarks())
                .extracting(Remark::name)
                .containsExactly(remarks == null ? new String[0] : remarks.split(" "));
        assertThat(judgement.valid()).isTrue();
    }

    @Test
    void noticeHasADate() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules.judge(Notices.letter(null, null)));
    }

    @Test
    void certificatesNeedTheBeginningOfTheirContract() {
        assertThatIllegalArgumentException().isThrownBy(() -> Notices.certificates(null, LocalDate.of(2026, 1, 1)));
    }

    @Test
    void closingDayThatIsNoneStopsTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeProperties.WorkingDay(false, List.of("11-15", "31-12")))
                .withMessageContaining("extra-closing-days")
                .withMessageContaining("31-12");
    }
}
