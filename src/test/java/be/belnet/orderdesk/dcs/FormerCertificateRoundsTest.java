package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.calendar.OpeningDays;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.CustomerRegister;
import be.belnet.orderdesk.dcs.FollowedCertificate.Replacement;
import be.belnet.orderdesk.dcs.FollowedCertificate.State;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderDetails.Detail;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers that have moved from DigiCert to Sectigo: what becomes of their former certificates, and what they are told. */
@ProcessTest
class FormerCertificateRoundsTest {
    private static final AtomicLong IDS = new AtomicLong(3_300_000_000L);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String MAIL = "former-certificates";

    @Autowired
    FormerCertificateRounds rounds;

    @Autowired
    FormerCertificates certificates;

    @Autowired
    DcsOrderDetails details;

    @Autowired
    Register register;

    @Autowired
    CustomerRegister customers;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    @Autowired
    OpeningDays openingDays;

    @Autowired
    Partners partners;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String customer;
    private String file;
    private long former;
    private int current;
    private LocalDate day;

    @BeforeEach
    void customerThatHasMoved() {
        customerWhoSpeaks("en");
    }

    @AfterEach
    void allIsWell() {
        pauses.end("DigiCert");
        partners.heal();
        clock.putBack();
        jdbc.sql("delete from former_certificate_reading where acronym = ?")
                .param(customer)
                .update();
    }

    @Test
    void certificateOfTheSameNamesTakesItsPlace() {
        long www = atDigiCert(20, "www.a.example", "a.example");
        long mail = atDigiCert(20, "mail.a.example");
        String replacement = atSectigo("Issued", 300, "a.example", "www.a.example");
        atSectigo("Issued", 300, "mail.a.example", "imap.a.example");
        morning(1);

        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        assertThat(one(www).replacement()).isEqualTo(new Replacement("sectigo", replacement, day.plusDays(1)));
        assertThat(one(mail).state()).as("other names").isEqualTo(State.IN_USE);
        assertThat(words()).contains("mail.a.example [%d]".formatted(mail)).doesNotContain("www.a.example");
    }

    @Test
    void nothingIsMailedWhenAllIsWell() {
        atDigiCert(20, "www.a.example");
        atDigiCert(100, "later.a.example");
        atDigiCert(-2, "over.a.example");
        atSectigo("Issued", 300, "www.a.example");
        IntStream.rangeClosed(1, 10).forEach(this::morning);

        assertThat(mails()).isEmpty();
        assertThat(certificates.of(customer))
                .extracting(FollowedCertificate::state)
                .containsExactly(State.EXPIRED, State.REPLACED, State.IN_USE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Urgent: certificates of DigiCert | before their time | at Sectigo yet | interface of Sectigo | revokes none",
                "nl | Dringend: certificaten van DigiCert | voortijdig | bij Sectigo | interface van Sectigo | trekt er geen enkel in",
                "fr | Urgent\u00a0: des certificats de DigiCert | avant l’heure | chez Sectigo | l’interface de Sectigo | n’en révoque aucun",
                "de | Dringend: Zertifikate von DigiCert | vorzeitig beendet | bei Sectigo | Oberfläche von Sectigo | widerruft keines"
            })
    void massRevocationByDigiCertItselfIsToldAtOnce(
            String language, String subject, String early, String where, String how, String stays) {
        customerWhoSpeaks(language);
        long www = atDigiCert(200, "www.a.example");
        long duplicated = atDigiCert(300, true, "*.a.example");
        morning(1);
        assertThat(mails()).isEmpty();
        digiCertEndsAll();
        toNextClosingDay();
        rounds();

        assertThat(one(www).state()).isEqualTo(State.ENDED_EARLY);
        assertThat(one(duplicated).state()).isEqualTo(State.ENDED_EARLY);
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).subject()).contains("[" + file + "] " + subject);
        assertThat(mails().get(0).to().role()).isEqualTo("technical");
        assertThat(words())
                .contains(early, where, how, stays, "www.a.example [%d]".formatted(www))
                .contains("*.a.example [%d] *".formatted(duplicated));
        nextMorning();
        assertThat(mails()).as("told once").hasSize(1);
    }

    @Test
    void earlyEndIsToldHoweverLatelyTheContactWasReminded() {
        atDigiCert(20, "soon.a.example");
        atDigiCert(200, "www.a.example");
        toNextOpeningDay();
        rounds();
        assertThat(mails()).hasSize(1);
        digiCertEndsAll();
        nextMorning();

        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1).subject()).contains("Urgent");
    }

    @Test
    void replacedOneThatEndsEarlyIsNoMatter() {
        long www = atDigiCert(200, "www.a.example");
        atSectigo("Issued", 300, "www.a.example");
        digiCertEndsAll();
        morning(1);

        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        assertThat(mails()).isEmpty();
    }

    @Test
    void contactIsRemindedInOneMailAWeekAtMost() {
        long first = atDigiCert(25, "first.a.example");
        long second = atDigiCert(37, "second.a.example");
        long third = atDigiCert(80, "third.a.example");
        toNextOpeningDay();
        LocalDate reminded = clock.today();
        rounds();
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).subject()).contains("Certificates of DigiCert run out soon");
        assertThat(words())
                .contains("first.a.example [%d]".formatted(first))
                .doesNotContain("third.a.example", "duplicates");

        while (clock.today().isBefore(reminded.plusDays(6))) {
            nextMorning();
            assertThat(mails()).as(clock.today().toString()).hasSize(1);
        }
        to(openingDays.after(reminded.plusDays(8), 0));
        rounds();
        assertThat(mails()).hasSize(2);
        assertThat(words())
                .as("all that is not replaced")
                .contains("first.a.example [%d]".formatted(first), "second.a.example [%d]".formatted(second));
        assertThat(one(third).toldDays()).isNull();
        assertThat(one(second).toldDays()).isEqualTo(30);
    }

    @Test
    void remindersComeThirtyFourteenAndThreeDaysBefore() {
        long www = atDigiCert(29, "www.a.example");
        LocalDate last = day.plusDays(29);
        for (LocalDate now = day.plusDays(1); !now.isAfter(last); now = now.plusDays(1)) {
            to(now);
            rounds();
        }

        assertThat(mails()).hasSize(3);
        assertThat(one(www).toldDays()).isEqualTo(3);
        to(last.plusDays(1));
        rounds();
        assertThat(one(www).state()).isEqualTo(State.EXPIRED);
        to(last.plusDays(9));
        rounds();
        assertThat(mails()).hasSize(3);
    }

    @Test
    void nobodyIsRemindedOnClosingDays() {
        atDigiCert(40, "www.a.example");
        to(nextClosingDayAfter(day.plusDays(12)));
        rounds();
        assertThat(mails()).isEmpty();
        to(openingDays.after(clock.today(), 1));
        rounds();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void duplicatesThatDigiCertDoesNotListAreNamed() {
        long www = atDigiCert(10, true, "www.a.example");
        toNextOpeningDay();
        rounds();

        assertThat(words())
                .contains(
                        "www.a.example [%d] *".formatted(www),
                        "duplicates of this certificate, which the list of DigiCert");
    }

    @Test
    void newerOneAtDigiCertTakesItsPlaceToo() {
        long old = atDigiCert(10, "www.a.example");
        long renewed = atDigiCert(300, "www.a.example");
        morning(1);

        assertThat(one(old).replacement().authority()).isEqualTo("digicert");
        assertThat(one(old).replacement().id()).isEqualTo(String.valueOf(renewed));
        assertThat(one(renewed).state()).isEqualTo(State.IN_USE);
        assertThat(mails()).isEmpty();
    }

    @Test
    void replacementThatIsRevokedIsNone() {
        long www = atDigiCert(20, "www.a.example");
        String replacement = atSectigo("Issued", 300, "www.a.example");
        morning(1);
        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        TestWorld.sandboxTables()
                .sql("update sectigo_certificate set status = 'Revoked' where id = ?")
                .param(Integer.valueOf(replacement))
                .update();
        nextMorning();

        assertThat(one(www).state()).isEqualTo(State.IN_USE);
        assertThat(one(www).replacement()).isNull();
    }

    @Test
    void oneThatDigiCertListsNoMoreIsGoneAndStillReminded() {
        long www = atDigiCert(20, "www.a.example");
        atDigiCert(200, "later.a.example");
        morning(1);
        TestWorld.sandboxTables()
                .sql("delete from digicert_order where id = ?")
                .param(www)
                .update();
        to(openingDays.after(clock.today().plusDays(9), 0));
        rounds();

        assertThat(one(www).state()).isEqualTo(State.GONE);
        assertThat(words()).contains("www.a.example [%d]".formatted(www));
    }

    @Test
    void customerOfAClosedFileIsStillWrittenTo() {
        atDigiCert(10, "www.a.example");
        orders.close(file, OrderState.COMPLETED, null);
        toNextOpeningDay();
        rounds();

        assertThat(mails()).hasSize(1);
        assertThat(orders.get(file).state()).isEqualTo(OrderState.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"CANCELLED", "WITHDRAWN"})
    void customerThatDidNotMoveIsFollowedNoMore(OrderState end) {
        long www = atDigiCert(10, "www.a.example");
        orders.close(file, end, "the customer stays");
        digiCertEndsAll();
        toNextOpeningDay();
        rounds();

        assertThat(one(www).state()).isEqualTo(State.IN_USE);
        assertThat(mails()).isEmpty();
        assertThat(certificates.due(10_000)).as("until the next day").doesNotContain(customer);
    }

    @Test
    void nobodyIsRemindedBeforeTheNewAuthorityKnowsTheCustomer() {
        atDigiCert(10, "www.a.example");
        jdbc.sql("update dcs_order set organisation_id = null where order_number = ?")
                .param(file)
                .update();
        toNextOpeningDay();
        rounds();
        assertThat(mails()).isEmpty();
        digiCertEndsAll();
        nextMorning();

        assertThat(mails()).as("of an early end everybody is told").hasSize(1);
    }

    @Test
    void pausedPartnerIsNotAsked() {
        long www = atDigiCert(200, "www.a.example");
        digiCertEndsAll();
        to(day.plusDays(1));
        pauses.begin(new PartnerPause("DigiCert", clock.instant().plus(Duration.ofDays(1)), "maintenance", "manager1"));
        rounds();
        assertThat(one(www).state()).isEqualTo(State.IN_USE);
        pauses.end("DigiCert");
        rounds();

        assertThat(one(www).state()).isEqualTo(State.ENDED_EARLY);
    }

    @ParameterizedTest
    @CsvSource({"digicert", "sectigo"})
    void partnerThatFailsChangesNothingAndIsAskedAgain(String partner) {
        long www = atDigiCert(200, "www.a.example");
        atSectigo("Issued", 300, "www.a.example");
        morning(1);
        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        partners.fail(partner, "{\"fault\":\"failBefore\",\"calls\":\"all\",\"status\":503}");
        nextMorning();
        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        assertThat(certificates.due(10_000)).as("tried a while later").doesNotContain(customer);
        partners.heal(partner);
        clock.forward(Duration.ofMinutes(16));
        assertThat(certificates.due(10_000)).contains(customer);
        rounds();

        assertThat(one(www).state()).isEqualTo(State.REPLACED);
        assertThat(certificates.due(10_000)).doesNotContain(customer);
    }

    @Test
    void orderPageTellsWhatBecameOfThem() {
        atDigiCert(-2, "over.a.example");
        long www = atDigiCert(20, true, "www.a.example", "a.example");
        long mail = atDigiCert(30, "mail.a.example");
        String replacement = atSectigo("Issued", 300, "mail.a.example");
        digiCertEndsAll();
        morning(1);

        assertThat(details.determined(file))
                .filteredOn(detail -> detail.labelKey().contains("formerCertificate"))
                .as("without those that were over before the move")
                .containsExactly(
                        new Detail(
                                "dcs.detail.formerCertificate.endedEarly",
                                "www.a.example, a.example [%d] * · DigiCert · %s".formatted(www, day.plusDays(20))),
                        new Detail(
                                "dcs.detail.formerCertificate.replaced",
                                "mail.a.example [%d] · DigiCert · %s · → Sectigo %s"
                                        .formatted(mail, day.plusDays(30), replacement)));
    }

    @Test
    void digiCertIsOnlyRead() {
        atDigiCert(20, "www.a.example");
        digiCertEndsAll();
        long before = callsThatChange();
        toNextOpeningDay();
        rounds();

        assertThat(callsThatChange()).isEqualTo(before).isZero();
        assertThat(mails()).isNotEmpty();
    }

    private static long callsThatChange() {
        return TestWorld.sandboxTables()
                .sql("select count(*) from ledger_call where partner = 'digicert' and call not like 'GET %'")
                .query(Long.class)
                .single();
    }

    /** Moved on a day before an opening day, for nobody is written to on other days. */
    private void customerWhoSpeaks(String language) {
        to(openingDays.after(clock.today(), 1).minusDays(1));
        customer = register.university(language);
        String name = customers.find(customer).orElseThrow().legalName();
        former = organisationAtDigiCert(name);
        current = organisationAtSectigo(name);
        day = clock.today();
        file = orders.open(new NewOrder(
                        "DCS",
                        "migration",
                        customer,
                        "move",
                        new Requester("The requester", "requester@a.example", null, language),
                        null,
                        null,
                        null))
                .number();
        jdbc.sql("insert into dcs_order (order_number, authority, organisation_id) values (?, 'sectigo', ?)")
                .params(file, String.valueOf(current))
                .update();
        jdbc.sql("insert into dcs_migration (order_number, former_authority, former_organisation)"
                        + " values (?, 'digicert', ?)")
                .params(file, String.valueOf(former))
                .update();
    }

    private long organisationAtDigiCert(String name) {
        long id = IDS.incrementAndGet();
        TestWorld.sandboxTables()
                .sql("insert into digicert_organization (id, status, name, assumed_name, display_name, address, zip,"
                        + " city, country, telephone, contact_email, container_id, validated_until, date_created)"
                        + " values (?, 'active', ?, ?, ?, 'Street 1', '1000', 'Brussels', 'be', '+32 2 000 00 00',"
                        + " 'pki@a.example', 9001, current_date, current_date)")
                .params(id, name, customer, name)
                .update();
        return id;
    }

    private static int organisationAtSectigo(String name) {
        TestWorld.sandboxTables()
                .sql("insert into sectigo_organisation (name, details, created_at) values (?, '{}', ?)")
                .params(name, OffsetDateTime.now())
                .update();
        return TestWorld.sandboxTables()
                .sql("select id from sectigo_organisation where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private long atDigiCert(int days, String... names) {
        return atDigiCert(days, false, names);
    }

    /** A certificate there that runs out so many days from today; it is known from the move on. The CA's number. */
    private long atDigiCert(int days, boolean duplicates, String... names) {
        long id = IDS.incrementAndGet();
        LocalDate end = day.plusDays(days);
        TestWorld.sandboxTables()
                .sql("insert into digicert_order (id, certificate_id, organization_id, names, status, date_created,"
                        + " valid_from, valid_till, order_valid_till, product, csr, user_email, has_duplicates, renewed,"
                        + " status_changed_at) values (?, ?, ?, ?, 'issued', ?, ?, ?, ?, 'MULTI_DOMAIN', 'csr',"
                        + " 'pki@a.example', ?, false, current_timestamp)")
                .params(id, id, former, String.join(" ", names), day, day, end, end, duplicates)
                .update();
        certificates.keep(
                file,
                customer,
                "digicert",
                List.of(new FormerCertificate(
                        String.valueOf(id), Arrays.asList(names), FormerCertificate.Status.VALID, end, duplicates)));
        return id;
    }

    private String atSectigo(String status, int days, String... names) {
        long id = IDS.incrementAndGet() - 2_000_000_000L;
        TestWorld.sandboxTables()
                .sql(
                        "insert into sectigo_certificate (id, org_id, profile_id, term, csr, common_name, names, requester,"
                                + " custom_fields, renew_id, status, requested_at, expires_at)"
                                + " overriding system value values (?, ?, 1, 365, '', ?, ?, 'u', '[]', 'r', ?, ?, ?)")
                .params(
                        id,
                        current,
                        names[0],
                        String.join(",", names),
                        status,
                        OffsetDateTime.now(),
                        day.plusDays(days).atTime(12, 0).atOffset(ZoneOffset.UTC))
                .update();
        return String.valueOf(id);
    }

    private void digiCertEndsAll() {
        partners.have(
                "/api/digicert/ended-certificates",
                "{\"organisation\":\"%s\"}".formatted(customer.toLowerCase(Locale.ROOT)));
    }

    /** So many days after the move. */
    private void morning(int days) {
        to(day.plusDays(days));
        rounds();
    }

    private void nextMorning() {
        to(clock.today().plusDays(1));
        rounds();
    }

    private void toNextOpeningDay() {
        to(openingDays.after(clock.today(), 1));
    }

    private void toNextClosingDay() {
        to(nextClosingDayAfter(clock.today()));
    }

    private LocalDate nextClosingDayAfter(LocalDate from) {
        return from.plusDays(1)
                .datesUntil(from.plusDays(9))
                .filter(date -> !openingDays.isOpen(date))
                .findFirst()
                .orElseThrow();
    }

    /** At 8 in the morning of Brussels. */
    private void to(LocalDate date) {
        clock.to(date.atTime(8, 0).atZone(BRUSSELS).toInstant());
    }

    /** Until the customer was looked at; others have been left due by other tests. */
    private void rounds() {
        for (int round = 0; round < 50 && certificates.due(10_000).contains(customer); round++) {
            rounds.look();
        }
    }

    private FollowedCertificate one(long id) {
        return certificates.of(customer).stream()
                .filter(certificate -> certificate.certificate().orderId().equals(String.valueOf(id)))
                .findFirst()
                .orElseThrow();
    }

    private List<SentMail> mails() {
        return correspondence.of(file).stream()
                .filter(mail -> mail.template().equals(MAIL))
                .toList();
    }

    /** Of the latest mail, on one line. */
    private String words() {
        return mails().get(mails().size() - 1).text().replaceAll("\\s+", " ");
    }
}
