package be.belnet.orderdesk.harica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.OrganisationIdentity;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerConnection;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Ledger;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HaricaLoginTest {
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final OrganisationIdentity SCHOOL = new OrganisationIdentity("NSOL", "Network School", "0123456789");

    /** Attributes in another order than the sandbox has them. */
    private static final String PAGE = "<input type=\"hidden\" value=\"v\" name=\"__RequestVerificationToken\">";

    /** Without a signature; it ends in the year 2100. */
    private static final String TOKEN = "e30.eyJleHAiOjQxMDI0NDQ4MDB9.";

    private static PartnerWorld world;
    private static CertificateAuthority harica;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        harica = harica(world);
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
    void oneLogInServesManyCalls() {
        harica.findOrganisation(SCHOOL);
        harica.findOrganisation(SCHOOL);

        assertThat(calls("/api/User/Login")).isOne();
        assertThat(calls("/api/OrganizationAdmin/SearchGroups")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void logInThatWasEndedIsRenewed() {
        harica.findOrganisation(SCHOOL);
        world.sandbox()
                .send(world.sandbox().request("/api/harica/lost-sessions").POST(BodyPublishers.noBody()));

        assertThat(harica.findOrganisation(SCHOOL)).isEmpty();
        assertThat(calls("/api/User/Login")).isEqualTo(2);
    }

    @Test
    void pageTokenThatWasForgottenIsRenewed() {
        harica.findOrganisation(SCHOOL);
        world.sandbox()
                .bean(JdbcClient.class)
                .sql("delete from harica_verification")
                .update();

        assertThat(harica.findOrganisation(SCHOOL)).isEmpty();
        assertThat(calls("/api/User/Login")).isEqualTo(2);
    }

    @Test
    void logInIsRenewedBeforeItEnds() {
        try (var brief = PartnerWorld.start("--sandbox.harica.session-time=4s")) {
            var there = harica(brief);
            there.findOrganisation(SCHOOL);
            var before = brief.sandbox().bean(Ledger.class).countCalls();
            await().until(() -> {
                there.findOrganisation(SCHOOL);
                return brief.sandbox().bean(Ledger.class).calls("harica", null).stream()
                                .filter(call -> call.call().endsWith("/api/User/Login"))
                                .count()
                        > 1;
            });

            assertThat(before).isPositive();
            assertThat(brief.sandbox().bean(Ledger.class).calls("harica", null))
                    .extracting(Call::status)
                    .containsOnly(200);
        }
    }

    @Test
    void tokenInQuotesAndSecondFactorAreUnderstood() {
        try (var strict = PartnerWorld.start(
                "--sandbox.harica.quoted-tokens=true",
                "--sandbox.harica.totp-seed=" + SEED,
                "--orderdesk.harica.totp-seed=" + SEED)) {
            assertThat(harica(strict).findOrganisation(SCHOOL)).isEmpty();
        }
    }

    @Test
    void wrongPasswordNeedsAPerson() {
        var strangers = world.seenWith("--orderdesk.harica.password=wrong");

        assertThatThrownBy(() -> harica(strangers).findOrganisation(SCHOOL))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("log-in")
                .hasMessageNotContaining("wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^/$", "/User/Login"})
    void logInThatIsCutShortIsTriedAgainLater(String path) {
        world.sandbox()
                .put(
                        "/api/faults/harica",
                        "{\"fault\":\"malformed\",\"calls\":\"reads\",\"path\":\"%s\"}".formatted(path));
        var another = world.seenWith("--orderdesk.harica.contact=pki@belnet.example");

        assertThatThrownBy(() -> harica(another).findOrganisation(SCHOOL))
                .isInstanceOf(PartnerUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 400})
    void everyAnswerThatMeansNoLogInRenewsItOnce(int status) throws IOException {
        var logIns = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> answer(exchange, 200, PAGE));
        server.createContext("/api/User/Login", exchange -> {
            logIns.incrementAndGet();
            answer(exchange, 200, TOKEN);
        });
        server.createContext("/api/Lists/Get", exchange -> answer(exchange, status, ""));
        server.start();
        try {
            var api = api("http://127.0.0.1:" + server.getAddress().getPort());

            assertThatThrownBy(() -> api.read("/api/Lists/Get", "x"))
                    .isInstanceOf(PartnerRefusedException.class)
                    .hasMessageContaining("the account may not do this");
            assertThat(logIns).hasValue(2);
        } finally {
            server.stop(0);
        }
    }

    private static HaricaApi api(String url) {
        var settings = new HaricaProperties(
                URI.create(url),
                URI.create("https://harica.example"),
                "manager@belnet.example",
                "p",
                "",
                "pki@belnet.example",
                PartnerConnection.usual());
        var client = new PartnerClient("HARICA", settings.connection());
        return new HaricaApi(client, new HaricaLogin(client, settings, Clock.systemUTC()), settings.url());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static CertificateAuthority harica(PartnerWorld node) {
        return node.bean("haricaCertificateAuthority", CertificateAuthority.class);
    }

    private static long calls(String path) {
        return world.sandbox().bean(Ledger.class).calls("harica", null).stream()
                .filter(call -> call.call().equals("POST " + path))
                .count();
    }
}
