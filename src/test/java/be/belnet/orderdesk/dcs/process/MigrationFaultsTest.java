package be.belnet.orderdesk.dcs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.Partners;
import be.belnet.orderdesk.Register;
import be.belnet.orderdesk.Subscribers;
import be.belnet.orderdesk.TestClock;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.dcs.CertificateDomain;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.CustomersTurn;
import be.belnet.orderdesk.dcs.DcsOrders;
import be.belnet.orderdesk.dcs.DigiCertDesk;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.FormerCertificates;
import be.belnet.orderdesk.dcs.Migrations;
import be.belnet.orderdesk.dcs.SectigoDesk;
import be.belnet.orderdesk.failure.FailedStep;
import be.belnet.orderdesk.failure.Failures;
import be.belnet.orderdesk.failure.process.Gathering;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.OrderState;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every fault of the authorities at every step of a migration, each switched on anew when the step begins, for each domain
 * by itself: the customer moves all the same, or once a person has looked and the authority is well; and whatever happened
 * in between, each thing was made once.
 */
@OrderdeskTest
class MigrationFaultsTest {
    private static final String READ = "serviceTask_readFormerAuthority";
    private static final String START = "serviceTask_startValidation";
    private static final String SUBMIT = "serviceTask_submitValidation";
    private static final String APPROVE = "serviceTask_approveWildcard";
    private static final String ORGANISATION = "userTask_decideOnOrganisation";
    private static final String DOMAIN = "userTask_decideOnDomain";
    private static final String WILDCARD = "userTask_decideOnWildcard";

    /** Which calls each step changes something with; one domain stands there without being anybody's. */
    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "sectigo",
            Map.of(
                    "serviceTask_createOrganisation",
                    "organization/v1$",
                    "serviceTask_addDomains",
                    "domain/v1$|delegation$",
                    "serviceTask_inviteAdministrator",
                    "admin/v1$",
                    START,
                    "start/domain/",
                    SUBMIT,
                    "submit/domain/",
                    APPROVE,
                    "delegation/approve$"),
            "harica",
            Map.of("serviceTask_createOrganisation", "CreateEnterprise$", START, "CreatePrevalidatedValidation$"));

    /** Nothing has happened. */
    private static final List<String> BEFORE = List.of(
            "'timeOutBefore', 'seconds': 0.1",
            "'failBefore', 'status': 500",
            "'failBefore', 'status': 503",
            "'tooMany', 'calls': 'changes', 'seconds': 1");

    /** It has happened, and nobody is told. */
    private static final List<String> AFTER = List.of(
            "'timeOutAfter', 'seconds': 0.1",
            "'failAfter', 'status': 500",
            "'failAfter', 'status': 503",
            "'reset'",
            "'malformed'");

    private static final List<String> READS = List.of(
            "'timeOutBefore', 'calls': 'reads', 'seconds': 0.1",
            "'timeOutAfter', 'calls': 'reads', 'seconds': 0.1",
            "'failBefore', 'calls': 'reads', 'status': 500",
            "'failBefore', 'calls': 'reads', 'status': 502",
            "'failAfter', 'calls': 'reads', 'status': 503",
            "'reset', 'calls': 'reads'",
            "'malformed', 'calls': 'reads'",
            "'tooMany', 'calls': 'reads', 'seconds': 3600",
            "'refusal', 'calls': 'reads'");

    @Autowired
    Desk desk;

    @Autowired
    Register register;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Partners partners;

    @Autowired
    SectigoDesk sectigo;

    @Autowired
    DigiCertDesk digicert;

    @Autowired
    MigrationDesk migrations;

    @Autowired
    DomainRounds rounds;

    @Autowired
    CustomersTurn turn;

    @Autowired
    DcsOrders dcsOrders;

    @Autowired
    Migrations files;

    @Autowired
    FormerCertificates formerCertificates;

    @Autowired
    OrderFile orders;

    @Autowired
    Correspondence correspondence;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService processes;

    @Autowired
    TestClock clock;

    @Autowired
    Failures failures;

    @Autowired
    Gathering gathering;

    @Autowired
    PartnerPauses pauses;

    @Autowired
    JdbcClient jdbc;

    private final JdbcClient sandbox = TestWorld.sandboxTables();

    /** Steps before which the fault was switched on, of which domain, and those steps at which it hit. */
    private final Set<String> switchedOn = new TreeSet<>();

    private final Set<String> hit = new TreeSet<>();

    /** Tasks at which a person was asked; where it was for a step out of attempts, the step. */
    private final Set<String> asked = new TreeSet<>();

    private String customer;
    private String file;
    private String authority = "sectigo";
    private Domain domain;
    private Domain campus;

    /** Whose wildcard is not approved yet. */
    private Domain waiting;

    @BeforeEach
    void customerAtDigiCert() {
        customer = register.university("en");
        String name = customer.toLowerCase(Locale.ROOT);
        domain = new Domain(name + ".example");
        campus = new Domain("campus-" + name + ".example");
        digicert.organisation(customer, List.of(domain, campus));
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        sectigo.register(campus);
    }

    @AfterEach
    void allIsWell() {
        partners.heal();
        List.of("DigiCert", "Sectigo").forEach(pauses::end);
        clock.putBack();
        gathering.forget();
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void formerAuthorityThatFailsIsReadLater(String fault, String list) {
        migrate("sectigo");
        long before = hits("digicert");
        fail("digicert", fault, list);
        assertThatThrownBy(() -> management.executeJob(only().getId())).isInstanceOf(RuntimeException.class);
        assertThat(hits("digicert")).isGreaterThan(before);
        assertThat(step(only())).isEqualTo(READ);
        assertNothingRead();

        partners.heal();
        management.executeJob(only().getId());
        assertRead();
    }

    static Stream<Arguments> formerAuthorityThatFailsIsReadLater() {
        return READS.stream().flatMap(fault -> Stream.of("organization$", "domain$", "order/certificate$")
                .map(list -> Arguments.of(fault, list)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'slow', 'seconds': 0.1",
                "'failBefore', 'status': 503, 'times': 1",
                "'reset', 'times': 1",
                "'malformed', 'times': 1",
                "'tooMany', 'seconds': 0.1, 'times': 1"
            })
    void formerAuthorityThatStumblesIsReadAtOnce(String fault) {
        migrate("sectigo");
        long before = hits("digicert");
        fail("digicert", fault, "order/certificate$");
        management.executeJob(only().getId());
        assertThat(hits("digicert")).isGreaterThan(before);
        assertRead();
    }

    @Test
    void readingOutOfAttemptsIsOneTaskAndOneClickResumesIt() {
        migrate("sectigo");
        fail("digicert", "'failBefore', 'status': 503", "domain$");
        gathering.exhaust(file, failed -> clock.forward(Duration.ofMinutes(6)));
        String failure = gathering.failureOf(file).orElseThrow();
        assertThat(failures.of(failure)).extracting(FailedStep::activity).containsExactly(READ);
        assertNothingRead();

        partners.heal();
        desk.submit(failure, Gathering.DECIDE, "operations1", Map.of("failureDecision", "retry"));
        management.executeJob(only().getId());
        assertRead();
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void faultThatPassesAsksNobody(String fault) {
        moves("sectigo", fault + ", 'times': 1");
        assertThat(hit).isEqualTo(CHANGES.get("sectigo").keySet());
        assertThat(asked).isEmpty();
    }

    static Stream<String> faultThatPassesAsksNobody() {
        return Stream.of(BEFORE, AFTER, List.of("'slow', 'calls': 'changes', 'seconds': 0.1"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource
    void faultThatLastsAsksAPersonAtEveryStep(String fault) {
        moves("sectigo", fault);
        assertThat(hit).isEqualTo(CHANGES.get("sectigo").keySet());
        assertThat(asked).isEqualTo(CHANGES.get("sectigo").keySet());
    }

    static Stream<String> faultThatLastsAsksAPersonAtEveryStep() {
        return BEFORE.stream();
    }

    /** What a start would have said is in its answer alone. */
    @ParameterizedTest
    @MethodSource
    void changeWhoseAnswerIsAlwaysLostIsFoundDone(String fault) {
        moves("sectigo", fault);
        assertThat(hit).isEqualTo(CHANGES.get("sectigo").keySet());
        assertThat(asked).containsExactly(START);
    }

    static Stream<String> changeWhoseAnswerIsAlwaysLostIsFoundDone() {
        return AFTER.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'refusal'", "'refusal', 'times': 1"})
    void refusalAsksAPerson(String fault) {
        moves("sectigo", fault);
        assertThat(hit).isEqualTo(CHANGES.get("sectigo").keySet());
        assertThat(asked).containsExactlyInAnyOrder(ORGANISATION, DOMAIN, WILDCARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'lateLookUp', 'seconds': 3600", "'twoObjects'", "'twoObjects', 'times': 1"})
    void migrationOutlivesLookUpsThatMislead(String fault) {
        moves("sectigo", fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {START, SUBMIT})
    void domainThatIsRefusedForGoodIsGivenUpAndTheOtherMoves(String refusing) {
        migrate("sectigo");
        carryOn(job -> run(job, step -> refuseFirst(refusing, step)), () -> isAsked(DOMAIN));
        assertThat(rounds.of(file))
                .filteredOn(known -> known.state() == State.REFUSED)
                .hasSize(1)
                .allMatch(known -> known.trouble() != null);
        fail("sectigo", "'failAfter', 'status': 500, 'times': 1", "validation/clear$");
        giveUp();
        carryOn(job -> run(job, step -> {}), this::isMigrated);

        assertThat(rounds.of(file))
                .extracting(CertificateDomain::state)
                .containsExactlyInAnyOrder(State.GIVEN_UP, State.VALIDATED);
        assertThat(partners.count(domain.name(), "validation cleared")
                        + partners.count(campus.name(), "validation cleared"))
                .isEqualTo(refusing.equals(SUBMIT) ? 1 : 0);
    }

    @Test
    void customerIsToldOnceThereIsSomethingForItToDo() {
        migrate("sectigo");
        partners.fail("sectigo", json("'refusal'", "start/domain/"));
        carryOn(
                job -> run(job, step -> {}),
                () -> rounds.of(file).size() == 2
                        && rounds.of(file).stream().allMatch(known -> known.state() == State.REFUSED));
        rounds.look(file);
        assertThat(mails("domains-to-validate")).isZero();

        partners.heal();
        migrations.complete(file, DOMAIN, Map.of("domainDecision", "tryAgain"));
        carryOn(job -> run(job, step -> {}), this::isMigrated);
        assertThat(mails("domains-to-validate")).isOne();
    }

    @Test
    void organisationThatTheFormerAuthorityDoesNotHaveIsAskedForAgain() {
        customer = register.university("en");
        subscribers.certificatesOnPaper(customer, LocalDate.of(2024, 3, 1));
        migrate("sectigo");
        desk.runJobs(file);
        Map<String, Object> answers = Map.of("formerOrganisationDecision", "take", "formerOrganisation", "404");
        desk.complete(file, "userTask_chooseFormerOrganisation", "operations1", answers);

        assertThat(desk.openTasks(file)).containsExactly("userTask_chooseFormerOrganisation");
        assertNothingToMove();
    }

    @Test
    void pausedAuthoritiesAreWaitedForAtEveryStep() {
        migrate("sectigo");
        carryOn(this::runPaused, () -> isMigrated());
        assertThat(hit).containsAll(CHANGES.get("sectigo").keySet()).contains(READ);
        assertThat(asked).isEmpty();
        assertMadeOnceAtSectigo();
    }

    @Test
    void stepThatTwoNodesDoAtOnceIsDoneOnce() {
        migrate("sectigo");
        carryOn(this::runTwice, () -> isMigrated());
        assertThat(asked).isEmpty();
        assertMadeOnceAtSectigo();
        assertThat(told("formerAuthorityRead")).isOne();
        assertThat(told("customerMigrated")).isOne();
    }

    @Tag("every-fault")
    @ParameterizedTest
    @MethodSource
    void customerMovesToHaricaWhateverHappensOnTheWay(String fault) {
        register.giveEnterpriseNumber(customer);
        moves("harica", fault);
        assertThat(hit).isEqualTo(CHANGES.get("harica").keySet());
        assertThat(asked)
                .as("what HARICA has people do in its pages")
                .contains(ORGANISATION)
                .isSubsetOf(ORGANISATION, DOMAIN, START, "serviceTask_createOrganisation");
    }

    static Stream<String> customerMovesToHaricaWhateverHappensOnTheWay() {
        Stream<String> passing = Stream.of(BEFORE, AFTER).flatMap(List::stream).map(fault -> fault + ", 'times': 1");
        return Stream.concat(passing, Stream.of("'failBefore', 'status': 500", "'reset'", "'refusal'"));
    }

    @Test
    void domainIsGivenUpAlthoughHaricaCannotEndItsValidation() {
        register.giveEnterpriseNumber(customer);
        migrate("harica");
        carryOn(job -> run(job, step -> refuseFirst(START, step)), () -> isAsked(DOMAIN));
        giveUp();
        carryOn(job -> run(job, step -> {}), this::isMigrated);

        assertThat(rounds.of(file))
                .extracting(CertificateDomain::state)
                .containsExactlyInAnyOrder(State.GIVEN_UP, State.VALIDATED);
        assertThat(told("validationNotEnded")).isOne();
    }

    @Test
    void wildcardAtItsCeilingIsTriedAgain() {
        bringToTheCeiling();

        partners.heal();
        retryAll();
        exhaust();
        assertThat(state()).isEqualTo(State.VALIDATED);
        assertThat(partners.count(waiting.wildcard().name(), "delegation approved"))
                .isOne();
    }

    @Test
    void wildcardAtItsCeilingIsDoneByHand() {
        bringToTheCeiling();

        desk.submit(
                gathering.failureOf(file).orElseThrow(),
                Gathering.DECIDE,
                "operations1",
                Map.of("failureDecision", "byHand", "reference", "4711", "reason", "Approved in the portal"));
        exhaust();
        assertThat(state()).isEqualTo(State.VALIDATED);
        assertThat(partners.count(waiting.wildcard().name(), "delegation approved"))
                .isZero();
    }

    @Test
    void wildcardThatCannotBeApprovedIsDoneWithout() {
        failApproval();

        turn.declineWildcards(file, List.of(place()));
        carryOn(job -> run(job, step -> {}), this::isMigrated);
        assertThat(rounds.of(file))
                .extracting(CertificateDomain::wildcard)
                .containsExactlyInAnyOrder(Wildcard.ADDED, Wildcard.DECLINED);
        assertThat(asked).isEmpty();
    }

    @Test
    void domainWhoseWildcardCannotBeApprovedIsGivenUp() {
        failApproval();

        turn.giveUp(file, place(), "The customer sells this domain");
        carryOn(job -> run(job, step -> {}), this::isMigrated);
        assertThat(rounds.of(file))
                .extracting(CertificateDomain::state)
                .containsExactlyInAnyOrder(State.VALIDATED, State.GIVEN_UP);
        assertThat(told("domainGivenUp")).isOne();
    }

    private void bringToTheCeiling() {
        failApproval();
        jdbc.sql("update effect set attempts = 10 where order_number = ? and step like ?")
                .params(file, "%:" + waiting.wildcard())
                .update();
    }

    /** One wildcard is approved; the other has been tried in vain as often as the engine does by itself. */
    private void failApproval() {
        migrate("sectigo");
        carryOn(this::runUpToApproval, () -> approvals().size() == 2);
        Job first = approvals().get(0);
        management.executeJob(first.getId());
        waiting = rounds.of(file).stream()
                .filter(known -> known.state() == State.WILDCARD_AWAITED)
                .map(CertificateDomain::domain)
                .findFirst()
                .orElseThrow();
        fail("'failBefore', 'status': 503", APPROVE);
        exhaust();
        assertThat(attempts()).isEqualTo(4);
    }

    private void runUpToApproval(Job job) {
        if (!isVoid(job) && !step(job).equals(APPROVE)) {
            run(job, step -> {});
        }
    }

    private List<Job> approvals() {
        return desk.pending(file).stream()
                .filter(job -> step(job).equals(APPROVE))
                .toList();
    }

    private void exhaust() {
        gathering.exhaust(file, failed -> clock.forward(Duration.ofMinutes(6)));
    }

    private void retryAll() {
        assertThat(gathering.retry(file)).isTrue();
    }

    private int attempts() {
        return jdbc.sql("select attempts from effect where order_number = ? and step like ?")
                .params(file, "%:" + waiting.wildcard())
                .query(Integer.class)
                .single();
    }

    private State state() {
        return rounds.of(file).get(place()).state();
    }

    private int place() {
        return rounds.of(file).stream()
                .filter(known -> known.domain().equals(waiting))
                .findFirst()
                .orElseThrow()
                .place();
    }

    private void refuseFirst(String refusing, String step) {
        if (step.equals(refusing) && hit.isEmpty()) {
            fail("'refusal', 'times': 1", step);
        }
    }

    private void giveUp() {
        migrations.complete(
                file, DOMAIN, Map.of("domainDecision", "giveUp", "reason", "The customer sells this domain"));
    }

    private boolean isAsked(String task) {
        return desk.openTasks(file).contains(task);
    }

    private void migrate(String to) {
        authority = to;
        file = migrations.migrate(customer, to);
    }

    private void moves(String to, String fault) {
        migrate(to);
        carryOn(job -> run(job, step -> fail(fault, step)), () -> isMigrated());
        partners.heal();
        assertThat(rounds.of(file)).extracting(CertificateDomain::state).containsOnly(State.VALIDATED);
        assertThat(rounds.of(file)).extracting(CertificateDomain::wildcard).containsOnly(Wildcard.ADDED);
        if (authority.equals("sectigo")) {
            assertMadeOnceAtSectigo();
        } else {
            assertThat(partners.count(sectigo.legalName(customer), "enterprise created"))
                    .isOne();
        }
    }

    private boolean isMigrated() {
        return desk.order(file).state() == OrderState.COMPLETED;
    }

    /** Runs jobs as the engine would in the hours to come, and does what people are asked to. */
    private void carryOn(Consumer<Job> run, BooleanSupplier arrived) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    desk.pending(file).forEach(run);
                    if (arrived.getAsBoolean()) {
                        return true;
                    }
                    answer();
                    sectigoValidates();
                    migrations.othersAct(customer, file);
                    return false;
                });
    }

    private void sectigoValidates() {
        if (partners.count(sectigo.legalName(customer), "organisation created") > 0) {
            sectigo.validate(customer);
        }
    }

    /** What fails is due again by then; a partner that is too busy is waited for longer before a person is asked. */
    private void run(Job job, Consumer<String> begins) {
        if (isVoid(job)) {
            return;
        }
        String step = step(job);
        if (CHANGES.get(authority).containsKey(step) && switchedOn.add(step + place(job))) {
            begins.accept(step);
        }
        long before = hits(authority);
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            clock.forward(Duration.ofMinutes(isBusy(failed) ? 120 : 6));
        }
        if (hits(authority) > before) {
            hit.add(step);
        }
    }

    /** The first attempt comes in the middle of a pause. */
    private void runPaused(Job job) {
        if (isVoid(job)) {
            return;
        }
        String step = step(job);
        if (!step.startsWith("serviceTask_") || !switchedOn.add(step + place(job))) {
            run(job, unpaused -> {});
            return;
        }
        long before = calls();
        List.of("DigiCert", "Sectigo")
                .forEach(partner -> pauses.begin(new PartnerPause(
                        partner, clock.instant().plus(Duration.ofHours(1)), "Maintenance", "operations1")));
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException paused) {
            hit.add(step);
            Job later = management.createJobQuery().jobId(job.getId()).singleResult();
            assertThat(later.getRetries()).as(step).isEqualTo(job.getRetries());
            assertThat(later.getDuedate()).as(step).isNotNull();
        }
        migrations.othersAct(customer, file);
        assertThat(calls()).as(step).isEqualTo(before);
        clock.forward(Duration.ofHours(2));
    }

    private void runTwice(Job job) {
        try {
            List<Throwable> lost = AtOnce.run(2, () -> management.executeJob(job.getId()));
            assertThat(lost).as("%s", step(job)).hasSizeLessThan(3);
            if (lost.size() == 2) {
                clock.forward(Duration.ofMinutes(6));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer() {
        gathering.failureOf(file).ifPresent(this::resume);
        if (isAsked(ORGANISATION)) {
            partners.heal();
            asked.add(ORGANISATION);
            migrations.complete(file, ORGANISATION, Map.of("organisationDecision", organisationDecision()));
        }
        if (isAsked(DOMAIN)) {
            partners.heal();
            asked.add(DOMAIN);
            migrations.complete(file, DOMAIN, Map.of("domainDecision", "tryAgain"));
        }
        if (isAsked(WILDCARD)) {
            partners.heal();
            asked.add(WILDCARD);
            migrations.complete(file, WILDCARD, Map.of("wildcardDecision", "tryAgain"));
        }
    }

    /** In HARICA's pages a person adds the second domain, then gives the administrator an account. */
    private String organisationDecision() {
        String trouble = orders.events(file).stream()
                .map(event -> event.kind())
                .filter(Set.of("organisationRefused", "domainRefused", "administratorRefused")::contains)
                .reduce("", (earlier, later) -> later);
        if (authority.equals("harica") && trouble.equals("domainRefused")) {
            partners.have(
                    "/api/harica/domains",
                    "{\"enterprise\":\"%s\",\"domain\":\"%s\"}".formatted(sectigo.legalName(customer), missing()));
        }
        return authority.equals("harica") && trouble.equals("administratorRefused") ? "doneByHand" : "tryAgain";
    }

    private Domain missing() {
        return Stream.of(domain, campus)
                .filter(one -> sandbox.sql("select count(*) from harica_domain where name = ?")
                                .param(one.name())
                                .query(Integer.class)
                                .single()
                        == 0)
                .findFirst()
                .orElseThrow();
    }

    private void resume(String failure) {
        failures.of(failure).stream().map(FailedStep::activity).forEach(asked::add);
        partners.heal();
        desk.submit(failure, Gathering.DECIDE, "operations1", Map.of("failureDecision", "retry"));
    }

    private void assertNothingRead() {
        assertThat(dcsOrders.get(file).domains()).isEmpty();
        assertThat(files.find(file).orElseThrow().formerOrganisation()).isNull();
        assertThat(formerCertificates.of(customer)).isEmpty();
        assertThat(told("formerAuthorityRead")).isZero();
    }

    private void assertRead() {
        assertThat(dcsOrders.get(file).domains()).containsExactlyInAnyOrder(domain, campus);
        assertThat(files.find(file).orElseThrow().formerOrganisation()).isNotNull();
        assertThat(formerCertificates.of(customer)).hasSize(2);
        assertThat(told("formerAuthorityRead")).isOne();
    }

    private void assertMadeOnceAtSectigo() {
        String name = sectigo.legalName(customer);
        assertThat(partners.count(name, "organisation created")).isOne();
        assertThat(partners.count(name, "administrator created")).isOne();
        assertThat(partners.count(domain.name(), "domain created")).isOne();
        assertThat(partners.count(campus.name(), "domain created")).isZero();
        for (Domain one : List.of(domain, campus)) {
            assertThat(partners.count(one.name(), "delegation made")).isOne();
            assertThat(partners.count(one.name(), "validation started")).isOne();
            assertThat(partners.count(one.name(), "validation submitted")).isOne();
            assertThat(partners.count(one.wildcard().name(), "delegation approved"))
                    .isOne();
            assertThat(sectigo.holder(one)).contains(name);
            assertThat(sectigo.holder(one.wildcard())).contains(name);
        }
        assertThat(told("customerMigrated")).isOne();
    }

    private void assertNothingToMove() {
        assertThat(dcsOrders.get(file).domains()).isEmpty();
        assertThat(partners.count(sectigo.legalName(customer), "organisation created"))
                .isZero();
    }

    private long mails(String template) {
        return correspondence.of(file).stream()
                .filter(mail -> mail.template().equals(template))
                .count();
    }

    private long told(String kind) {
        return orders.events(file).stream()
                .filter(event -> event.kind().equals(kind))
                .count();
    }

    private Job only() {
        List<Job> jobs = desk.pending(file);
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private String step(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** Of the domain that a step is about; empty where it is about none. */
    private String place(Job job) {
        Map<String, Object> variables = processes.getVariables(job.getExecutionId(), List.of("loopCounter", "place"));
        return variables.isEmpty() ? "" : "/" + variables.values();
    }

    /** What ran before it has ended its step. */
    private boolean isVoid(Job job) {
        return management.createJobQuery().jobId(job.getId()).count() == 0;
    }

    private void fail(String fault, String step) {
        boolean aboutLookUps = fault.contains("LookUp") || fault.contains("twoObjects");
        partners.fail(
                authority,
                json(fault, aboutLookUps ? "" : CHANGES.get(authority).get(step)));
    }

    private void fail(String partner, String fault, String path) {
        partners.fail(partner, json(fault, path));
    }

    private static String json(String fault, String path) {
        return "{'fault': %s%s}"
                .formatted(fault, path.isEmpty() ? "" : ", 'path': '" + path + "'")
                .replace('\'', '"');
    }

    private static boolean isBusy(RuntimeException failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(PartnerBusyException.class::isInstance);
    }

    /** As {@link Partners#hits} counts them, without reading every call. */
    private long hits(String partner) {
        return sandbox.sql("select count(*) from ledger_call where partner = ? and fault is not null")
                .param(partner)
                .query(Long.class)
                .single();
    }

    private long calls() {
        return sandbox.sql("select count(*) from ledger_call where partner in ('sectigo', 'digicert')")
                .query(Long.class)
                .single();
    }
}
