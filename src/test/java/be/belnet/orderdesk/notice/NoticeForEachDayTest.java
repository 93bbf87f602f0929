package be.belnet.orderdesk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every day from 2020 to 2040, whatever the examples say. */
class NoticeForEachDayTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2040, 12, 31);

    private final NoticeRules rules = new NoticeRules(Notices.SETTINGS);
    private final NoticeTerms terms = rules.terms();

    @Test
    void contractEndsOnAFirstOfJanuaryThreeToFifteenMonthsLater() {
        assertThat(days()).allSatisfy(day -> {
            LocalDate end = contract(day, terms);
            assertThat(end.getDayOfYear()).isEqualTo(1);
            assertThat(end).isBetween(day.plusMonths(3).plusDays(1), day.plusMonths(15));
        });
    }

    @Test
    void laterNoticeNeverEndsAContractEarlier() {
        assertThat(days()).allSatisfy(day -> assertThat(contract(day, terms))
                .isBeforeOrEqualTo(contract(day.plusDays(1), terms)));
    }

    @Test
    void lastDayForTheNextYearIsThirtySeptember() {
        assertThat(days()).allSatisfy(day -> {
            boolean inTime = day.getMonthValue() <= 9;
            assertThat(contract(day, terms)).isEqualTo(LocalDate.of(day.getYear() + (inTime ? 1 : 2), 1, 1));
        });
        assertThat(ContractReading.STRICT.lastDayFor(LocalDate.of(2027, 1, 1), 3))
                .isEqualTo("2026-09-30");
        assertThat(ContractReading.LENIENT.lastDayFor(LocalDate.of(2027, 1, 1), 3))
                .isEqualTo("2026-10-01");
        assertThat(ContractReading.LITERAL.lastDayFor(LocalDate.of(2027, 1, 1), 3))
                .isEqualTo("2026-12-31");
    }

    @Test
    void lenientReadingDiffersOnTheFirstOfOctoberOnly() {
        assertThat(days()).allSatisfy(day -> assertThat(
                        contract(day, terms).equals(contract(day, terms.reading(ContractReading.LENIENT))))
                .isEqualTo(!MonthDay.from(day).equals(MonthDay.of(10, 1))));
    }

    @Test
    void certificatesNeverEndWithinTheirFirstYear() {
        List<LocalDate> starts = Stream.of("2025-01-01", "2025-06-15", "2028-02-29", "2025-12-31")
                .map(LocalDate::parse)
                .toList();
        assertThat(days()).allSatisfy(day -> assertThat(starts).allSatisfy(start -> {
            LocalDate anniversary = certificates(start, day, terms);
            LocalDate minimumTerm = certificates(start, day, terms.firstYear(FirstYear.MINIMUM_TERM));
            assertThat(anniversary).isAfterOrEqualTo(minimumTerm);
            assertThat(minimumTerm).isAfterOrEqualTo(FirstYear.endOf(start));
        }));
    }

    @Test
    void trialEndsAfterFiveWorkingDays() {
        assertThat(days()).allSatisfy(day -> {
            LocalDate last = trial(day, terms);
            assertThat(terms.workingDays().counts(last)).isTrue();
            assertThat(day.plusDays(1)
                            .datesUntil(last.plusDays(1))
                            .filter(terms.workingDays()::counts)
                            .count())
                    .isEqualTo(5);
        });
    }

    @Test
    void anotherClosingDayNeverEndsATrialEarlier() {
        WorkingDays fewer =
                new WorkingDays(false, Set.of(MonthDay.of(11, 2), MonthDay.of(11, 15), MonthDay.of(12, 26)));
        var others = new NoticeTerms(
                terms.reading(), terms.months(), terms.firstYear(), terms.notification(), terms.trialDays(), fewer);
        assertThat(days()).allSatisfy(day -> assertThat(trial(day, others)).isAfterOrEqualTo(trial(day, terms)));
        assertThat(trial(LocalDate.of(2026, 10, 30), others)).isEqualTo("2026-11-09");
    }

    private LocalDate contract(LocalDate day, NoticeTerms by) {
        return rules.judge(Notices.contract(day), by).effectiveDate();
    }

    private LocalDate certificates(LocalDate start, LocalDate day, NoticeTerms by) {
        return rules.judge(Notices.certificates(start, day), by).effectiveDate();
    }

    private LocalDate trial(LocalDate day, NoticeTerms by) {
        return rules.judge(Notices.trial(day, null), by).lastDayOfNotice();
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }
}
