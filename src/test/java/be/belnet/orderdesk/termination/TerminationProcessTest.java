package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Mornings;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Zones;
import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.dcs.CertificateDomains;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.notice.Judgement;
import be.belnet.orderdesk.notice.Notice;
import be.belnet.orderdesk.notice.Notice.Channel;
import be.belnet.orderdesk.notice.Notice.Phase;
import be.belnet.orderdesk.notice.NoticeRules;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderProcess;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.order.Wait;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.AnswersRefusedException.Refusal;
import be.belnet.orderdesk.workflow.Waits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way of a notice: to the end of the service, to its refusal, to its withdrawal, and every loop on it. */
@ProcessTest
class TerminationProcessTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2028, 1, 1);

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    TestClock clock;

    @Autowired
    Mornings mornings;

    @Autowired
    Terminations terminations;

    @Autowired
    NoticeRules rules;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    OrderFile orders;

    @Autowired
    OrderProcess process;

    @Autowired
    Correspondence correspondence;

    @Autowired
    TerminationProcess starts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Partners partners;

    @Autowired
    ApplianceHost appliances;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    CertificateDomains certificateDomains;

    @Autowired
    Waits waits;

    private String customer;

    @BeforeEach
    void customerInSpring() {
        notices.spring();
        customer = register.university("en");
    }

    @AfterEach
    void todayAndAllIsWell() {
        clock.putBack();
        partners.heal();
    }

    @Test
    void letterEndsMailSecurityOnTheDay() {
        String reference = Subscribers.reference();
        long id = subscribers.runningMailSecurity(customer, LONG_AGO, reference, "a." + reference + ".example");
        String appliance = subscriptions.get(id).references().applianceId();
        String file = notices.letter("BAMS", customer, Map.of());

        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(subscriptions.get(id).noticeGivenOn()).isEqualTo(clock.today());
        assertThat(mails(file)).containsExactly("notice-confirmed");
        assertThat(words(file, "notice-confirmed"))
                .contains("Tuesday 10 August 2027", "Friday 31 December 2027", "Saturday 1 January 2028");
        assertThat(orders.get(file).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(notices.timer(file, "intermediateCatchEvent_lastDayOver").getDuedate())
                .isEqualTo(Date.from(Instant.parse("2027-12-31T23:00:00Z")));

        notices.dayComes(file, id);
        assertThat(appliances.look(appliance).orElseThrow().state()).isEqualTo(Appliance.State.STOPPED);
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(mails(file)).containsExactly("notice-confirmed", "service-ended");
        assertThat(orders.get(file).state()).isEqualTo(OrderState.OPEN);
        assertThat(notices.timer(file, "intermediateCatchEvent_quarantineOver").getDuedate())
                .as("ten opening days after a Saturday that is a holiday")
                .isEqualTo(Date.from(Instant.parse("2028-01-13T23:00:00Z")));

        notices.quarantineOver(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(desk.isRunning(file)).isFalse();
        assertThat(appliances.look(appliance)).isEmpty();
        assertThat(partners.count(reference, "server stopped")).isOne();
        assertThat(partners.count(reference, "licence stopped")).isOne();
        assertThat(partners.count(reference, "server deleted")).isOne();
        assertThat(events(file))
                .containsSubsequence("applianceStopped", "licenceEnded", "serviceEnded", "applianceRemoved");
    }

    @Test
    void fileHasTheDatesOfTheCalculator() {
        long id = subscribers.certificates(customer, LocalDate.of(2026, 11, 15), domain("a"));
        for (String day : List.of("2027-05-10", "2027-04-01", "2026-12-31")) {
            String file = notices.letter("DCS", customer, Map.of("receivedOn", day));
            Judgement judgement = rules.judge(new Notice(
                    Notice.Service.DCS,
                    Phase.CONTRACT,
                    Channel.REGISTERED_LETTER,
                    LocalDate.of(2026, 11, 15),
                    null,
                    null,
                    LocalDate.parse(day),
                    null));
            Termination kept = terminations.get(file);
            assertThat(kept.reckoning().endsOn()).isEqualTo(judgement.effectiveDate());
            assertThat(kept.reckoning().lastDayOfNotice()).isEqualTo(judgement.lastDayOfNotice());
            assertThat(kept.endsOn()).isEqualTo(judgement.effectiveDate());
            assertThat(subscriptions.get(id).endsOn()).isEqualTo(judgement.effectiveDate());
            process.cancel(file, "Tried once more");
            desk.runJobs(file);
        }
    }

    @Test
    void mailEndsATrialAfterFiveWorkingDays() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, LocalDate.of(2027, 5, 12));
        String file = notices.letter("BAMS", customer, Map.of("channel", "mail"));
        assertThat(terminations.get(file).reckoning().phase()).isEqualTo(Phase.TRIAL);
        assertThat(subscriptions.get(id).endsOn())
                .as("Whit Monday is no working day")
                .isEqualTo(LocalDate.of(2027, 5, 19));
        notices.dayComes(file, id);
        notices.quarantineOver(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(events(file)).doesNotContain("applianceStopped", "licenceEnded");
    }

    @Test
    void wishForADayAfterTheTrialIsAManagersToGrant() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, LocalDate.of(2027, 5, 31));
        String file = notices.letter("BAMS", customer, Map.of("channel", "mail", "wish", "2028-06-15"));
        assertThat(why(file)).isEqualTo("exceptionAsked");
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnNotice");
        assertThat(mails(file)).isEmpty();
        decide(file, "manager1", Map.of("noticeDecision", "byRule"));
        assertThat(subscriptions.get(id).endsOn()).as("with the trial").isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void wishForADayWithinTheTrialIsFollowed() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, LocalDate.of(2027, 5, 31));
        notices.letter("BAMS", customer, Map.of("channel", "mail", "wish", "2027-05-25"));
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(LocalDate.of(2027, 5, 25));
    }

    @Test
    void mailDoesNotEndAContractUntilTheLetterIsHere() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of("channel", "mail"));
        assertThat(mails(file)).containsExactly("letter-needed");
        assertThat(words(file, "letter-needed"))
                .contains("Thursday 30 September 2027", "Friday 31 December 2027", "Simon Bolivar");
        assertThat(orders.get(file).turn()).isEqualTo(Turn.CUSTOMER);
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();

        refused(() -> desk.submit(file, "userTask_registerLetter", "relations1", Map.of("channel", "registeredLetter")))
                .containsExactly("form.error.required", "form.error.required");
        clock.toOpeningDay(3);
        desk.complete(file, "userTask_registerLetter", "relations1", letterOf(clock.today()));
        assertThat(mails(file)).containsExactly("letter-needed", "notice-confirmed");
        assertThat(subscriptions.get(id).noticeGivenOn()).isEqualTo(clock.today());
    }

    @Test
    void customerIsRemindedOfTheLetterThenAPersonDecides() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter(
                "BAMS", customer, Map.of("channel", "mail", "contactEmail", "it@" + customer + ".example"));
        assertThat(mornings.come(file, "letterReminder")).isEqualTo("wait");
        clock.toOpeningDay(5);
        mornings.come(file, "letterReminder");
        assertThat(mails(file)).containsExactly("letter-needed", "letter-reminder");
        waits.begin(
                desk.task(file, "userTask_registerLetter").getId(),
                new Wait(Turn.CUSTOMER, clock.today().plusDays(40), "Letter is on its way"));
        clock.toOpeningDay(10);
        assertThat(mornings.come(file, "letterReminder")).isEqualTo("wait");
        waits.customerAnswered(file);
        mornings.come(file, "letterReminder");
        assertThat(mails(file)).hasSize(3);
        clock.toOpeningDay(15);
        mornings.come(file, "letterReminder");
        assertThat(desk.openTasks(file)).containsExactly("userTask_takeUpIntention");
        assertThat(desk.task(file, "userTask_takeUpIntention").getAssignee()).isEqualTo("relations1");

        desk.complete(file, "userTask_takeUpIntention", "relations1", Map.of("intentionDecision", "waitOn"));
        assertThat(desk.openTasks(file)).containsExactly("userTask_registerLetter");
        assertThat(mornings.come(file, "letterReminder")).isEqualTo("wait");
        for (int days : List.of(5, 10, 15)) {
            clock.toOpeningDay(days);
            mornings.come(file, "letterReminder");
        }
        refused(() -> desk.submit(file, "userTask_takeUpIntention", "relations1", Map.of("intentionDecision", "lapse")))
                .containsExactly("form.error.needsReason");
        desk.complete(
                file,
                "userTask_takeUpIntention",
                "relations1",
                Map.of("intentionDecision", "lapse", "reason", "They stay"));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(orders.get(file).closingReason()).isEqualTo("They stay");
        assertThat(mails(file)).endsWith("notice-lapsed").doesNotContain("notice-withdrawn");
        assertThat(desk.isRunning(file)).isFalse();
    }

    @Test
    void serviceDeskFindsOutWhoseNoticeItIs() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", "NOBODY-" + customer, Map.of());
        assertThat(why(file)).isEqualTo("customerUnknown");
        refused(() -> review(file, Map.of("noticeReview", "goOn", "acronym", "NOBODY")))
                .containsExactly("form.error.unknownAcronym");
        desk.complete(
                file,
                "userTask_reviewNotice",
                "desk2",
                with(received(), Map.of("noticeReview", "goOn", "acronym", customer)));
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(terminations.registrants(file)).containsExactlyInAnyOrder("desk1", "desk2");
    }

    @Test
    void serviceDeskPicksOneOfSeveralServices() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        long second = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        assertThat(why(file)).isEqualTo("severalSubscriptions");
        desk.complete(
                file,
                "userTask_reviewNotice",
                "desk1",
                with(
                        received(),
                        Map.of("noticeReview", "goOn", "acronym", customer, "subscription", Long.toString(second))));
        assertThat(subscriptions.get(second).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(terminations.get(file).subscription()).isEqualTo(second);
    }

    @Test
    void noticeOfAServiceThatNobodyHasIsRefused() {
        String file = notices.letter("DCS", customer, Map.of());
        assertThat(why(file)).isEqualTo("noSubscription");
        refused(() -> review(file, Map.of("noticeReview", "refuse"))).containsExactly("form.error.needsReason");
        desk.complete(
                file,
                "userTask_reviewNotice",
                "desk1",
                Map.of("noticeReview", "refuse", "reason", "You have no such contract."));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        assertThat(orders.get(file).closingReason()).isEqualTo("You have no such contract.");
        assertThat(words(file, "notice-refused")).contains("You have no such contract.");
    }

    @Test
    void secondNoticeOfOneServiceIsLookedAt() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String first = notices.letter("BAMS", customer, Map.of("channel", "mail"));
        String second = notices.letter("BAMS", customer, Map.of());
        assertThat(why(second)).isEqualTo("noticeRunning");
        desk.complete(first, "userTask_registerLetter", "relations1", letterOf(clock.today()));
        assertThat(mails(first)).endsWith("notice-confirmed");
        String third = notices.letter("BAMS", customer, Map.of());
        assertThat(why(third)).isEqualTo("noticeRunning");
    }

    @Test
    void secondOfTwoNoticesAtOnceIsLookedAtAndRefused() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        List<String> files = new ArrayList<>();
        String first = transactions.execute(open -> {
            String unseen = starts.begin(noticeBy(Channel.REGISTERED_LETTER), "first/" + customer);
            files.add(CompletableFuture.supplyAsync(() -> notices.letter("BAMS", customer, Map.of("channel", "mail")))
                    .join());
            return unseen;
        });
        String second = files.get(0);
        assertThat(desk.openTasks(second)).containsExactly("userTask_registerLetter");
        desk.runJobs(first);

        assertThat(why(first)).isEqualTo("noticeRunning");
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
        refused(() -> review(first, Map.of("noticeReview", "goOn", "acronym", customer)))
                .containsExactly("form.error.noticeRunning");
        process.withdraw(second, "Sent twice");
        desk.runJobs(second);
        desk.complete(
                first,
                "userTask_reviewNotice",
                "desk1",
                with(received(), Map.of("noticeReview", "goOn", "acronym", customer)));
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
    }

    @Test
    void oneOfManyFilesAtOnceGetsTheEndOfAService() throws Exception {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        var files = new ConcurrentLinkedQueue<String>();
        for (int file = 0; file < 6; file++) {
            files.add(Objects.requireNonNull(transactions.execute(open ->
                    starts.begin(noticeBy(Channel.MAIL), UUID.randomUUID().toString()))));
        }
        List<String> all = List.copyOf(files);
        var winners = new ConcurrentLinkedQueue<String>();
        assertThat(AtOnce.run(
                        6,
                        () -> transactions.executeWithoutResult(open -> {
                            String file = files.poll();
                            if (terminations.claim(file, id)) {
                                winners.add(file);
                            }
                        })))
                .isEmpty();

        assertThat(winners).hasSize(1);
        String winner = winners.element();
        assertThat(all)
                .allSatisfy(file -> assertThat(terminations.claim(file, id)).isEqualTo(file.equals(winner)));
        terminations.mean(winner, null);
        String other = all.get(winner.equals(all.get(0)) ? 1 : 0);
        assertThat(terminations.claim(other, id)).isTrue();
    }

    @Test
    void lateLetterIsAManagersToAccept() {
        String file = late(3);
        assertThat(why(file)).isEqualTo("late");
        assertThat(terminations.get(file).reckoning().daysLate()).isEqualTo(3);
        refused(() -> decide(file, "manager1", Map.of("noticeDecision", "onTime")))
                .containsExactly("form.error.needsReason");
        decide(file, "manager1", Map.of("noticeDecision", "onTime", "reason", "Strike at the post"));
        assertThat(terminations.get(file).endsOn()).isEqualTo(NEW_YEAR);
    }

    @Test
    void lateLetterMayEndTheServiceByTheRule() {
        String file = late(3);
        decide(file, "manager1", Map.of("noticeDecision", "byRule"));
        assertThat(terminations.get(file).endsOn()).isEqualTo(LocalDate.of(2029, 1, 1));
    }

    @Test
    void managerMayGrantAnotherDay() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of("exceptionAsked", true, "wish", "2027-06-30"));
        assertThat(why(file)).isEqualTo("exceptionAsked");
        refused(() -> decide(file, "manager1", Map.of("noticeDecision", "onTime", "reason", "Why not")))
                .as("nobody is late who came in time")
                .containsExactly("form.error.notAnOption");
        refused(() -> decide(file, "manager1", exception(clock.today()))).containsExactly("form.error.notAfterToday");
        decide(file, "manager1", exception(LocalDate.of(2027, 7, 1)));
        assertThat(terminations.get(file).endsOn()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(words(file, "notice-confirmed")).contains("Wednesday 30 June 2027");
    }

    @Test
    void managerMayRefuse() {
        String file = late(6);
        decide(file, "manager1", Map.of("noticeDecision", "refuse", "reason", "A year too late."));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.REJECTED);
        assertThat(words(file, "notice-refused")).contains("A year too late.");
    }

    @Test
    void nobodyDecidesOnWhatHeRegistered() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.start("manager1", notices.answers("BAMS", customer, Map.of("givenBy", "belnet")));
        assertThat(why(file)).isEqualTo("belnetsOwn");
        refused(() -> decide(file, "manager1", Map.of("noticeDecision", "byRule")))
                .containsExactly("form.error.sameRegistrant");
        terminations.register(file, "admin");
        refused(() -> decide(file, "admin", Map.of("noticeDecision", "byRule")))
                .as("administrators are no exception")
                .containsExactly("form.error.sameRegistrant");
        assertThat(terminations.get(file).endsOn()).isNull();
    }

    @Test
    void belnetEndsAServiceByADecisionOfTwo() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of("givenBy", "belnet"));
        decide(file, "manager1", Map.of("noticeDecision", "byRule"));
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(words(file, "notice-confirmed")).contains("Belnet ends");
    }

    @Test
    void serviceRunsOnWhenTheNoticeIsWithdrawn() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        assertThat(process.consequences(file)).extracting("key").containsExactly("serviceRunsOn");
        process.withdraw(file, "They stay");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.WITHDRAWN);
        assertThat(mails(file)).containsExactly("notice-confirmed", "notice-withdrawn");
        assertThat(subscriptions.get(id).isNoticeGiven()).isFalse();
        assertThat(subscriptions.get(id).endsOn()).isNull();
        assertThat(desk.isRunning(file)).isFalse();
    }

    @Test
    void serviceRunsOnWhenBelnetClosesTheFile() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = late(1);
        process.cancel(file, "Registered by mistake");
        desk.runJobs(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(words(file, "termination-cancelled")).contains("Registered by mistake");
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void nobodyTakesANoticeBackFromTheDayOn() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        clock.to(Instant.parse("2027-12-31T22:59:59Z"));
        assertThat(process.mayBeLeft(file)).isTrue();
        clock.to(Instant.parse("2027-12-31T23:00:00Z"));
        assertThat(process.mayBeLeft(file)).isFalse();
        assertThatThrownBy(() -> process.withdraw(file, "Too late")).isInstanceOf(OrderClosedException.class);
        notices.dayComes(file, id);
        assertThatThrownBy(() -> process.cancel(file, "Too late")).isInstanceOf(OrderClosedException.class);
        notices.spring();
        assertThat(process.mayBeLeft(file)).as("whatever the clock says").isFalse();
        assertThat(orders.get(file).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void endIsMovedByANewDecisionWithItsTimer() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        ask(file, LocalDate.of(2027, 10, 1), "manager1");
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnNewDate");
        assertThat(notices.timer(file, "boundaryEvent_lastDayOver").getDuedate())
                .isEqualTo(Date.from(Instant.parse("2027-12-31T23:00:00Z")));
        assertThatThrownBy(() -> ask(file, LocalDate.of(2027, 11, 1), "desk2"))
                .isInstanceOf(OrderClosedException.class);
        refused(() -> newDate(file, "manager1", LocalDate.of(2027, 10, 1)))
                .containsExactly("form.error.sameRegistrant");

        newDate(file, "admin", LocalDate.of(2027, 10, 1));
        assertThat(notices.timer(file, "intermediateCatchEvent_lastDayOver").getDuedate())
                .as("moved without any job in between, in summer time")
                .isEqualTo(Date.from(Instant.parse("2027-09-30T22:00:00Z")));
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(LocalDate.of(2027, 10, 1));
        assertThat(mails(file)).containsExactly("notice-confirmed", "notice-confirmed");
        assertThat(correspondence.of(file).get(1).text().replace('\n', ' '))
                .contains("It will be another day", "Thursday 30 September 2027");
        notices.dayComes(file, id);
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
    }

    @Test
    void endStaysWhereItIsWhenTheManagerSaysSo() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        ask(file, LocalDate.of(2027, 10, 1), "desk2");
        desk.submit(
                file,
                "userTask_decideOnNewDate",
                "manager1",
                Map.of("newDateDecision", "leave", "reason", "The rule counts"));
        assertThat(terminations.get(file).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(terminations.get(file).askedEndsOn()).isNull();
        assertThat(mails(file)).containsExactly("notice-confirmed");
        notices.timer(file, "intermediateCatchEvent_lastDayOver");
    }

    @Test
    void dayComesWhileAManagerThinks() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String file = notices.letter("BAMS", customer, Map.of());
        ask(file, LocalDate.of(2029, 1, 1), "desk2");
        clock.to(Instant.parse("2027-12-31T23:00:00Z"));
        notices.fire(file, "boundaryEvent_lastDayOver");
        assertThat(desk.openTasks(file)).isEmpty();
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
    }

    @Test
    void stopWaitsForOperationsWhileMailStillComes() {
        String domain = "late-" + customer.toLowerCase(Locale.ROOT) + ".example";
        long id = subscribers.mailSecurity(customer, LONG_AGO, null, domain);
        Zones.mailTo(domain, customer.toLowerCase(Locale.ROOT) + ".mx.bams.belnet.example");
        String file = notices.letter("BAMS", customer, Map.of());
        notices.dayComes(file, id);
        assertThat(desk.openTasks(file)).containsExactly("userTask_settleMail");
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.ACTIVE);

        desk.complete(file, "userTask_settleMail", "operations1", Map.of("mailDecision", "lookAgain"));
        assertThat(desk.openTasks(file)).containsExactly("userTask_settleMail");
        refused(() -> desk.submit(file, "userTask_settleMail", "operations1", Map.of("mailDecision", "stopNow")))
                .containsExactly("form.error.needsReason");
        Zones.mailTo(domain, "mail." + domain);
        desk.complete(file, "userTask_settleMail", "operations1", Map.of("mailDecision", "lookAgain"));
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
    }

    @Test
    void operationsMayStopAllTheSame() {
        String domain = "kept-" + customer.toLowerCase(Locale.ROOT) + ".example";
        long id = subscribers.mailSecurity(customer, LONG_AGO, null, domain);
        Zones.mailTo(domain, "MX.bams.belnet.example");
        String file = notices.letter("BAMS", customer, Map.of());
        notices.dayComes(file, id);
        desk.complete(
                file,
                "userTask_settleMail",
                "operations1",
                Map.of("mailDecision", "stopNow", "reason", "The customer agrees"));
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        assertThat(events(file)).contains("stoppedAnyway");
    }

    @Test
    void whatAPartnerRefusesIsTriedAgainOrDoneByHand() {
        String reference = Subscribers.reference();
        long id = subscribers.runningMailSecurity(customer, LONG_AGO, reference);
        String file = notices.letter("BAMS", customer, Map.of());
        partners.fail("openstack", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        notices.dayComes(file, id);
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnEnding");
        partners.heal();
        partners.fail("fortiflex", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        ending(file, Map.of("endingDecision", "tryAgain"));
        assertThat(events(file)).contains("stoppingRefused", "applianceStopped", "endingRefused");
        refused(() -> ending(file, Map.of("endingDecision", "byHand"))).containsExactly("form.error.needsReason");
        ending(file, Map.of("endingDecision", "byHand", "reason", "Stopped it in the portal"));
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        partners.heal();
        partners.fail("openstack", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        notices.quarantineOver(file);
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnEnding");
        partners.heal();
        ending(file, Map.of("endingDecision", "tryAgain"));
        notices.quarantineOver(file);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(mails(file)).containsExactly("notice-confirmed", "service-ended");
        assertThat(partners.count(reference, "server stopped")).isOne();
        assertThat(partners.count(reference, "licence stopped")).as("by hand").isZero();
    }

    @Test
    void certificatesAreLeftToExpireAndDomainsTakenAway() {
        Domain kept = domain("a");
        long id = subscribers.certificates(customer, LONG_AGO, kept, kept.wildcard(), domain("b"));
        String file = notices.letter("DCS", customer, Map.of());
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(sectigo.holder(kept)).isPresent();
        notices.dayComes(file, id);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(subscriptions.get(id).state()).isEqualTo(SubscriptionState.TERMINATED);
        for (Domain domain : List.of(kept, kept.wildcard(), domain("b"))) {
            assertThat(sectigo.holder(domain)).as("%s", domain).isEmpty();
        }
        assertThat(words(file, "service-ended")).contains("stay valid until they expire");
        assertThat(events(file).stream().filter("domainTakenAway"::equals)).hasSize(3);
    }

    @Test
    void domainsInUseKeepTheServiceUntilAPersonHasPutItRight() {
        long id = subscribers.certificates(customer, LONG_AGO, domain("a"));
        String file = notices.letter("DCS", customer, Map.of());
        String migration = openMigration();
        notices.dayComes(file, id);
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnEnding");
        refused(() -> ending(file, Map.of("endingDecision", "byHand", "reason", "No")))
                .containsExactly("form.error.notByHand");
        orders.close(migration, OrderState.CANCELLED, "Moves no more");
        partners.fail("sectigo", "{\"fault\":\"refusal\",\"calls\":\"changes\"}");
        ending(file, Map.of("endingDecision", "tryAgain"));
        assertThat(desk.openTasks(file)).containsExactly("userTask_decideOnEnding");
        assertThat(events(file)).contains("domainsInUse", "domainKept");
        partners.heal();
        ending(file, Map.of("endingDecision", "tryAgain"));
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
        assertThat(sectigo.holder(domain("a"))).isEmpty();
    }

    @Test
    void noticeThatIsNotJudgedYetCountsBeforeALaterOne() {
        long id = subscribers.mailSecurity(customer, LONG_AGO, null);
        String first = transactions.execute(
                open -> starts.begin(noticeBy(Channel.ELECTRONIC_REGISTERED), "first/" + customer));
        String second = notices.letter("BAMS", customer, Map.of());
        assertThat(why(second)).isEqualTo("noticeRunning");
        desk.runJobs(first);
        assertThat(terminations.get(first).endsOn()).isEqualTo(NEW_YEAR);
        assertThat(subscriptions.get(id).endsOn()).isEqualTo(NEW_YEAR);
    }

    @Test
    void noticeByMailIntakeOpensOneFileHoweverOftenItComes() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        NewNotice notice = noticeBy(Channel.MAIL);
        String file = transactions.execute(open -> starts.begin(notice, "mail/" + customer));
        String again = transactions.execute(open -> starts.begin(notice, "mail/" + customer));
        desk.runJobs(file);
        assertThat(again).isEqualTo(file);
        assertThat(desk.openTasks(file)).containsExactly("userTask_registerLetter");
        assertThat(terminations.registrants(file)).isEmpty();
    }

    @Test
    void formSentTwiceOpensOneFile() {
        subscribers.mailSecurity(customer, LONG_AGO, null);
        Map<String, Object> answers = notices.answers("BAMS", customer, Map.of("formToken", "twice-" + customer));
        notices.start("desk1", answers);
        refused(() -> notices.start("desk1", answers)).containsExactly("form.error.twice");
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        String tomorrow = clock.today().plusDays(1).toString();
        String yesterday = clock.today().minusDays(1).toString();
        refused(() -> notices.letter("BAMS", customer, Map.of("receivedOn", tomorrow)))
                .containsExactly("form.error.dateInFuture");
        refused(() -> notices.letter(
                        "BAMS",
                        customer,
                        Map.of(
                                "receivedOn",
                                yesterday,
                                "postedOn",
                                clock.today().toString())))
                .containsExactly("form.error.beforePosting");
        refused(() -> notices.letter("BAMS", customer, Map.of("barcode", ""))).containsExactly("form.error.required");
        refused(() -> notices.letter("BAMS", customer, Map.of("receivedOn", "")))
                .containsExactly("form.error.required");
    }

    private NewNotice noticeBy(Channel channel) {
        return new NewNotice(
                "BAMS",
                customer,
                GivenBy.CUSTOMER,
                channel,
                null,
                clock.today(),
                null,
                null,
                false,
                "We end it",
                null,
                new Requester("Head of IT", "it@customer.example", null, "nl"),
                null);
    }

    private String late(int days) {
        if (subscriptions.running(customer, "BAMS").isEmpty()) {
            subscribers.mailSecurity(customer, LONG_AGO, null);
        }
        clock.to(LocalDateTime.of(2027, 9, 30, 10, 0)
                .plusDays(days)
                .atZone(ZoneId.of("Europe/Brussels"))
                .toInstant());
        return notices.letter("BAMS", customer, Map.of());
    }

    private void decide(String file, String user, Map<String, Object> answers) {
        desk.submit(file, "userTask_decideOnNotice", user, answers);
        desk.runJobs(file);
    }

    private void review(String file, Map<String, Object> answers) {
        desk.submit(file, "userTask_reviewNotice", "desk1", with(received(), answers));
    }

    private void ending(String file, Map<String, Object> answers) {
        desk.submit(file, "userTask_decideOnEnding", "operations1", answers);
        desk.runJobs(file);
    }

    private void newDate(String file, String user, LocalDate endsOn) {
        desk.submit(
                file,
                "userTask_decideOnNewDate",
                user,
                Map.of("newDateDecision", "move", "newEndsOn", endsOn.toString(), "reason", "As agreed"));
    }

    private void ask(String file, LocalDate endsOn, String user) {
        transactions.executeWithoutResult(open -> starts.askForNewDate(file, endsOn, "They moved early", user));
    }

    private static Map<String, Object> exception(LocalDate endsOn) {
        return Map.of("noticeDecision", "exception", "exceptionEndsOn", endsOn.toString(), "reason", "Merger");
    }

    private Map<String, Object> received() {
        return Map.of("receivedOn", clock.today().toString(), "barcode", "010541288500000123456789");
    }

    private static Map<String, Object> letterOf(LocalDate day) {
        return Map.of(
                "channel", "registeredLetter", "barcode", "010541288500000123456789", "receivedOn", day.toString());
    }

    private static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }

    private String openMigration() {
        return orders.open(new NewOrder(
                        "DCS",
                        "migration",
                        customer,
                        null,
                        new Requester("Head of IT", "it@customer.example", null, "en"),
                        null,
                        null,
                        null))
                .number();
    }

    private Domain domain(String name) {
        return new Domain(name + "-" + customer.toLowerCase(Locale.ROOT) + ".example");
    }

    private String why(String file) {
        return orders.events(file).stream()
                .filter(event -> event.kind().equals("noticeJudged"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .facts()
                .get("why");
    }

    private List<String> events(String file) {
        return orders.events(file).stream().map(OrderEvent::kind).toList();
    }

    private List<String> mails(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }

    private String words(String file, String template) {
        return correspondence.of(file).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow()
                .text()
                .replace('\n', ' ');
    }

    private static ListAssert<String> refused(Runnable act) {
        var refused = catchThrowableOfType(AnswersRefusedException.class, act::run);
        assertThat(refused).as("must be refused").isNotNull();
        return assertThat(refused.refusals().stream().map(Refusal::messageKey).toList());
    }
}
