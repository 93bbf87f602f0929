package be.belnet.orderdesk.reconciliation.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.desk.ApiCaller;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.reconciliation.DifferenceWords;
import be.belnet.orderdesk.reconciliation.Differences;
import be.belnet.orderdesk.reconciliation.KnownDifference;
import be.belnet.orderdesk.subscription.KnownSubscriptions;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each kind of difference, as the partners list it, and nothing else. */
@ProcessTest
class DifferenceKindsTest {
    private static final String DECIDE = "userTask_decideOnDifferences";
    private static final LocalDate END = LocalDate.of(2031, 5, 31);
    private static final LocalDate ENDED = LocalDate.of(2026, 1, 1);
    private static final String HEAD = "acronym,service,contract_number,contract_start,price_line,licence_serial,"
            + "licence_end,appliance,domains,authority,organisation_id\n";

    @LocalServerPort
    int port;

    @Autowired
    Nights nights;

    @Autowired
    Holdings holdings;

    @Autowired
    Desk desk;

    @Autowired
    Partners partners;

    @Autowired
    Differences differences;

    @Autowired
    DifferenceWords words;

    @Autowired
    KnownSubscriptions known;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    Register register;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasAnything() {
        nights.begin();
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        nights.end();
    }

    @Test
    void applianceThatRunsAfterTheEndIsStopped() {
        runningCustomer("A");
        String server = holdings.server("BAMS-2019-00001", "ACTIVE");
        holdings.end(holdings.mailSecurity("E", null, null, server), ENDED);
        String night = nights.reconcile();
        assertThat(nights.seen()).containsExactly("applianceAfterEnd " + server + " open");
        act(night);

        assertThat(holdings.serverStatus(server)).isEqualTo("SHUTOFF");
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        assertThat(nights.seen()).as("it is there still, and stopped").hasSize(1);
    }

    @Test
    void appliancesThatAreGoneStoppedOrNobodysAreToldApart() {
        runningCustomer("A");
        String gone = "0f000000-0000-0000-0000-000000000001";
        String stopped = holdings.server(null, "SHUTOFF");
        String failed = holdings.server("BAMS-2019-00002", "ERROR");
        String nobodys = holdings.server("BAMS-2019-00003", "ACTIVE");
        holdings.server(null, "ACTIVE");
        List.of(gone, stopped, failed).forEach(this::withLicence);
        String night = nights.reconcile();

        assertThat(kinds(night))
                .containsExactlyInAnyOrder(
                        "applianceGone " + gone,
                        "applianceStopped " + stopped,
                        "applianceStopped " + failed,
                        "applianceWithoutCustomer " + nobodys);
        assertThat(differences.open(night)).allMatch(one -> one.difference().act() == null);
    }

    @Test
    void listingOfServersIsReadToItsEnd() {
        for (int i = 0; i < 401; i++) {
            withLicence(holdings.server(null, "ACTIVE"));
        }
        String night = nights.reconcile();

        assertThat(nights.part(night, "openstack")).isEqualTo("compared");
        assertThat(nights.seen()).isEmpty();
    }

    @Test
    void orderThatIsDeliveredNowHasItsLicenceAndAppliance() {
        runningCustomer("A");
        String order = known.order("BAMS", "NSOL", "en");
        bamsOrders.open(order);
        bamsOrders.keepLicence(order, "FEVM000000000001");
        holdings.licence("FEVM000000000001", END, "PENDING");
        holdings.server(order, "BUILD");
        String night = nights.reconcile();

        assertThat(nights.outcome(night)).isEqualTo("nothing");
    }

    @Test
    void licenceOfTheDistributorIsLookedForAtFortiCareAndSetFree() {
        runningCustomer("A");
        Subscription bought = throughDistributor();
        String serial = bought.references().licenceSerial();
        holdings.product(serial, bought.orderNumber(), END);
        subscriptions.keepLicenceEnd(bought.id(), END, null);
        assertThat(nights.outcome(nights.reconcile())).isEqualTo("nothing");
        subscriptions.terminate(bought.id(), ENDED, null);
        String night = nights.next();
        assertThat(kinds(night)).containsExactly("licenceAfterEnd " + serial);
        act(night);

        assertThat(holdings.productDescription(serial)).isEqualTo("spare");
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        assertThat(nights.seen()).isEmpty();
    }

    @Test
    void licenceThatHasRunOutAtFortiCareIsNone() {
        runningCustomer("A");
        Subscription bought = throughDistributor();
        holdings.product(bought.references().licenceSerial(), bought.orderNumber(), LocalDate.of(2026, 1, 1));

        assertThat(kinds(nights.reconcile()))
                .containsExactly("customerWithoutLicence " + bought.references().licenceSerial());
    }

    @Test
    void domainsAreTakenAwayAndGivenBack() {
        String organisation = organisation("A", "a1.nights.example", "a2.nights.example");
        holdings.certificates("A", "sectigo", organisation, "a1.nights.example", "*.a2.nights.example");
        holdings.delegate("*.a2.nights.example", organisation);
        String former = organisation("E", "e.nights.example");
        holdings.end(holdings.certificates("E", "sectigo", former, "e.nights.example"), ENDED);
        holdings.undelegate("a1.nights.example");
        String night = nights.reconcile();
        assertThat(kinds(night))
                .containsExactlyInAnyOrder("domainNotDelegated a1.nights.example", "domainAfterEnd e.nights.example");
        act(night);
        act(night);

        assertThat(holdings.isDelegated("a1.nights.example")).isTrue();
        assertThat(holdings.isDelegated("e.nights.example")).isFalse();
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
        assertThat(nights.seen()).isEmpty();
    }

    @Test
    void organisationsThatOneSideDoesNotKnow() {
        holdings.certificates("A", "sectigo", organisation("A", "a.nights.example"), "a.nights.example");
        holdings.certificates("B", "sectigo", "4711", "b.nights.example");
        String nobodys = organisation("N");
        String night = nights.reconcile();

        assertThat(kinds(night))
                .containsExactlyInAnyOrder("organisationUnknown 4711", "organisationWithoutCustomer " + nobodys);
    }

    @Test
    void accountThatAnOrderHadMadeIsMissed() {
        String organisation = organisation("A", "a.nights.example");
        long id = holdings.certificates("A", "sectigo", organisation, "a.nights.example");
        String order = known.order("DCS", "NSOL", "en");
        jdbc.sql("insert into dcs_order (order_number, authority, organisation_id, administrator_id)"
                        + " values (?, 'sectigo', ?, '4711')")
                .params(order, organisation)
                .update();
        jdbc.sql("update subscription set order_number = ? where id = ?")
                .params(order, id)
                .update();

        assertThat(kinds(nights.reconcile())).containsExactly("administratorUnknown 4711");
    }

    @Test
    void customerThatMovesOrEndsNowIsLeftAlone() {
        holdings.certificates("A", "sectigo", organisation("A", "a.nights.example"), "a.nights.example");
        long moving = holdings.certificates("M", "sectigo", organisation("M"), "m.nights.example");
        jdbc.sql("update subscription set state = 'migrating' where id = ?")
                .param(moving)
                .update();
        assertThat(nights.outcome(nights.reconcile())).isEqualTo("nothing");

        long ending = holdings.certificates("E", "sectigo", organisation("E"), "e.nights.example");
        String file = known.order("DCS", "NSOL", "en");
        jdbc.sql("insert into termination (order_number, subscription_id, given_by, channel, exception_asked,"
                        + " contract_reading, notice_months, first_year, notification_date, trial_days, saturday,"
                        + " closing_days, ending_since) values (?, ?, 'customer', 'mail', false, 'x', 3, 'x', 'x', 5, false,"
                        + " '', current_date)")
                .params(file, ending)
                .update();
        assertThat(nights.outcome(nights.next())).isEqualTo("nothing");
    }

    @Test
    void haricaIsComparedAndWhatOnlyPeopleCanDoThereIsNotProposed() {
        String enterprise = holdings.enterprise("A", "a.nights.example");
        holdings.certificates("A", "harica", enterprise, "a.nights.example", "lost.nights.example");
        String former = holdings.enterprise("E", "e.nights.example");
        holdings.end(holdings.certificates("E", "harica", former, "e.nights.example"), ENDED);
        String night = nights.reconcile();

        assertThat(nights.part(night, "harica")).isEqualTo("compared");
        assertThat(kinds(night))
                .containsExactlyInAnyOrder("domainNotDelegated lost.nights.example", "domainAfterEnd e.nights.example");
        assertThat(differences.open(night)).allMatch(one -> one.difference().act() == null);
    }

    @Test
    void authorityThatListsNothingIsDoubted() {
        for (int i = 0; i < 3; i++) {
            String organisation = organisation("A" + i, "a" + i + ".nights.example");
            holdings.certificates("A" + i, "sectigo", organisation, "a" + i + ".nights.example");
            holdings.undelegate("a" + i + ".nights.example");
        }
        String night = nights.reconcile();

        assertThat(kinds(night)).containsExactly("listingDoubtful sectigo");
        assertThat(nights.count("doubtful")).isEqualTo(3);
    }

    @Test
    void ofThreeHundredImportedOnesOneOfEachKindIsFoundAndNothingElse() throws Exception {
        String acronym = register.university("nl");
        List<String> serials = new ArrayList<>();
        List<String> servers = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        var file = new StringBuilder(HEAD);
        for (int i = 0; i < 150; i++) {
            serials.add(holdings.serial());
            servers.add(holdings.server(null, "ACTIVE"));
            organisations.add(organisation("O" + i, "d%d.nights.example".formatted(i)));
            holdings.licence(serials.get(i), END, "ACTIVE");
            file.append("%s,BAMS,NM-%d,2024-02-29,BAMS-2026-01-base,%s,%s,%s,d%d.nights.example,,\n"
                    .formatted(acronym, i, serials.get(i), END, servers.get(i), i));
            file.append("%s,DCS,ND-%d,2024-02-29,DCS-2026,,,,d%d.nights.example,sectigo,%s\n"
                    .formatted(acronym, i, i, organisations.get(i)));
        }
        JsonNode report = json.readTree(new ApiCaller(port, "manager1", "en")
                .postCsv("/api/subscriptions/import", file.toString())
                .body());
        assertThat(report.path("created").asInt()).as(report.toString()).isEqualTo(300);
        nights.firstOfAll();
        String first = nights.reconcile();
        assertThat(nights.outcome(first)).isEqualTo("nothing");

        holdings.forgetLicence(serials.get(0));
        holdings.licenceEnd(serials.get(1), END.minusMonths(1));
        terminate("NM-2");
        terminate("ND-3");
        holdings.forgetServer(servers.get(4));
        holdings.serverStatus(servers.get(5), "SHUTOFF");
        String spare = holdings.serial();
        holdings.licence(spare, END, "ACTIVE");
        String nobodys = holdings.server("BAMS-2019-00009", "ACTIVE");
        holdings.undelegate("d6.nights.example");
        holdings.forgetOrganisation(organisations.get(7));
        String stranger = organisation("Stranger");
        String night = nights.next();

        assertThat(kinds(night))
                .containsExactlyInAnyOrder(
                        "customerWithoutLicence " + serials.get(0),
                        "licenceEndDiffers " + serials.get(1),
                        "licenceAfterEnd " + serials.get(2),
                        "applianceAfterEnd " + servers.get(2),
                        "domainAfterEnd d3.nights.example",
                        "applianceGone " + servers.get(4),
                        "applianceStopped " + servers.get(5),
                        "licenceWithoutCustomer " + spare,
                        "applianceWithoutCustomer " + nobodys,
                        "domainNotDelegated d6.nights.example",
                        "organisationUnknown " + organisations.get(7),
                        "organisationWithoutCustomer " + stranger);
        assertEachIsTold(night);
        assertThat(nights.outcome(nights.next())).as("not a second time").isEqualTo("nothing");
    }

    /** In four languages, with nothing left of keys or places. */
    private void assertEachIsTold(String night) {
        for (String language : List.of("en", "nl", "fr", "de")) {
            var locale = Locale.forLanguageTag(language);
            assertThat(differences.open(night)).allSatisfy(one -> {
                String told = words.line(one, locale) + " " + words.evidence(one, locale);
                assertThat(told).contains(one.difference().subject()).doesNotContain("reconciliation.", "{", "}");
            });
        }
        assertThat(Arrays.stream(DifferenceKind.values()).map(kind -> words.kind(kind, Locale.FRENCH)))
                .doesNotHaveDuplicates()
                .noneMatch(word -> word.contains("."));
    }

    private void terminate(String contract) {
        long id = jdbc.sql("select id from subscription where contract_number = ?")
                .param(contract)
                .query(Long.class)
                .single();
        subscriptions.terminate(id, ENDED, null);
    }

    /** A customer of mail security with whom all is as it should be. */
    private void runningCustomer(String acronym) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        holdings.mailSecurity(acronym, serial, END, holdings.server(null, "ACTIVE"));
    }

    private void withLicence(String appliance) {
        String serial = holdings.serial();
        holdings.licence(serial, END, "ACTIVE");
        holdings.mailSecurity("W", serial, END, appliance);
    }

    private Subscription throughDistributor() {
        Subscription bought = known.mailSecurity("nl", LocalDate.of(2026, 1, 1), null);
        bamsOrders.open(bought.orderNumber());
        jdbc.sql("update bams_order set through_distributor = true where order_number = ?")
                .param(bought.orderNumber())
                .update();
        jdbc.sql("update subscription set appliance_id = null where id = ?")
                .param(bought.id())
                .update();
        jdbc.sql("update service_order set state = 'completed', closed_at = opened_at where number = ?")
                .param(bought.orderNumber())
                .update();
        return subscriptions.get(bought.id());
    }

    private String organisation(String name, String... domains) {
        String id = holdings.organisation("Organisation " + name);
        Arrays.stream(domains).forEach(domain -> holdings.delegate(domain, id));
        return id;
    }

    /** Has the first of what is proposed done. */
    private void act(String night) {
        String one = differences.open(night).stream()
                .filter(difference -> difference.difference().act() != null)
                .map(difference -> "one/" + difference.id())
                .findFirst()
                .orElseThrow();
        desk.complete(night, DECIDE, "operations1", Map.of("differences", one, "differenceDecision", "act"));
    }

    private List<String> kinds(String night) {
        return differences.open(night).stream()
                .map(KnownDifference::difference)
                .map(difference -> difference.kind().code() + " " + difference.subject())
                .toList();
    }
}
