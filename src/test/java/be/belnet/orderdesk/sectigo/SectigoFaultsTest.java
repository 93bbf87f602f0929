package be.belnet.orderdesk.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.belnet.orderdesk.dcs.AdministratorInvitation;
import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.Domain;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.dcs.ValidationMethod;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every fault of Certificate Manager: what it is taken for, and that nothing is made twice because of it. */
@Tag("every-fault")
class SectigoFaultsTest {
    private static final OrganisationIdentity SCHOOL = new OrganisationIdentity("NSOL", "Network School", null);
    private static final Domain DOMAIN = new Domain("nsol.example");
    private static final AdministratorInvitation INVITATION =
            new AdministratorInvitation("Certificate", "Administrator", "pki@nsol.example", null, "en");

    private static PartnerWorld world;

    /** Does not wait for answers that are held. */
    private static PartnerWorld hasty;

    private static CertificateAuthority sectigo;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        hasty = world.seenWith("--orderdesk.sectigo.connection.read-timeout=2s");
        sectigo = world.bean(CertificateAuthority.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'fault':'timeOutBefore','seconds':4,'times':1} | OutcomeUnknownException
            {'fault':'timeOutAfter','seconds':4,'times':1}  | OutcomeUnknownException
            {'fault':'slow','calls':'changes','seconds':4,'times':1} | OutcomeUnknownException
            {'fault':'failBefore','times':1}                | OutcomeUnknownException
            {'fault':'failAfter','times':1}                 | OutcomeUnknownException
            {'fault':'failAfter','status':503,'times':1}    | PartnerUnavailableException
            {'fault':'reset','times':1}                     | OutcomeUnknownException
            {'fault':'malformed','times':1}                 | OutcomeUnknownException
            {'fault':'tooMany','calls':'changes','times':1} | PartnerBusyException
            {'fault':'refusal','times':1}                   | PartnerRefusedException
            """)
    void lostOrRefusedChangeIsMadeOnceInTheEnd(String fault, String expected) {
        var request = SectigoCertificateAuthorityTest.request(SCHOOL);
        var organisation = twice(fault, expected, node -> authority(node).createOrganisation(request))
                .id();
        assertThat(effects("organisation created")).isOne();
        assertThat(sectigo.findOrganisation(SCHOOL).orElseThrow().id()).isEqualTo(organisation);

        var domain = twice(fault, expected, node -> authority(node).addDomain(organisation, DOMAIN));
        assertThat(domain.isDelegated()).isTrue();
        assertThat(effects("domain created")).isOne();
        assertThat(effects("delegation made")).isOne();

        twice(fault, expected, node -> authority(node).inviteAdministrator(organisation, INVITATION));
        assertThat(effects("administrator created")).isOne();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'fault':'timeOutAfter','seconds':4,'times':1}
            {'fault':'failAfter','times':1}
            {'fault':'reset','times':1}
            {'fault':'malformed','times':1}
            """)
    void lostSubmissionIsNotMadeTwice(String fault) {
        sectigo.addDomain(
                sectigo.createOrganisation(SectigoCertificateAuthorityTest.request(SCHOOL))
                        .id(),
                DOMAIN);
        world.bean(DomainValidations.class).start(DOMAIN, ValidationMethod.CNAME);

        twice(fault, "OutcomeUnknownException", node -> node.bean(DomainValidations.class)
                .submit(DOMAIN, ValidationMethod.CNAME, null));
        assertThat(effects("validation submitted")).isOne();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'fault':'failBefore','calls':'reads'}
            {'fault':'reset','calls':'reads'}
            {'fault':'malformed','calls':'reads'}
            {'fault':'timeOutAfter','calls':'reads','seconds':4}
            """)
    void lookUpThatFailsLeavesNothingBehind(String fault) {
        on(fault);

        assertThatThrownBy(() -> authority(hasty).createOrganisation(SectigoCertificateAuthorityTest.request(SCHOOL)))
                .isInstanceOf(PartnerUnavailableException.class);
        assertThat(effects("organisation created")).isZero();
    }

    @Test
    void partnerThatAsksToWaitSaysHowLong() {
        on("{'fault':'tooMany','seconds':7}");

        assertThat(catchThrowableOfType(PartnerBusyException.class, () -> sectigo.findOrganisation(SCHOOL))
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void lateListsMakeNoDomainOrAccountTwice() {
        var organisation = sectigo.createOrganisation(SectigoCertificateAuthorityTest.request(SCHOOL))
                .id();
        sectigo.addDomain(organisation, DOMAIN);
        sectigo.inviteAdministrator(organisation, INVITATION);
        on("{'fault':'lateLookUp','seconds':3600}");

        assertThatThrownBy(() -> sectigo.addDomain(organisation, DOMAIN))
                .isInstanceOf(PartnerUnavailableException.class);
        assertThatThrownBy(() -> sectigo.inviteAdministrator(organisation, INVITATION))
                .isInstanceOf(PartnerException.class);
        assertThat(effects("domain created")).isOne();
        assertThat(effects("administrator created")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nsol.example", "*.nsol.example"})
    void domainThatLateListsHideIsNotTakenForRemoved(String name) {
        var domain = new Domain(name);
        var organisation = sectigo.createOrganisation(SectigoCertificateAuthorityTest.request(SCHOOL))
                .id();
        sectigo.addDomain(organisation, domain);
        on("{'fault':'lateLookUp','seconds':3600}");

        assertThatThrownBy(() -> sectigo.removeDomain(organisation, domain))
                .isInstanceOf(PartnerUnavailableException.class);
        sectigo.removeDomain(organisation, new Domain("nobody.example"));
        world.sandbox().delete("/api/faults/sectigo");
        sectigo.removeDomain(organisation, domain);
        assertThat(effects("delegation removed")).isOne();
    }

    @Test
    void twoOfOneNameNeedAPerson() {
        var organisation = sectigo.createOrganisation(SectigoCertificateAuthorityTest.request(SCHOOL))
                .id();
        sectigo.addDomain(organisation, DOMAIN);
        on("{'fault':'twoObjects'}");

        assertRefusedAsTwo(() -> sectigo.findOrganisation(SCHOOL));
        assertRefusedAsTwo(() -> sectigo.findDomain(organisation, DOMAIN));
        assertRefusedAsTwo(() -> sectigo.addDomain(organisation, DOMAIN));
        assertThat(effects("domain created")).isOne();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            400 | {'code':-2,'description':'Internal'}    | PartnerUnavailableException | OutcomeUnknownException
            400 | {'code':-129,'description':'Back end'}  | PartnerUnavailableException | OutcomeUnknownException
            400 | {'code':-3115,'description':'Changed'}  | PartnerUnavailableException | PartnerUnavailableException
            400 | {'code':-3,'description':'Denied'}      | PartnerRefusedException     | PartnerRefusedException
            401 | ``                                      | PartnerRefusedException     | PartnerRefusedException
            404 | <html>                                  | PartnerRefusedException     | PartnerRefusedException
            302 | ``                                      | PartnerRefusedException     | PartnerRefusedException
            """)
    void trouble(int status, String body, String whenRead, String whenChanged) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var api = api("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
            assertThatThrownBy(() -> api.read("/domain/v1"))
                    .satisfies(thrown ->
                            assertThat(thrown.getClass().getSimpleName()).isEqualTo(whenRead));
            assertThatThrownBy(() -> api.create("/domain/v1", "x"))
                    .satisfies(thrown ->
                            assertThat(thrown.getClass().getSimpleName()).isEqualTo(whenChanged));
        } finally {
            server.stop(0);
        }
    }

    private static CertificateManagerApi api(String url) {
        var settings = new SectigoProperties(
                URI.create(url),
                URI.create("https://sectigo.example"),
                "u",
                "p",
                "belnet",
                List.of("SSL"),
                List.of("RAO_SSL"),
                PartnerConnection.usual());
        return new CertificateManagerApi(new PartnerClient("Sectigo", settings.connection()), settings);
    }

    private static CertificateAuthority authority(PartnerWorld node) {
        return node.bean(CertificateAuthority.class);
    }

    /** What the second attempt brings, after the first was hit as expected. */
    private static <T> T twice(String fault, String expected, Function<PartnerWorld, T> call) {
        on(fault);
        assertThatThrownBy(() -> call.apply(fault.contains("seconds") ? hasty : world))
                .satisfies(thrown -> assertThat(thrown.getClass().getSimpleName())
                        .as(thrown.getMessage())
                        .isEqualTo(expected));
        world.sandbox().delete("/api/faults/sectigo");
        // the time after which the effect is tried again is over
        JdbcClient.create(world.bean("dataSource", DataSource.class))
                .sql("delete from partner_lease")
                .update();
        return call.apply(world);
    }

    private static void assertRefusedAsTwo(Supplier<?> call) {
        assertThatThrownBy(call::get)
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("twoObjects"));
    }

    private static void on(String fault) {
        assertThat(world.sandbox()
                        .put("/api/faults/sectigo", fault.replace('\'', '"'))
                        .statusCode())
                .isEqualTo(200);
    }

    private static long effects(String kind) {
        return world.sandbox().bean(Ledger.class).effects("sectigo", null).stream()
                .map(Effect::kind)
                .filter(kind::equals)
                .count();
    }
}
