package be.belnet.orderdesk.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.termination.GivenBy;
import be.belnet.orderdesk.termination.NewNotice;
import be.belnet.orderdesk.termination.Terminations;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers and account managers hear of the end of a trial, and when. */
@ProcessTest
class TrialRoundsTest {
    /** Row 80 of notice-periods. */
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private static final LocalDate EARLY = LocalDate.of(2026, 12, 16);
    private static final LocalDate LAST_SAFE_DAY = LocalDate.of(2026, 12, 23);
    private static final LocalDate HANDED_OVER = LocalDate.of(2026, 12, 1);

    @Autowired
    TrialRounds rounds;

    @Autowired
    TrialDays days;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Terminations terminations;

    @Autowired
    OrderFile orders;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void endOfATrialIsSpokenOfThreeTimesAndEachTimeOnce() {
        Subscription trial = known.mailSecurity("nl", HANDED_OVER, END);
        days.come(EARLY.minusDays(1), 18);
        assertThat(mails(trial)).isEmpty();
        days.come(EARLY, 8);
        assertThat(mails(trial)).as("before business nothing leaves").isEmpty();
        twice(EARLY);
        assertThat(templates(trial)).containsExactly("trial-reminder", "trial-reminder-account-manager");
        twice(LAST_SAFE_DAY.minusDays(1));
        assertThat(mails(trial)).hasSize(2);
        twice(LAST_SAFE_DAY);
        twice(LAST_SAFE_DAY.plusDays(1));
        twice(END);
        assertThat(mails(trial)).hasSize(4);
        twice(END.plusDays(1));
        twice(END.plusDays(2));

        assertThat(templates(trial))
                .containsExactly(
                        "trial-reminder",
                        "trial-reminder-account-manager",
                        "trial-reminder",
                        "trial-reminder-account-manager",
                        "trial-ended",
                        "trial-ended-account-manager");
        assertThat(subscriptions.history(trial.id()))
                .extracting(SubscriptionEvent::kind)
                .endsWith("trialReminded", "trialLastDay", "trialEnded");
        assertThat(subscriptions.get(trial.id()).state()).isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void mailsNameTheDaysInTheCustomersLanguage() {
        Subscription trial = known.mailSecurity("fr", HANDED_OVER, END);
        twice(EARLY);
        twice(END.plusDays(1));

        assertThat(mails(trial).get(0).text().replaceAll("\\s+", " "))
                .contains("jusqu’au jeudi 31 décembre 2026 inclus", "au plus tard le mercredi 23 décembre 2026")
                .contains("votre contrat signé se poursuit");
        assertThat(mails(trial).get(0).to().role()).isEqualTo("requester");
        assertThat(mails(trial).get(1).to().role()).isEqualTo("accountManager");
        assertThat(mails(trial).get(1).text()).contains("/subscriptions/" + trial.id());
        assertThat(mails(trial).get(2).text().replaceAll("\\s+", " "))
                .contains(trial.agreement().contractNumber() + " se poursuit");
    }

    @Test
    void lastSafeDayThatWasMissedIsSaidAsOneThatIsOver() {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        twice(LAST_SAFE_DAY.plusDays(2));

        assertThat(templates(trial)).containsExactly("trial-reminder", "trial-reminder-account-manager");
        assertThat(mails(trial).get(0).text().replaceAll("\\s+", " "))
                .contains("before the trial is over", "had to reach us by Wednesday 23 December 2026");
    }

    @Test
    void noticeSilencesAll() {
        Subscription trial = known.mailSecurity("nl", HANDED_OVER, END);
        subscriptions.giveNotice(trial.id(), EARLY.minusDays(1), END.plusDays(1), null);
        twice(EARLY);
        twice(LAST_SAFE_DAY);
        twice(END.plusDays(1));

        assertThat(mails(trial)).isEmpty();
    }

    @Test
    void nothingIsSaidWhileANoticeIsLookedAt() {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        String file = noticeOf(trial);
        twice(EARLY);
        twice(LAST_SAFE_DAY);
        twice(END.plusDays(1));
        assertThat(mails(trial)).isEmpty();

        orders.close(file, OrderState.REJECTED, "It is somebody else's");
        twice(END.plusDays(2));
        assertThat(templates(trial)).containsExactly("trial-ended", "trial-ended-account-manager");
        assertThat(mails(trial).get(0).text().replaceAll("\\s+", " "))
                .as("a notice was given, and refused")
                .contains("no notice that counts", "goes on")
                .doesNotContain("You have not given notice");
    }

    @Test
    void reminderIsMadeUpForWhenANoticeIsWithdrawn() {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        String file = noticeOf(trial);
        twice(EARLY);
        assertThat(mails(trial)).isEmpty();
        orders.close(file, OrderState.WITHDRAWN, "They stay");
        twice(EARLY.plusDays(1));
        assertThat(templates(trial)).containsExactly("trial-reminder", "trial-reminder-account-manager");
    }

    @Test
    void noticeOfAnotherServiceSilencesNothing() {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        Subscription other = known.certificates(trial.acronym(), HANDED_OVER);
        noticeOf(other);
        twice(EARLY);
        assertThat(mails(trial)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "termination, BAMS, triage, false",
        "termination, BAMS, waiting, false",
        "unclear, BAMS, triage, false",
        "unclear, unclear, triage, false",
        "termination, DCS, triage, true",
        "support, BAMS, triage, true",
        "termination, BAMS, sorted, true"
    })
    void nothingIsSaidWhileAMailThatMayGiveNoticeIsNotSorted(String kind, String service, String state, boolean said) {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        mail(trial.acronym(), kind, service, state, "We write for the acronym " + trial.acronym());
        twice(END.plusDays(1));
        assertThat(!mails(trial).isEmpty()).isEqualTo(said);
        sort(trial.acronym());
        twice(END.plusDays(2));
        assertThat(templates(trial)).containsExactly("trial-ended", "trial-ended-account-manager");
    }

    @Test
    void mailOfAStrangerThatNamesTheOrderMayGiveNoticeToo() {
        Subscription trial = known.mailSecurity("en", HANDED_OVER, END);
        mail(trial.acronym(), "termination", "unclear", "triage", "We end " + trial.orderNumber());
        twice(END.plusDays(1));
        sort(trial.acronym());
        assertThat(mails(trial)).isEmpty();
    }

    @Test
    void trialOfASubscriptionThatHasEndedIsOver() {
        Subscription trial = known.mailSecurity("nl", HANDED_OVER, END);
        subscriptions.terminate(trial.id(), EARLY, null);
        twice(EARLY);

        assertThat(mails(trial)).isEmpty();
    }

    @Test
    void trialCountsFromHandOverAlthoughTheContractIsNotCountersignedYet() {
        Subscription other = known.mailSecurity("nl", HANDED_OVER, END);
        String order = known.order("BAMS", other.acronym(), "nl");
        long id = subscriptions.open("BAMS", other.acronym(), order).id();
        subscriptions.provision(order);
        subscriptions.beginTrial(order, END);
        twice(LAST_SAFE_DAY);
        assertThat(correspondence.of(order)).hasSize(2);
        twice(END.plusDays(1));

        assertThat(correspondence.of(order))
                .as("a contract that is not concluded does not go on")
                .hasSize(2);
        assertThat(subscriptions.get(id).trialEndsOn()).isEqualTo(END);
    }

    @Test
    void ofTwoNodesOneSaysIt() throws Exception {
        Subscription trial = known.mailSecurity("nl", HANDED_OVER, END);
        clock.to(EARLY.atTime(10, 0).atZone(ZoneId.of("Europe/Brussels")).toInstant());

        assertThat(AtOnce.run(4, rounds::look)).isEmpty();
        assertThat(templates(trial)).containsExactly("trial-reminder", "trial-reminder-account-manager");
    }

    /** Nobody has judged it yet. */
    private String noticeOf(Subscription subscription) {
        return transactions.execute(open -> terminations
                .open(
                        new NewNotice(
                                subscription.service(),
                                subscription.acronym(),
                                GivenBy.CUSTOMER,
                                Channel.MAIL,
                                null,
                                HANDED_OVER,
                                null,
                                null,
                                false,
                                "We end it",
                                null,
                                new Requester("Head of IT", "it@customer.example", null, "en"),
                                null),
                        null)
                .number());
    }

    private void mail(String key, String kind, String service, String state, String subject) {
        jdbc.sql(
                        "insert into incoming_mail (message_key, state, kind, service, certain, sender_email, language, subject,"
                                + " thread, words, forwarded, cut_short, received_at, taken_at, attempts, next_attempt_at)"
                                + " values (?, ?, ?, ?, false, 'it@customer.example', 'en', ?, '', 'As I said', false, false,"
                                + " current_timestamp, current_timestamp, 0, timestamp with time zone '2099-01-01 00:00:00+00:00')")
                .params(key, state, kind, service, subject)
                .update();
    }

    private void sort(String key) {
        jdbc.sql("update incoming_mail set state = 'sorted' where message_key = ?")
                .param(key)
                .update();
    }

    private void twice(LocalDate day) {
        days.come(day, 9);
        days.come(day, 17);
    }

    private List<SentMail> mails(Subscription trial) {
        return correspondence.of(trial.orderNumber());
    }

    private List<String> templates(Subscription trial) {
        return mails(trial).stream().map(SentMail::template).toList();
    }
}
