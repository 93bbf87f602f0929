package be.belnet.orderdesk.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.FormerCertificate;
import be.belnet.orderdesk.dcs.FormerCertificate.Status;
import be.belnet.orderdesk.dcs.FormerDomain;
import be.belnet.orderdesk.dcs.FormerOrganisation;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.sectigo.SectigoCaller;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers have at Sectigo, read for a move to the next CA. */
class SectigoCertificateInventoryTest {
    private static final String NAME = "sectigoCertificateInventory";
    private static final int MORE_THAN_A_PAGE = 230;

    private static PartnerWorld world;

    /** Does not wait for answers that are held. */
    private static PartnerWorld hasty;

    private static CertificateInventory inventory;
    private static SectigoCaller scm;

    private int school;
    private int other;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        hasty = world.seenWith("--orderdesk.sectigo.connection.read-timeout=2s");
        inventory = world.bean(NAME, CertificateInventory.class);
        scm = SectigoCaller.network(world.sandbox());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void twoOrganisations() {
        world.sandbox().delete("/api/world");
        school = scm.organisation("Network School");
        other = scm.organisation("Other School");
    }

    @Test
    void organisationsAreKnownByTheirLegalNames() {
        assertThat(inventory.organisations())
                .containsExactly(
                        new FormerOrganisation(String.valueOf(school), "Network School", null, true),
                        new FormerOrganisation(String.valueOf(other), "Other School", null, true));
        assertThat(inventory.name()).isEqualTo("Sectigo");
    }

    @Test
    void domainsAreThoseOfOneOrganisationWithoutTheirWildcards() {
        scm.domain("nsol.example", school);
        scm.domain("*.nsol.example", school);
        scm.domain("*.alone.example", school);
        scm.domain("other.example", other);
        scm.call("PUT", "domain/v1/%d/suspend".formatted(scm.domain("resting.example", school)), null);
        var until = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update sectigo_domain set validated_at = ?, expires_at = ?, method = 'CNAME'"
                        + " where name = 'nsol.example'")
                .params(OffsetDateTime.now(), until.atTime(12, 0).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(domains())
                .containsExactlyInAnyOrder(
                        new FormerDomain("nsol.example", true, until),
                        new FormerDomain("alone.example", true, null),
                        new FormerDomain("resting.example", false, null));
    }

    @Test
    void requestedDomainIsNotTheOrganisations() {
        SectigoCaller.organisation(world.sandbox()).domain("asked.example", school);

        assertThat(domains()).isEmpty();
    }

    @Test
    void domainsAreReadPageAfterPage() {
        IntStream.range(0, MORE_THAN_A_PAGE).forEach(number -> keepDomain("d%03d.example".formatted(number)));
        ledger().startAgain();

        assertThat(domains())
                .extracting(FormerDomain::name)
                .hasSize(MORE_THAN_A_PAGE)
                .doesNotHaveDuplicates()
                .contains("d000.example", "d229.example");
        assertThat(calls()).hasSize(5);
    }

    @Test
    void certificatesTellTheirEndAndTheirStateInOneCall() {
        keepCertificate(1, "www.nsol.example,nsol.example", "Issued", 30);
        keepCertificate(2, "mail.nsol.example", "Expired", -3);
        keepCertificate(3, "vpn.nsol.example", "Applied", null);
        keepCertificate(4, "old.nsol.example", "Revoked", 40);
        keepCertificate(5, "never.nsol.example", "Declined", null);
        keepCertificate(6, "odd.nsol.example", "Frozen", 40);
        keepCertificate(7, "*.nsol.example", "Issued", 60);
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("update sectigo_certificate set org_id = ? where id = 7")
                .param(other)
                .update();
        ledger().startAgain();

        assertThat(certificates())
                .containsExactly(
                        read(1, Status.VALID, 30, "www.nsol.example", "nsol.example"),
                        read(2, Status.EXPIRED, -3, "mail.nsol.example"),
                        read(3, Status.PENDING, null, "vpn.nsol.example"),
                        read(4, Status.REVOKED, 40, "old.nsol.example"),
                        read(5, Status.NOT_ISSUED, null, "never.nsol.example"),
                        read(6, Status.UNKNOWN, 40, "odd.nsol.example"));
        assertThat(calls()).extracting(Call::call).containsExactly("POST /api/report/v1/ssl-certificates");
    }

    @Test
    void certificateThatWasOrderedThereReplacesTheFormerOneOfTheSameNames() {
        keepCertificate(1, "www.nsol.example,nsol.example", "Issued", 300);
        var former = new FormerCertificate(
                "120000001", List.of("nsol.example", "www.nsol.example"), Status.VALID, null, false);

        assertThat(certificates().get(0).replacementKey()).isEqualTo(former.replacementKey());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "subjAltNames":"a.example,B.example , ","status":"Issued"   | VALID
            "subjAltNames":["a.example","b.example"],"status":"issued"  | VALID
            "subjAltNames":"b.example","status":"SA Approved"           | PENDING
            "subjAltNames":"b.example","status":"Rejected"              | NOT_ISSUED
            "subjAltNames":"b.example","status":"Replaced"              | UNKNOWN
            """)
    void rowsAreReadHoweverTheyAreWritten(String fields, Status expected) throws IOException {
        answered(
                "{\"statusCode\":0,\"reports\":[{\"serialNumber\":\"AB12\",\"commonName\":\"A.example\","
                        + "\"expires\":\"2099-01-31T00:00:00.000Z\"," + fields + "}]}",
                strange -> assertThat(strange.certificates("1"))
                        .containsExactly(new FormerCertificate(
                                "AB12",
                                List.of("a.example", "b.example"),
                                expected,
                                LocalDate.of(2099, 1, 31),
                                false)));
    }

    @Test
    void issuedWithoutAnEndIsUnknown() throws IOException {
        answered("{\"reports\":[{\"id\":7,\"commonName\":\"a.example\",\"status\":\"Issued\"}]}", strange -> assertThat(
                        strange.certificates("1"))
                .containsExactly(new FormerCertificate("7", List.of("a.example"), Status.UNKNOWN, null, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"statusCode\":0}", "[]", "null", "<html>"})
    void reportThatIsNoneIsNotTakenForAnEmptyOne(String answer) throws IOException {
        answered(answer, strange -> assertThatThrownBy(() -> strange.certificates("1"))
                .isInstanceOf(PartnerUnavailableException.class));
    }

    @Test
    void idOfAnotherAuthorityIsRefused() {
        for (Runnable read : List.<Runnable>of(() -> inventory.certificates("x"), () -> inventory.domains("x"))) {
            assertThatThrownBy(read::run)
                    .isInstanceOf(PartnerRefusedException.class)
                    .hasMessageContaining("no number of Sectigo's: x");
        }
    }

    @Test
    void nothingIsChanged() {
        scm.domain("nsol.example", school);
        keepCertificate(1, "www.nsol.example", "Issued", 30);
        ledger().startAgain();
        inventory.organisations();
        domains();
        certificates();

        assertThat(calls())
                .extracting(Call::call)
                .allMatch(call -> call.startsWith("GET ") || call.equals("POST /api/report/v1/ssl-certificates"))
                .hasSize(5);
        assertThat(ledger().effects("sectigo", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'fault':'failBefore','calls':'all','status':500}",
                "{'fault':'failBefore','calls':'all','status':503}",
                "{'fault':'malformed','calls':'all'}",
                "{'fault':'reset','calls':'all'}",
                "{'fault':'timeOutAfter','calls':'all','seconds':4}"
            })
    void brokenAnswerIsNoEmptyInventory(String fault) {
        on(fault);
        var slow = hasty.bean(NAME, CertificateInventory.class);

        for (Runnable read : List.<Runnable>of(
                slow::organisations,
                () -> slow.domains(String.valueOf(school)),
                () -> slow.certificates(String.valueOf(school)))) {
            assertThatThrownBy(read::run).isInstanceOf(PartnerUnavailableException.class);
        }
        world.sandbox().delete("/api/faults/sectigo");
        assertThat(inventory.organisations()).hasSize(2);
    }

    @Test
    void pauseThatSectigoAsksForIsPassedOn() {
        on("{'fault':'tooMany','seconds':7}");

        assertThat(catchThrowableOfType(PartnerBusyException.class, this::certificates)
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    private List<FormerDomain> domains() {
        return inventory.domains(String.valueOf(school));
    }

    private List<FormerCertificate> certificates() {
        return inventory.certificates(String.valueOf(school));
    }

    private static FormerCertificate read(int id, Status status, Integer days, String... names) {
        return new FormerCertificate(String.valueOf(id), List.of(names), status, day(days), false);
    }

    private static LocalDate day(Integer fromToday) {
        return fromToday == null ? null : LocalDate.now(ZoneOffset.UTC).plusDays(fromToday);
    }

    private void keepCertificate(int id, String names, String status, Integer days) {
        var end = days == null ? null : day(days).atTime(12, 0).atOffset(ZoneOffset.UTC);
        world.sandbox()
                .bean(JdbcClient.class)
                .sql(
                        "insert into sectigo_certificate (id, org_id, profile_id, term, csr, common_name, names, requester,"
                                + " custom_fields, renew_id, status, requested_at, expires_at)"
                                + " overriding system value values (?, ?, 1, 365, '', ?, ?, 'u', '[]', 'r', ?, ?, ?)")
                .params(id, school, names.split(",")[0], names, status, OffsetDateTime.now(), end)
                .update();
    }

    private void keepDomain(String name) {
        var jdbc = world.sandbox().bean(JdbcClient.class);
        jdbc.sql("insert into sectigo_domain (name, active, created_at, order_status, email_confirmed)"
                        + " values (?, true, ?, 'NOT_INITIATED', false)")
                .params(name, OffsetDateTime.now())
                .update();
        jdbc.sql("insert into sectigo_delegation (domain_id, org_id, cert_types, status)"
                        + " select id, ?, 'SSL', 'ACTIVE' from sectigo_domain where name = ?")
                .params(school, name)
                .update();
    }

    /** A Certificate Manager that always says the same. */
    private static void answered(String body, Consumer<CertificateInventory> test) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            test.accept(inventoryAt(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static CertificateInventory inventoryAt(int port) {
        var connection = PartnerConnection.usual();
        var settings = new SectigoProperties(
                URI.create("http://127.0.0.1:" + port + "/api"),
                URI.create("https://sectigo.example"),
                "u",
                "p",
                "belnet",
                List.of("SSL"),
                List.of("RAO_SSL"),
                connection);
        var api = new CertificateManagerApi(new PartnerClient(CertificateManagerApi.NAME, connection), settings);
        return new SectigoCertificateInventory(new CertificateManager(api), Clock.systemUTC());
    }

    private static void on(String fault) {
        var answer = world.sandbox().put("/api/faults/sectigo", fault.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<Call> calls() {
        return ledger().calls("sectigo", null);
    }

    private static Ledger ledger() {
        return world.sandbox().bean(Ledger.class);
    }
}
