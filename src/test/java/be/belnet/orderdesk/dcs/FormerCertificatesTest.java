package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.dcs.FollowedCertificate.Replacement;
import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of certificates at a former CA, on both databases. */
@ProcessTest
class FormerCertificatesTest {
    private static final String FORMER = "digicert";

    @Autowired
    FormerCertificates certificates;

    @Autowired
    Register register;

    @Autowired
    OrderFile orders;

    @Autowired
    TestClock clock;

    private String customer;
    private String file;
    private String id;
    private LocalDate inAMonth;
    private int nextYear;

    @BeforeEach
    void customerOnItsWay() {
        customer = register.university("nl");
        file = file();
        id = UUID.randomUUID().toString();
        inAMonth = clock.today().plusDays(30);
        nextYear = clock.today().getYear() + 1;
    }

    @AfterEach
    void today() {
        clock.putBack();
    }

    @Test
    void certificateIsKeptOnceWithAllThatIsKnown() {
        var read = new FormerCertificate(id, List.of("www.nsol.example", "nsol.example"), Status.VALID, inAMonth, true);
        keep(read);
        clock.forward(Duration.ofHours(1));
        var first = only();
        certificates.keep(file(), customer, FORMER, List.of(read, read));

        assertThat(only()).isEqualTo(first);
        assertThat(first.certificate()).isEqualTo(read);
        assertThat(first.authority()).isEqualTo(FORMER);
        assertThat(first.orderNumber()).isEqualTo(file);
        assertThat(first.state()).isEqualTo(State.IN_USE);
        assertThat(first.replacement()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, 0, IN_USE",
        "VALID, -1, EXPIRED",
        "EXPIRED, 1, EXPIRED",
        "REVOKED, 0, ENDED_EARLY",
        "REVOKED, -1, EXPIRED",
        "UNKNOWN, 1, IN_USE"
    })
    void stateFollowsFromWhatTheAuthoritySaysAndFromTheDay(Status status, int days, State expected) {
        keep(certificate(status, clock.today().plusDays(days)));

        assertThat(only().state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "NOT_ISSUED", "UNKNOWN"})
    void whatWasNeverIssuedHasNoRowUntilItIs(Status status) {
        keep(certificate(status, null));
        assertThat(certificates.of(customer)).isEmpty();

        keep(certificate(Status.VALID, inAMonth));
        assertThat(only().state()).isEqualTo(State.IN_USE);
    }

    @Test
    void laterReadTellsOfAnEarlyEnd() {
        keep(certificate(Status.VALID, inAMonth));
        clock.forward(Duration.ofHours(1));
        var began = clock.instant();
        keep(certificate(Status.REVOKED, inAMonth));

        assertThat(only().state()).isEqualTo(State.ENDED_EARLY);
        assertThat(only().stateSince()).isAfterOrEqualTo(began.minusSeconds(1));
        assertThat(only().certificate().status()).isEqualTo(Status.REVOKED);
    }

    @Test
    void cancelledAfterItWasIssuedEndedEarlyAndKeepsItsDay() {
        keep(certificate(Status.VALID, inAMonth));
        keep(certificate(Status.NOT_ISSUED, null));

        assertThat(only().state()).isEqualTo(State.ENDED_EARLY);
        assertThat(only().certificate().expiresOn()).isEqualTo(inAMonth);
    }

    @Test
    void replacementIsKeptWithItsFirstDayAndStaysWhenTheFormerOneEnds() {
        keep(certificate(Status.VALID, inAMonth));
        var day = clock.today();
        certificates.replace(only(), "sectigo", "17");
        clock.forward(Duration.ofDays(2));
        certificates.replace(only(), "sectigo", "18");
        keep(certificate(Status.REVOKED, inAMonth));

        assertThat(only().state()).isEqualTo(State.REPLACED);
        assertThat(only().replacement()).isEqualTo(new Replacement("sectigo", "18", day));
        assertThat(only().certificate().status()).isEqualTo(Status.REVOKED);

        certificates.withdrawReplacement(only());
        assertThat(only().state()).isEqualTo(State.ENDED_EARLY);
        assertThat(only().replacement()).isNull();
    }

    @Test
    void missedOneIsGoneUntilItIsListedAgain() {
        keep(certificate(Status.VALID, inAMonth));
        certificates.miss(only());
        assertThat(only().state()).isEqualTo(State.GONE);

        keep(certificate(Status.VALID, inAMonth));
        assertThat(only().state()).isEqualTo(State.IN_USE);

        clock.forward(Duration.ofDays(31));
        certificates.miss(only());
        assertThat(only().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void certificateIsOpenWhileSomethingMayCome() {
        keep(certificate(Status.VALID, inAMonth));
        assertThat(certificates.open(customer, FORMER)).hasSize(1);
        assertThat(certificates.open(customer, "sectigo")).isEmpty();
        certificates.replace(only(), "sectigo", "17");
        assertThat(certificates.open(customer, FORMER))
                .as("its replacement may be revoked")
                .hasSize(1);

        clock.forward(Duration.ofDays(31));
        assertThat(certificates.open(customer, FORMER)).isEmpty();
        assertThat(due()).doesNotContain(customer);
    }

    @Test
    void customerIsReadAgainTheNextMorning() {
        clock.to(at(10, 7));
        keep(certificate(Status.VALID, clock.today().plusDays(30)));
        assertThat(due()).doesNotContain(customer);

        clock.to(at(11, 5));
        assertThat(due()).as("an hour too early").doesNotContain(customer);
        clock.to(at(11, 7));
        assertThat(due()).contains(customer);
    }

    @Test
    void oneOfSeveralNodesReadsACustomer() {
        clock.to(at(10, 7));
        keep(certificate(Status.VALID, clock.today().plusDays(30)));
        clock.to(at(11, 7));
        Instant until = clock.instant().plusSeconds(900);
        Instant claim = certificates.claim(customer, until).orElseThrow();

        assertThat(certificates.claim(customer, until)).isEmpty();
        assertThat(due()).doesNotContain(customer);
        clock.forward(Duration.ofMinutes(16));
        Instant other =
                certificates.claim(customer, clock.instant().plusSeconds(900)).orElseThrow();
        assertThat(certificates.holds(customer, claim)).as("it came too late").isFalse();
        assertThat(certificates.holds(customer, other)).isTrue();
        assertThat(certificates.holds(customer, other)).as("it is done").isFalse();
        clock.to(at(12, 5));
        assertThat(due()).doesNotContain(customer);
        clock.to(at(12, 7));
        assertThat(due()).contains(customer);
    }

    @Test
    void oneThatRanOutUnseenIsStillFollowed() {
        keep(certificate(Status.VALID, inAMonth));
        clock.forward(Duration.ofDays(40));

        assertThat(certificates.open(customer, FORMER)).hasSize(1);
        keep(certificate(Status.EXPIRED, inAMonth));
        assertThat(certificates.open(customer, FORMER)).isEmpty();
    }

    @Test
    void whatTheCustomerWasToldIsKept() {
        keep(certificate(Status.REVOKED, inAMonth));
        certificates.noteEndTold(only());
        certificates.noteReminded(only(), 14);

        assertThat(only().endToldAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertThat(only().toldDays()).isEqualTo(14);
    }

    private List<String> due() {
        return certificates.due(10_000);
    }

    /** On a day of next March, an hour of Brussels. */
    private Instant at(int day, int hour) {
        return LocalDate.of(nextYear, 3, day)
                .atTime(hour, 0)
                .atZone(ZoneId.of("Europe/Brussels"))
                .toInstant();
    }

    private FormerCertificate certificate(Status status, LocalDate expiresOn) {
        return new FormerCertificate(id, List.of("www.nsol.example"), status, expiresOn, false);
    }

    private void keep(FormerCertificate read) {
        certificates.keep(file, customer, FORMER, List.of(read));
    }

    private FollowedCertificate only() {
        assertThat(certificates.of(customer)).hasSize(1);
        return certificates.of(customer).get(0);
    }

    private String file() {
        var requester = new Requester("The requester", "requester@nsol.example", null, "nl");
        return orders.open(new NewOrder("DCS", "migration", customer, "move", requester, null, null, null))
                .number();
    }
}
