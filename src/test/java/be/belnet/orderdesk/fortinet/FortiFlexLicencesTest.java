package be.belnet.orderdesk.fortinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.bams.Licence;
import be.belnet.orderdesk.bams.LicenceRequest;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.ListedLicence;
import be.belnet.orderdesk.partner.OutcomeUnknownException;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.fortinet.Licences;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FortiFlexLicencesTest {
    private static final String ORDER = "BAMS-2026-00042";
    private static final LicenceRequest SMALL = new LicenceRequest("KBR", 2, "base", Set.of());

    private static final String PATIENT = "--orderdesk.fortinet.gate.patience=30s";

    /** Of the application and of the sandbox. */
    private static final String[] REAL_LIMITS = {
        "--orderdesk.fortinet.gate.calls-per-minute=100",
        "--orderdesk.fortinet.gate.calls-per-hour=1000",
        "--orderdesk.fortinet.gate.errors-per-hour=10",
        "--sandbox.fortinet.limits.calls-per-minute=100",
        "--sandbox.fortinet.limits.calls-per-hour=1000",
        "--sandbox.fortinet.limits.errors-per-hour=10",
        "--sandbox.fortinet.limits.single-flight=true"
    };

    private static PartnerWorld world;
    private static LicenceSupplier licences;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        licences = world.bean(LicenceSupplier.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void nothingIsFoundBeforeTheOrder() {
        assertThat(licences.find(ORDER)).isEmpty();
    }

    @Test
    void orderedTwiceItIsOneLicence() {
        var first = licences.order(ORDER, SMALL);
        var second = licences.order(ORDER, SMALL);

        assertThat(second).isEqualTo(first);
        assertThat(licences.find(ORDER)).contains(first);
        assertThat(licencesMade()).isOne();
    }

    @Test
    void allLicencesAreListedWithTheirNumbersAndEnds() {
        var first = licences.order(ORDER, SMALL);
        var second = licences.order("BAMS-2026-00043", SMALL);
        licences.stop(second);

        assertThat(licences.licences())
                .containsExactlyInAnyOrder(
                        new ListedLicence(first, ORDER, true, licences.endsOn(first)),
                        new ListedLicence(second, "BAMS-2026-00043", false, licences.endsOn(second)));
    }

    @Test
    void eachSizeHasAConfigurationOfItsOwn() {
        licences.order(ORDER, SMALL);
        licences.order("BAMS-2026-00043", SMALL);
        licences.order("BAMS-2026-00044", new LicenceRequest("KBR", 4, "atp", Set.of("continuity", "cloudApi")));
        licences.order("BAMS-2026-00045", new LicenceRequest("UGENT", 2, "base", Set.of()));

        assertThat(ledger().effects("fortiflex", null))
                .filteredOn(effect -> effect.kind().equals("configuration created"))
                .extracting(Effect::reference)
                .containsExactly("KBR VM02 FMLBASE", "KBR VM04 FMLATP FMLFEEC FMLFEOP", "UGENT VM02 FMLBASE");
    }

    @Test
    void twoLicencesWithOneNumberNeedAPerson() {
        licences.order(ORDER, SMALL);
        licences.order("BAMS-2026-00043", SMALL);
        sql("update fortiflex_entitlement set description = '" + ORDER + "'");

        assertThatThrownBy(() -> licences.find(ORDER))
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("twoObjects"));
    }

    @Test
    void configurationChangedByHandNeedsAPerson() {
        licences.order(ORDER, SMALL);
        sql("update fortiflex_parameter set setting = '8' where id = 73");

        assertThatThrownBy(() -> licences.order("BAMS-2026-00043", SMALL))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("KBR VM02 FMLBASE");
    }

    @Test
    void unusedTokenIsHandedOutAndAUsedOneReplaced() {
        var licence = licences.order(ORDER, SMALL);
        var code = licences.activationCode(licence);

        assertThat(licences.activationCode(licence)).isEqualTo(code);
        assertThat(world.sandbox().bean(Licences.class).consume(code)).contains(licence.serialNumber());
        assertThat(licences.activationCode(licence)).isNotEqualTo(code);
    }

    @Test
    void stoppedTwiceItIsStoppedOnce() {
        var licence = licences.order(ORDER, SMALL);
        assertThat(licences.hasEnded(licence)).isFalse();
        licences.stop(licence);
        licences.stop(licence);
        assertThat(licences.hasEnded(licence)).isTrue();

        assertThat(effects("licence stopped")).isOne();
        assertThatThrownBy(() -> licences.activationCode(licence)).isInstanceOf(PartnerRefusedException.class);
    }

    @Test
    void licenceEndsTheDayBeforeItsEndAtMidnight() {
        var licence = licences.order(ORDER, SMALL);
        sql("update fortiflex_entitlement set end_date = timestamp '2027-05-29 00:00:00'");
        assertThat(licences.endsOn(licence)).isEqualTo("2027-05-28");
        sql("update fortiflex_entitlement set end_date = timestamp '2027-05-29 10:12:25'");
        assertThat(licences.endsOn(licence)).isEqualTo("2027-05-29");
    }

    @Test
    void extendedTwiceItEndsOnTheSameDay() {
        var licence = licences.order(ORDER, SMALL);
        var until = LocalDate.now().plusYears(1);
        sql("update fortiflex_entitlement set end_date = timestamp '%s 00:00:00'"
                .formatted(LocalDate.now().plusDays(30)));

        assertThat(licences.extend(licence, until)).isEqualTo(until);
        assertThat(licences.endsOn(licence)).isEqualTo(until);
        assertThat(licences.extend(licence, until.plusDays(1))).isEqualTo(until.plusDays(1));
        assertThat(licences.find(ORDER)).contains(licence);
    }

    /** Both read the licence before either writes; the extension would write the former configuration with its end. */
    @Test
    void changeInTheMomentOfAnExtensionIsNotWrittenBack() {
        var licence = licences.order(ORDER, SMALL);
        var larger = new LicenceRequest("KBR", 4, "atp", Set.of());
        var until = LocalDate.now().plusYears(1);
        sql("update fortiflex_entitlement set end_date = timestamp '%s 00:00:00'"
                .formatted(LocalDate.now().plusDays(30)));
        var refused = new ArrayList<PartnerBusyException>();
        var extending = Between.reading(licences, () -> {
            try {
                licences.change(licence, larger);
            } catch (PartnerBusyException later) {
                refused.add(later);
            }
        });

        assertThat(extending.extend(licence, until)).isEqualTo(until);
        refused.forEach(later -> licences.change(licence, larger));
        assertThat(licences.covers(licence, larger)).isTrue();
        assertThat(licences.endsOn(licence)).isEqualTo(until);
        assertThat(refused).singleElement().satisfies(later -> assertThat(later.retryAfter())
                .contains(Duration.ofSeconds(10)));
    }

    @Test
    void licenceIsLeftAloneUntilItIsClearWhatBecameOfIt() {
        var licence = licences.order(ORDER, SMALL);
        var extending = Between.reading(licences, () -> {
            throw new OutcomeUnknownException("FortiFlex", "no answer");
        });
        assertThatThrownBy(() -> extending.extend(licence, LocalDate.now().plusYears(9)))
                .isInstanceOf(OutcomeUnknownException.class);

        assertThatThrownBy(() -> licences.change(licence, SMALL)).isInstanceOf(PartnerBusyException.class);
        leases().sql("update partner_lease set held_until = timestamp '2020-01-01 00:00:00'")
                .update();
        licences.change(licence, SMALL);
        assertThat(leases().sql("select count(*) from partner_lease")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static JdbcClient leases() {
        return JdbcClient.create(world.bean("dataSource", DataSource.class));
    }

    @Test
    void nothingLastsLongerThanTheProgram() {
        var licence = licences.order(ORDER, SMALL);
        var programEnd = licences.endsOn(licence);
        sql("update fortiflex_entitlement set end_date = timestamp '%s 00:00:00'".formatted(programEnd.minusDays(10)));

        assertThat(licences.extend(licence, programEnd.plusYears(1))).isEqualTo(programEnd);
        assertThatThrownBy(() -> licences.extend(licence, programEnd.plusYears(1)))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("the program ends on");
    }

    @Test
    void licenceThatHasEndedIsNotExtended() {
        var licence = licences.order(ORDER, SMALL);
        licences.stop(licence);

        assertThatThrownBy(() -> licences.extend(licence, LocalDate.now().plusYears(9)))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void licenceThatIsNotListedCannotBeStopped() {
        assertThatThrownBy(() -> licences.stop(new Licence("FEVMMLTM00000000")))
                .isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void lostTokenIsReplacedOnTheWay() {
        licences.find(ORDER);
        sql("delete from forticloud_token");

        assertThat(licences.order(ORDER, SMALL)).isNotNull();
    }

    @Test
    void nonsenseNeverReachesFortinet() {
        assertThatThrownBy(() -> licences.order(ORDER, new LicenceRequest("KBR", 3, "base", Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> licences.order(ORDER, new LicenceRequest("KBR", 2, "gold", Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger().countCalls()).isZero();
    }

    @Test
    void wrongPasswordNeedsAPerson() {
        var strangers = world.seenWith("--orderdesk.fortinet.cloud.password=wrong");

        assertThatThrownBy(() -> strangers.bean(LicenceSupplier.class).find(ORDER))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("invalid_grant")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void ofTwoProgramsASettingNamesTheOne() {
        sql("insert into fortiflex_program select 'ELAVMR0000000099', account_id, start_date, end_date,"
                + " has_support_coverage, points from fortiflex_program");

        assertThatThrownBy(() -> with("").find(ORDER))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("2 programs");
        assertThatThrownBy(() -> with("ELAVMR0000000098").find(ORDER))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("0 programs");
        assertThat(with("ELAVMR0000000099").find(ORDER)).isEmpty();
    }

    @Test
    void programThatWasReplacedIsRefusedOnce() {
        var since = with("");
        since.find(ORDER);
        sql("update fortiflex_program set serial_number = 'ELAVMR0000000099'");

        assertThatThrownBy(() -> since.order(ORDER, SMALL)).isInstanceOf(PartnerRefusedException.class);
        assertThat(since.order(ORDER, SMALL)).isNotNull();
        assertThat(licencesMade()).isOne();
    }

    @Test
    void logInFollowsFortinetToTheAddressWithTheSlash() {
        var moved = world.seenWith("--orderdesk.fortinet.cloud.token-url=SANDBOX/forticloud/api/v1/oauth/token");

        assertThat(moved.bean(LicenceSupplier.class).find(ORDER)).isEmpty();
    }

    @Test
    void listUnderItsOtherNameIsUnderstood() {
        try (var odd = PartnerWorld.start("--sandbox.fortinet.entitlements-key=vms")) {
            var ordered = odd.bean(LicenceSupplier.class).order(ORDER, SMALL);

            assertThat(odd.bean(LicenceSupplier.class).find(ORDER)).contains(ordered);
        }
    }

    @Test
    void fortinetsLimitsMeanLater() {
        try (var strict = PartnerWorld.start("--sandbox.fortinet.limits.calls-per-minute=2")) {
            var limited = strict.bean(LicenceSupplier.class);

            assertThatThrownBy(() -> limited.order(ORDER, SMALL)).isInstanceOf(PartnerBusyException.class);
        }
    }

    @Test
    void twoNodesNeverCallAtTheSameTime() {
        try (var strict = PartnerWorld.start("--sandbox.fortinet.limits.single-flight=true", PATIENT);
                var second = strict.seenWith(PATIENT)) {
            atOnce(8, number -> (number % 2 == 0 ? strict : second)
                    .bean(LicenceSupplier.class)
                    .order("BAMS-2026-%05d".formatted(number), SMALL));

            assertThat(callsTo(strict)).isNotEmpty().allMatch(call -> call.status() == 200);
        }
    }

    @Test
    void twoNodesStopBeforeFortinetsRealLimitsRefuseThem() {
        try (var strict = PartnerWorld.start(REAL_LIMITS);
                var second = strict.seenWith(REAL_LIMITS)) {
            var first = strict.bean(LicenceSupplier.class);
            var other = second.bean(LicenceSupplier.class);

            assertThatThrownBy(() -> {
                        for (int look = 0; look < 101; look++) {
                            (look % 2 == 0 ? first : other).find(ORDER);
                        }
                    })
                    .isInstanceOfSatisfying(PartnerBusyException.class, busy -> assertThat(busy.retryAfter())
                            .hasValueSatisfying(
                                    wait -> assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1))));
            assertThat(callsTo(strict)).hasSize(100).allMatch(call -> call.status() == 200);
        }
    }

    @Test
    void tenRefusalsStopAllNodesBeforeFortinetLocksTheAccount() {
        try (var strict = PartnerWorld.start(REAL_LIMITS);
                var second = strict.seenWith(REAL_LIMITS)) {
            var first = strict.bean(LicenceSupplier.class);
            strict.sandbox().put("/api/faults/fortiflex", "{\"fault\": \"refusal\"}");
            for (int refusal = 0; refusal < 10; refusal++) {
                assertThatThrownBy(() -> first.order(ORDER, SMALL)).isInstanceOf(PartnerRefusedException.class);
            }

            assertThatThrownBy(() -> second.bean(LicenceSupplier.class).find(ORDER))
                    .isInstanceOf(PartnerBusyException.class)
                    .hasMessageContaining("errors");
        }
    }

    private static List<Call> callsTo(PartnerWorld world) {
        return world.sandbox().bean(Ledger.class).calls("fortiflex", null);
    }

    private static void atOnce(int times, IntConsumer act) {
        var all = IntStream.range(0, times)
                .mapToObj(number -> CompletableFuture.runAsync(() -> act.accept(number)))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    private static LicenceSupplier with(String program) {
        return world.seenWith("--orderdesk.fortinet.flex.program-serial-number=" + program)
                .bean(LicenceSupplier.class);
    }

    private long licencesMade() {
        return effects("licence created");
    }

    private long effects(String kind) {
        return ledger().effects("fortiflex", null).stream()
                .filter(effect -> effect.kind().equals(kind))
                .count();
    }

    private Ledger ledger() {
        return world.sandbox().bean(Ledger.class);
    }

    private void sql(String statement) {
        world.sandbox().bean(JdbcClient.class).sql(statement).update();
    }
}
