package be.belnet.orderdesk.digicert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.FormerCertificate;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.dcs.FormerDomain;
import be.belnet.orderdesk.dcs.FormerOrganisation;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Ledger;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CertCentralInventoryTest {
    private static final String INVENTORY = "digicertCertificateInventory";

    private static PartnerWorld world;
    private static CertificateInventory inventory;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        inventory = world.bean(INVENTORY, CertificateInventory.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void newWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void organisationsAreThoseOfTheSample() {
        assertThat(inventory.organisations())
                .hasSize(11)
                .allMatch(FormerOrganisation::active)
                .extracting(FormerOrganisation::shortName)
                .contains("NSOL", "KORTUNI");
        assertThat(inventory.name()).isEqualTo("DigiCert");
    }

    @Test
    void domainsAreThoseOfOneOrganisation() {
        var domains = inventory.domains(nsol());

        assertThat(domains)
                .extracting(FormerDomain::name)
                .containsExactly("nsol.example", "buoys.nsol.example", "events-nsol.example");
        assertThat(world.sandbox().get("/certificates").statusCode()).isEqualTo(200);
        assertThat(inventory.organisations().stream()
                        .flatMap(one -> inventory.domains(one.id()).stream())
                        .map(FormerDomain::validatedUntil))
                .anyMatch(Objects::isNull)
                .anyMatch(day -> day != null && day.isBefore(LocalDate.now()))
                .anyMatch(day -> day != null && day.isAfter(LocalDate.now()));
    }

    @Test
    void certificatesTellTheirEndAndTheirState() {
        var certificates = inventory.certificates(nsol());

        assertThat(of(certificates, "www.nsol.example").status()).isEqualTo(Status.VALID);
        assertThat(of(certificates, "www.nsol.example").expiresOn()).isAfter(LocalDate.now());
        assertThat(of(certificates, "mail.nsol.example").status()).isEqualTo(Status.EXPIRED);
        assertThat(of(certificates, "vpn.nsol.example").status()).isEqualTo(Status.PENDING);
        assertThat(of(certificates, "vpn.nsol.example").expiresOn()).isNull();
        assertThat(inventory.organisations().stream()
                        .flatMap(one -> inventory.certificates(one.id()).stream())
                        .map(FormerCertificate::status))
                .contains(Status.REVOKED, Status.NOT_ISSUED)
                .doesNotContain(Status.UNKNOWN);
    }

    @Test
    void endOfAMultiYearPlanIsThatOfItsCertificate() {
        var portal = of(inventory.certificates(nsol()), "portal.nsol.example");

        assertThat(portal.expiresOn()).isBefore(LocalDate.now().plusDays(100));
    }

    @Test
    void replacementIsKnownByAllNames() {
        var certificates = inventory.certificates(nsol());

        assertThat(of(certificates, "www.nsol.example").replacementKey()).isEqualTo("nsol.example www.nsol.example");
        assertThat(of(certificates, "*.nsol.example").wildcards()).containsExactly("*.nsol.example");
        assertThat(of(certificates, "www.nsol.example").wildcards()).isEmpty();
        assertThat(of(certificates, "portal.nsol.example").hasDuplicates()).isTrue();
    }

    @Test
    void namesAreWrittenSmallAndOnce() {
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update digicert_order set names = 'WWW.nsol.example www.NSOL.example'"
                        + " where names = 'www.nsol.example nsol.example'")
                .update();

        assertThat(of(inventory.certificates(nsol()), "www.nsol.example").names())
                .containsExactly("www.nsol.example");
    }

    @Test
    void certificateThatDigiCertEndsIsRevoked() {
        var order = of(inventory.certificates(nsol()), "www.nsol.example").orderId();
        world.sandbox()
                .send(world.sandbox()
                        .request("/certificates/end")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("order=" + order)));

        assertThat(of(inventory.certificates(nsol()), "www.nsol.example").status())
                .isEqualTo(Status.REVOKED);
    }

    @Test
    void stateThatNobodyHasHeardOfIsUnknown() {
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update digicert_order set status = 'frozen' where names = 'mail.nsol.example'")
                .update();

        assertThat(of(inventory.certificates(nsol()), "mail.nsol.example").status())
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void pagesAreReadUntilTheTotal() {
        var small = world.seenWith("--orderdesk.digicert.page-size=3");
        var paged = small.bean(INVENTORY, CertificateInventory.class);
        ledger().startAgain();

        assertThat(paged.organisations()).isEqualTo(inventory.organisations());
        assertThat(paged.domains(nsol())).isEqualTo(inventory.domains(nsol()));
        assertThat(paged.certificates(nsol())).isEqualTo(inventory.certificates(nsol()));
        assertThat(calls()).hasSizeGreaterThan(15);
    }

    @Test
    void nothingIsChanged() {
        inventory.organisations();
        inventory.domains(nsol());
        inventory.certificates(nsol());

        assertThat(calls()).isNotEmpty().allMatch(call -> call.call().startsWith("GET "));
        assertThat(ledger().effects("digicert", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'fault':'failBefore','status':500,'times':2}",
                "{'fault':'failBefore','status':503,'times':2}",
                "{'fault':'tooMany','seconds':0.001,'times':2}",
                "{'fault':'malformed','times':2}",
                "{'fault':'reset','times':1}"
            })
    void readIsRepeatedWhenCertCentralFails(String fault) {
        on(fault);

        assertThat(inventory.organisations()).hasSize(11);
        assertThat(calls()).hasSizeGreaterThan(1);
    }

    @Test
    void readIsGivenUpAfterItsAttempts() {
        on("{'fault':'failBefore','status':502}");

        assertThatThrownBy(() -> inventory.organisations()).isInstanceOf(PartnerUnavailableException.class);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void pauseIsWhatCertCentralAsksFor() {
        on("{'fault':'tooMany','seconds':1,'times':1}");
        var begun = Instant.now();
        inventory.organisations();

        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void longPauseIsLeftToWhoAsked() {
        on("{'fault':'tooMany','seconds':600}");

        assertThat(catchThrowableOfType(PartnerBusyException.class, () -> inventory.organisations())
                        .retryAfter())
                .contains(Duration.ofMinutes(10));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void limitOfCertCentralIsWaitedOut() {
        try (var limited = PartnerWorld.start(
                "--sandbox.digicert.limits.calls-per-five-seconds=3",
                "--orderdesk.digicert.page-size=3",
                "--orderdesk.digicert.retry.pause=5s",
                "--orderdesk.digicert.retry.longest-pause=10s")) {
            assertThat(limited.bean(INVENTORY, CertificateInventory.class).organisations())
                    .hasSize(11);
        }
    }

    @Test
    void refusalIsNotRepeated() {
        var stranger = world.seenWith("--orderdesk.digicert.api-key=wrong").bean(INVENTORY, CertificateInventory.class);

        assertThatThrownBy(stranger::organisations)
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("access_denied|access_denied_invalid_key")
                .hasMessageNotContaining("wrong");
        assertThat(calls()).hasSize(1);
    }

    private static String nsol() {
        return inventory.organisations().stream()
                .filter(one -> "NSOL".equals(one.shortName()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static FormerCertificate of(List<FormerCertificate> certificates, String name) {
        return certificates.stream()
                .filter(one -> one.names().get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void on(String fault) {
        ledger().startAgain();
        var answer = world.sandbox().put("/api/faults/digicert", fault.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<Call> calls() {
        return ledger().calls("digicert", null);
    }

    private static Ledger ledger() {
        return world.sandbox().bean(Ledger.class);
    }
}
