package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.models.Table;
import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.Notice.Service;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.notice.Rules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that says whether a notice counts and who decides on it; it says the same as the calculator. */
class NoticePeriodTest {
    private static final Map<Map<String, Object>, Map<String, Object>> ANSWERS = new HashMap<>();
    private static final Table NOTICE_PERIOD = Table.read("termination/notice-period.dmn");
    private static final NoticeRules RULES = Rules.ofTheSettings();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @ParameterizedTest
    @CsvSource({
        // known, services, runs already, start known, phase, channel, by, before, exception, late, over
        "false, 0, false, true,  ,         ,                     ,         false, false,  0, false, false, customerUnknown,        review,    serviceDesk",
        "true,  0, false, true,  ,         ,                     ,         false, false,  0, false, false, noSubscription,         review,    serviceDesk",
        "true,  2, false, true,  ,         ,                     ,         false, false,  0, false, false, severalSubscriptions,   review,    serviceDesk",
        "true,  1, true,  true,  contract, registeredLetter,     customer, false, false,  0, false, false, noticeRunning,          review,    serviceDesk",
        "true,  1, false, false, ,         ,                     ,         false, false,  0, false, false, contractStartUnknown,   review,    serviceDesk",
        "true,  1, false, true,  contract, registeredLetter,     customer, true,  false,  0, false, false, beforeContract,         review,    serviceDesk",
        "true,  1, false, true,  contract, mail,                 customer, true,  false,  0, false, false, beforeContract,         review,    serviceDesk",
        "true,  1, false, true,  contract, mail,                 customer, false, false,  0, false, false, registeredLetterNeeded, intention, customer",
        "true,  1, false, true,  contract, mail,                 customer, false, true,   3, true,  false, registeredLetterNeeded, intention, customer",
        "true,  1, false, true,  contract, mail,                 belnet,   false, false,  0, false, false, registeredLetterNeeded, decide,    manager",
        "true,  1, false, true,  contract, other,                customer, false, false,  0, false, false, evidenceNeeded,         decide,    manager",
        "true,  1, false, true,  contract, registeredLetter,     customer, false, false,  0, true,  true,  dayOver,                decide,    manager",
        "true,  1, false, true,  trial,    mail,                 customer, false, false,  0, true,  true,  dayOver,                decide,    manager",
        "true,  1, false, true,  contract, registeredLetter,     customer, false, true,   0, false, true,  exceptionAsked,         decide,    manager",
        "true,  1, false, true,  trial,    mail,                 customer, false, true,   0, false, true,  exceptionAsked,         decide,    manager",
        "true,  1, false, true,  contract, registeredLetter,     belnet,   false, false,  0, false, true,  belnetsOwn,             decide,    manager",
        "true,  1, false, true,  trial,    mail,                 belnet,   false, false,  0, false, true,  belnetsOwn,             decide,    manager",
        "true,  1, false, true,  contract, registeredLetter,     customer, false, false,  1, false, true,  late,                   decide,    manager",
        "true,  1, false, true,  contract, electronicRegistered, customer, false, false,  7, false, true,  late,                   decide,    manager",
        "true,  1, false, true,  contract, registeredLetter,     customer, false, false,  8, false, true,  contract,               accept,    rule",
        "true,  1, false, true,  contract, registeredLetter,     customer, false, false,  0, false, true,  contract,               accept,    rule",
        "true,  1, false, true,  contract, electronicRegistered, customer, false, false,  0, false, true,  contract,               accept,    rule",
        "true,  1, false, true,  trial,    mail,                 customer, false, false,  0, false, true,  trial,                  accept,    rule",
        "true,  1, false, true,  trial,    other,                customer, false, false,  0, false, true,  trial,                  accept,    rule",
        "true,  1, false, true,  trial,    mail,                 noContact, false, false, 0, false, false, noContact,              review,    serviceDesk",
        "true,  1, false, true,  trial,    mail,                 noContact, false, true,  0, true,  false, noContact,              review,    serviceDesk",
        "true,  1, false, true,  contract, mail,                 noContact, false, false, 0, false, false, registeredLetterNeeded, intention, customer",
        "true,  1, false, true,  contract, mail,                 noContact, true,  false, 0, false, false, beforeContract,         review,    serviceDesk",
    })
    void noticeCountsOrAPersonHearsWhyNot(
            boolean known,
            int services,
            boolean running,
            boolean startKnown,
            String phase,
            String channel,
            String givenBy,
            boolean before,
            boolean exception,
            int late,
            boolean over,
            boolean valid,
            String reason,
            String outcome,
            String decider) {
        var facts = new NoticeFacts(
                known, services, running, startKnown, phase, channel, givenBy, before, exception, late, over);
        assertThat(answer(facts))
                .containsEntry("noticeValid", valid)
                .containsEntry("noticeReason", reason)
                .containsEntry("noticeOutcome", outcome)
                .containsEntry("decider", decider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerKnown", "subscriptions", "channel", "givenBy", "daysLate"})
    void missingFactGoesToAPerson(String missing) {
        var facts = new NoticeFacts(
                        true, 1, false, true, "contract", "registeredLetter", "customer", false, false, 0, false)
                .asMap();
        facts.put(missing, null);
        assertThat(answer(facts)).containsEntry("noticeOutcome", "review");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-16, trial,          accept, rule",
        "2026-05-17, exceptionAsked, decide, manager",
        "2028-06-15, exceptionAsked, decide, manager"
    })
    void wishForADayAfterTheTrialIsAnotherDayThanTheRuleHas(
            LocalDate wish, String reason, String outcome, String decider) {
        var notice = new Notice(
                Service.BAMS,
                Phase.TRIAL,
                Channel.MAIL,
                null,
                LocalDate.of(2026, 5, 15),
                null,
                LocalDate.of(2026, 5, 4),
                wish);
        assertThat(answer(NoticeFacts.of(notice, RULES.judge(notice), GivenBy.CUSTOMER, false, LONG_AGO)))
                .containsEntry("noticeReason", reason)
                .containsEntry("noticeOutcome", outcome)
                .containsEntry("decider", decider);
    }

    /** Each service, phase, channel and beginning of a contract, on each day of two years. */
    @Test
    void tableSaysTheSameAsTheCalculator() {
        int compared = 0;
        for (Service service : Service.values()) {
            for (Phase phase : Phase.values()) {
                for (Channel channel : Channel.values()) {
                    for (String start : List.of("2020-02-29", "2026-01-01", "2026-11-15", "2027-12-31")) {
                        compared += compareEachDay(service, phase, channel, LocalDate.parse(start));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(30_000);
    }

    private static int compareEachDay(Service service, Phase phase, Channel channel, LocalDate start) {
        if (service == Service.DCS && phase == Phase.TRIAL) {
            return 0;
        }
        List<LocalDate> days =
                LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2028, 6, 1)).toList();
        days.forEach(day -> compare(new Notice(service, phase, channel, start, null, null, day, null)));
        return days.size();
    }

    private static void compare(Notice notice) {
        Judgement judgement = RULES.judge(notice);
        Map<String, Object> answer = answerOnce(NoticeFacts.of(notice, judgement, GivenBy.CUSTOMER, false, LONG_AGO)
                .asMap());
        assertThat(answer.get("noticeValid")).as("%s", notice).isEqualTo(judgement.valid());
        if (!judgement.valid()) {
            assertThat(judgement.remarks().stream().map(Codes::of))
                    .as("%s", notice)
                    .contains((String) answer.get("noticeReason"));
        }
        boolean late = judgement.daysLate() >= 1 && judgement.daysLate() <= 7;
        assertThat(answer.get("noticeReason").equals("late")).as("%s", notice).isEqualTo(judgement.valid() && late);
    }

    private static Map<String, Object> answer(NoticeFacts facts) {
        return answer(facts.asMap());
    }

    private static Map<String, Object> answer(Map<String, Object> facts) {
        return NOTICE_PERIOD.answer(facts).getSingleResult().getEntryMap();
    }

    /** Most days come to the same facts. */
    private static Map<String, Object> answerOnce(Map<String, Object> facts) {
        return ANSWERS.computeIfAbsent(facts, NoticePeriodTest::answer);
    }
}
