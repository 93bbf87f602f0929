package be.belnet.orderdesk.termination;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Notices;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.Zones;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.order.OrderProcess;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of ends that come near, and of mail that still comes then. */
@ProcessTest
class EndRoundsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 3, 1);

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Notices notices;

    @Autowired
    Terminations terminations;

    @Autowired
    ServiceEnd end;

    @Autowired
    EndRounds rounds;

    @Autowired
    Correspondence correspondence;

    @Autowired
    OrderProcess process;

    @Autowired
    TestClock clock;

    private String customer;
    private String domain;

    @BeforeEach
    void customerInSpring() {
        notices.spring();
        customer = register.university("nl");
        domain = customer.toLowerCase(Locale.ROOT) + ".example";
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void customerIsToldOnceThatItsServiceEnds() {
        String file = noticeOf(mailGoesTo("mail." + domain));
        rounds.look();
        assertThat(mails(file)).as("more than a month ahead").containsExactly("notice-confirmed");
        at("2027-12-02T08:59:00+01:00");
        rounds.look();
        assertThat(mails(file)).as("too early in the morning").containsExactly("notice-confirmed");
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        at("2027-12-20T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).containsExactly("notice-confirmed", "service-ending");
        SentMail told = correspondence.of(file).get(1);
        assertThat(told.to().role()).isEqualTo("technical");
        assertThat(told.text()).contains("31 december 2027").doesNotContain(domain);
    }

    @Test
    void endThatIsMovedIsToldAgainWhenItComesNear() {
        String file = noticeOf(mailGoesTo("anyone.mx.bams.belnet.example"));
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        end.move(file, LocalDate.of(2029, 1, 1), "They stay a year longer");
        assertThat(mails(file))
                .containsExactly(
                        "notice-confirmed", "service-ending", "mail-still-here", "mail-still-here", "notice-confirmed");
        at("2028-12-01T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).as("more than a month ahead").hasSize(5);
        mailGoesTo("mail." + domain);
        at("2028-12-02T09:00:00+01:00");
        rounds.look();
        at("2028-12-20T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).hasSize(6).endsWith("service-ending");
        assertThat(correspondence.of(file).get(5).text()).contains("31 december 2028");
    }

    @Test
    void whatStillComesToAnEndMovedNearerIsWarnedOfAtOnce() {
        String file = noticeOf(mailGoesTo("anyone.mx.bams.belnet.example"));
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        end.move(file, LocalDate.of(2027, 12, 15), "They leave sooner");
        at("2027-12-03T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).endsWith("notice-confirmed", "service-ending", "mail-still-here", "mail-still-here");
    }

    @Test
    void allAreWarnedOfMailThatStillComesOnceAWeek() {
        String file = noticeOf(mailGoesTo("anyone.mx.bams.belnet.example"));
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        rounds.look();
        assertThat(roles(file)).containsExactly("requester", "technical", "accountManager", "operations");
        assertThat(correspondence.of(file).subList(1, 4))
                .allSatisfy(mail -> assertThat(mail.text()).contains(domain));
        at("2027-12-08T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).as("within the week").hasSize(4);
        at("2027-12-09T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).hasSize(7);
        mailGoesTo("mail." + domain);
        at("2027-12-17T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).as("moved").hasSize(7);
        at("2028-01-01T09:00:00+01:00");
        mailGoesTo("anyone.mx.bams.belnet.example");
        rounds.look();
        assertThat(mails(file)).as("a task waits from now on").hasSize(7);
    }

    @Test
    void domainThatNobodyCanTellOfCountsAsOurs() {
        String file = noticeOf("server-failure.example");
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).contains("mail-still-here");
    }

    @Test
    void nothingIsSaidOfANoticeThatIsWithdrawn() {
        String file = noticeOf(mailGoesTo("anyone.mx.bams.belnet.example"));
        process.withdraw(file, "They stay");
        at("2027-12-02T09:00:00+01:00");
        rounds.look();
        assertThat(mails(file)).containsExactly("notice-confirmed", "notice-withdrawn");
    }

    @Test
    void nodesThatLookAtOnceSayItOnce() throws Exception {
        String file = noticeOf(mailGoesTo("anyone.mx.bams.belnet.example"));
        at("2027-12-02T09:00:00+01:00");
        assertThat(AtOnce.run(6, rounds::look)).isEmpty();
        assertThat(mails(file)).hasSize(4);
        assertThat(terminations.get(file).warnedAt()).isNotNull();
    }

    private String noticeOf(String mailDomain) {
        subscribers.mailSecurity(customer, LONG_AGO, null, mailDomain);
        return notices.letter("BAMS", customer, Map.of());
    }

    private String mailGoesTo(String host) {
        Zones.mailTo(domain, host);
        return domain;
    }

    private void at(String moment) {
        clock.to(OffsetDateTime.parse(moment).toInstant());
    }

    private List<String> mails(String file) {
        return correspondence.of(file).stream().map(SentMail::template).toList();
    }

    private List<String> roles(String file) {
        return correspondence.of(file).stream().map(mail -> mail.to().role()).toList();
    }
}
