package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.OrderdeskApplication;
import be.belnet.orderdesk.Tables;
import be.belnet.orderdesk.TestWorld;
import be.belnet.orderdesk.security.StaffDirectory.StaffMember;
import be.belnet.orderdesk.team.StaffSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Orderdesk at an OpenID provider: who gets in, who does not, and for how long. */
@Tag("restart")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdSignOnTest {
    private static final String PASSWORD = "for an emergency alone";
    private static final String START = "/oauth2/authorization/orderdesk";
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter?maxResults=50";
    private static final HttpClient PROVIDER = HttpClient.newHttpClient();

    private final TestIssuer issuer = new TestIssuer();
    private ConfigurableApplicationContext orderdesk;
    private int port;

    @BeforeAll
    void start() {
        orderdesk = new SpringApplicationBuilder(OrderdeskApplication.class)
                .profiles("test")
                .initializers(new TestWorld(), context -> settings().applyTo((ConfigurableApplicationContext) context))
                .run();
        port = orderdesk.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private TestPropertyValues settings() {
        return TestPropertyValues.of(
                "server.port=0",
                "management.server.port=-1",
                "orderdesk.sign-on.mode=oidc",
                "orderdesk.sign-on.issuer=" + issuer.address(),
                "orderdesk.sign-on.client-secret=" + TestIssuer.SECRET,
                "orderdesk.sign-on.groups.service-desk=helpdesk,front office",
                "orderdesk.sign-on.groups.managers=management",
                "orderdesk.sign-on.groups.administrators=platform",
                "orderdesk.sign-on.recheck=PT0.3S",
                "orderdesk.sign-on.trust=PT1S",
                "orderdesk.sign-on.break-glass.password-hash=" + new BCryptPasswordEncoder().encode(PASSWORD),
                "orderdesk.sessions.per-person=2");
    }

    @AfterAll
    void stop() {
        orderdesk.close();
        issuer.close();
    }

    @Test
    void memberOfAnAllowedGroupIsKnownFromTheFirstSignOnOn() {
        String user = somebody("helpdesk", "canteen");
        Browser desk = browser().reading("nl-BE");
        var answer = signOn(desk);

        assertThat(location(answer)).endsWith("/");
        assertThat(desk.page("/orders").body()).contains("Given " + user);
        assertThat(desk.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(desk.page("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(desk.get(FILTERS).statusCode()).isEqualTo(200);
        assertThat(bean(StaffDirectory.class).find(user))
                .contains(new StaffMember(user, "Given " + user, user + "@belnet.example"));
        assertThat(bean(StaffDirectory.class).groupIdsOf(user)).containsExactly("serviceDesk");
        assertThat(bean(StaffSettings.class).of(user).language()).isEqualTo("nl");
    }

    @Test
    void strangerGetsAPageInTheirLanguageAndNothingElse() {
        String user = somebody("canteen");
        long users = bean(IdentityService.class).createUserQuery().count();
        Browser stranger = browser().reading("fr-BE");
        var answer = signOn(stranger);

        assertThat(location(answer)).endsWith("/login?refused=stranger");
        assertThat(stranger.page("/login?refused=stranger").body()).contains("votre compte n’a pas accès à Orderdesk");
        assertThat(stranger.page("/orders").statusCode()).isEqualTo(302);
        assertThat(stranger.get(FILTERS).statusCode()).isEqualTo(401);
        assertThat(bean(IdentityService.class).createUserQuery().count()).isEqualTo(users);
        assertThat(Tables.holding(jdbc(), user, "STAFF_ACCOUNT")).isEmpty();
    }

    @Test
    void accountWhoseIdIsNoUsersIdIsRefused() {
        issuer.person("of|elsewhere", List.of("helpdesk"));

        assertThat(location(signOn(browser()))).endsWith("/login?refused=unfit");
    }

    @Test
    void nobodyBecomesTheBreakGlassAdministratorByName() {
        issuer.person(BreakGlass.USER, List.of("helpdesk"));

        assertThat(location(signOn(browser()))).endsWith("/login?refused=unfit");
        assertThat(bean(StaffDirectory.class).groupIdsOf(BreakGlass.USER)).containsExactly("camunda-admin");
    }

    @Test
    void authorisationIsAskedForWithProofOfTheAsker() {
        Map<String, String> asked = TestIssuer.parameters(
                URI.create(location(browser().page(START))).getRawQuery());

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestIssuer.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/login/oauth2/code/orderdesk");
        assertThat(asked.get("state")).hasSizeGreaterThan(30);
        assertThat(asked.get("nonce")).hasSizeGreaterThan(30);
        assertThat(asked.get("code_challenge")).hasSizeGreaterThan(30);
    }

    @Test
    void answerToAnotherQuestionOrAnotherBrowserIsRefused() {
        somebody("management");
        Browser asker = browser();
        String answer = location(atProvider(location(asker.page(START))));

        assertThat(location(browser().page(path(answer)))).endsWith("/login?refused=failed");
        assertThat(location(asker.page(path(answer).replaceAll("state=[^&]+", "state=guessed"))))
                .endsWith("/login?refused=failed");
    }

    @Test
    void tokenWithAnotherNonceIsRefused() {
        somebody("management");
        issuer.nonce("of an earlier sign-on");
        try {
            assertThat(location(signOn(browser()))).endsWith("/login?refused=failed");
        } finally {
            issuer.nonce(null);
        }
    }

    /** Another node reads both there. */
    @Test
    void whatWasAskedWaitsInTheDatabase() {
        Browser asker = browser();
        String state = TestIssuer.parameters(
                        URI.create(location(asker.page(START))).getRawQuery())
                .get("state");

        assertThat(Tables.holding(jdbc(), state, "SPRING_SESSION")).isNotEmpty();
    }

    @Test
    void sessionIsAnotherOneAfterTheSignOn() {
        somebody("helpdesk");
        Browser desk = browser();
        String before = location(desk.page(START));
        String cookie = desk.cookie("SESSION");
        desk.page(path(location(atProvider(before))));

        assertThat(desk.cookie("SESSION")).isNotEqualTo(cookie).isNotEqualTo("none");
    }

    @Test
    void wayBackLeadsToThePageAndThePlaceThatWereAskedFor() {
        somebody("helpdesk");
        Browser desk = browser();
        desk.page("/camunda/app/tasklist/default/");
        String place = URLEncoder.encode("#/?task=4711", StandardCharsets.UTF_8);
        var answer = desk.page(path(location(atProvider(location(desk.page(START + "?at=" + place))))));

        assertThat(location(answer)).endsWith("/camunda/app/tasklist/default/#/?task=4711");
    }

    @Test
    void placeOutsideOfThePageIsForgotten() {
        somebody("helpdesk");
        Browser desk = browser();
        String place = URLEncoder.encode("//elsewhere.example/", StandardCharsets.UTF_8);
        var answer = desk.page(path(location(atProvider(location(desk.page(START + "?at=" + place))))));

        assertThat(location(answer)).endsWith("/").doesNotContain("elsewhere");
    }

    @Test
    void tokensLieInNoSessionAndNowhereInTheOpen() {
        String user = somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        String subject = jdbc().sql("select subject from staff_account where user_id = ?")
                .param(user)
                .query(String.class)
                .single();

        assertThat(subject).isEqualTo(user);
        for (String table : List.of("SPRING_SESSION", "SIGN_ON", "STAFF_ACCOUNT")) {
            assertThat(Tables.holding(jdbc(), user, table)).as("rows are there").isNotEmpty();
            assertThat(Tables.holding(jdbc(), "eyJ", table)).isEmpty();
            assertThat(Tables.holding(jdbc(), TestIssuer.SECRET, table)).isEmpty();
        }
    }

    @Test
    void passwordsOfUsersOpenNothing() {
        assertThat(browser().getAs("manager1", "/api/customers").statusCode()).isEqualTo(401);
        assertThat(browser().getAs("admin", FILTERS).statusCode()).isEqualTo(401);
        Browser asker = browser();
        String token = asker.formToken(BreakGlass.PATH);
        assertThat(asker.form("/login", "username=admin&password=admin&_csrf=" + token)
                        .statusCode())
                .isNotEqualTo(302);
    }

    @Test
    void passwordThatNobodyLooksAtMakesNoFormTrustworthy() {
        somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        var forged = desk.send(desk.request("/logout")
                .header("Authorization", "Basic eDp4")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(desk.page("/orders").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"manager1, true", "breakglass, false"})
    void sessionsThatBeganWithAPasswordEndWithTheFirstRequest(String user, boolean over) throws Exception {
        var request = new MockHttpServletRequest();
        var session = (MockHttpSession) request.getSession();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        try {
            new Recheck(
                            bean(SignOns.class),
                            bean(IdentityProvider.class),
                            bean(StaffAccounts.class),
                            bean(EngineUsers.class),
                            bean(BreakGlass.class),
                            bean(SignOnProperties.class))
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            assertThat(session.isInvalid()).isEqualTo(over);
            assertThat(SecurityContextHolder.getContext().getAuthentication() == null)
                    .isEqualTo(over);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void machineOfAnAllowedGroupIsServed() {
        String machine = "billing-" + UUID.randomUUID();
        Map<String, Object> claims = issuer.machine(machine, List.of("management"));

        assertThat(bearer("/api/customers", issuer.signed(claims)).statusCode()).isEqualTo(200);
        assertThat(bearer("/api/reconciliation", issuer.signed(claims)).statusCode())
                .isEqualTo(200);
        assertThat(bearer(FILTERS, issuer.signed(claims)).statusCode()).isEqualTo(200);
        assertThat(bean(StaffDirectory.class).find(machine).map(StaffMember::name))
                .contains(machine);
    }

    @Test
    void machineMayDoWhatItsGroupsMay() {
        String token = issuer.signed(issuer.machine("reader-" + UUID.randomUUID(), List.of("helpdesk")));

        assertThat(bearer("/api/orders", token).statusCode()).isEqualTo(200);
        assertThat(bearer("/api/reconciliation", token).statusCode()).isEqualTo(403);
    }

    @Test
    void badTokensAreRefused() throws JOSEException {
        String machine = "bad-" + UUID.randomUUID();
        Date past = Date.from(Instant.now().minusSeconds(120));
        Map<String, Object> good = issuer.machine(machine, List.of("management"));
        var shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), TestIssuer.set(good));
        shared.sign(new MACSigner(issuer.publicKey().getBytes(StandardCharsets.UTF_8)));

        assertThat(refusals(Map.of(
                        "expired", issuer.signed(changed(good, "exp", past)),
                        "without an end", issuer.signed(changed(good, "exp", null)),
                        "not yet valid",
                                issuer.signed(changed(
                                        good, "nbf", Date.from(Instant.now().plusSeconds(600)))),
                        "of another issuer", issuer.signed(changed(good, "iss", "https://elsewhere.example")),
                        "for somebody else", issuer.signed(changed(good, "aud", List.of("another-api"))),
                        "for people", issuer.signed(issuer.idToken(machine, "n")),
                        "of a stranger", issuer.signed(changed(good, "groups", List.of("canteen"))),
                        "without a signature", new PlainJWT(TestIssuer.set(good)).serialize(),
                        "by another key", issuer.signed(good, TestIssuer.key()),
                        "by the public key", shared.serialize())))
                .as("tokens that were served")
                .isEmpty();
        assertThat(bearer("/api/customers", "no.token.at.all").statusCode()).isEqualTo(401);
        assertThat(bean(IdentityService.class).createUserQuery().userId(machine).count())
                .isZero();
        assertThat(bearer("/api/customers", issuer.signed(good)).statusCode()).isEqualTo(200);
    }

    /** A token tells what was true when it was made. */
    @Test
    void olderTokenGivesNoGroupBack() {
        String machine = "moved-" + UUID.randomUUID();
        Map<String, Object> now = issuer.machine(machine, List.of("helpdesk"));
        Map<String, Object> before = changed(
                issuer.machine(machine, List.of("management")),
                "iat",
                Date.from(Instant.now().minusSeconds(60)));

        assertThat(bearer("/api/orders", issuer.signed(now)).statusCode()).isEqualTo(200);
        assertThat(bearer("/api/reconciliation", issuer.signed(before)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signOutAtTheWebappsEndsTheProvidersSessionToo() {
        somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);

        assertThat(desk.call("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.get(FILTERS).statusCode()).isEqualTo(401);
        assertLeaves(desk);
    }

    @Test
    void whoIsNotSignedOnIsSentOnAtOnce() {
        assertThat(browser().page("/login").body()).contains("id=\"sign-in\" data-follow");
    }

    @Test
    void signOutAtAPageEndsTheProvidersSessionToo() {
        somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        var answer = desk.form("/logout", "_csrf=" + desk.formToken("/orders"));

        assertThat(location(answer)).endsWith("/login?logout");
        assertLeaves(desk);
        assertThat(desk.page("/orders").statusCode()).isEqualTo(302);
    }

    private void assertLeaves(Browser desk) {
        assertThat(desk.page("/login").body()).contains("id=\"end\"", "data-follow");
        var out = URI.create(location(desk.page("/login/end")));

        assertThat(out.toString()).startsWith(issuer.address() + "/logout?");
        assertThat(TestIssuer.parameters(out.getRawQuery()))
                .containsEntry("client_id", TestIssuer.CLIENT)
                .containsEntry("post_logout_redirect_uri", "http://localhost:" + port + "/login?logout")
                .hasEntrySatisfying("id_token_hint", hint -> assertThat(hint).startsWith("eyJ"));
        assertThat(desk.page("/login?logout").body()).contains("id=\"sign-in\"").doesNotContain("data-follow");
    }

    @Test
    void groupThatChangesAtTheProviderChangesHere() {
        String user = somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        assertThat(desk.page("/reconciliation").statusCode()).isEqualTo(403);
        issuer.person(user, List.of("management"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> desk.page("/reconciliation").statusCode() == 200);
        assertThat(desk.page("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(bean(StaffDirectory.class).groupIdsOf(user)).containsExactly("managers");
    }

    @Test
    void whoLosesTheLastGroupIsOut() {
        String user = somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        issuer.person(user, List.of("canteen"));

        await().atMost(Duration.ofSeconds(20)).until(() -> desk.page("/orders").statusCode() == 302);
        assertThat(desk.get(FILTERS).statusCode()).isEqualTo(401);
        assertThat(bean(StaffDirectory.class).groupIdsOf(user)).isEmpty();
    }

    /** Access tokens are over at once here, and each refresh token works a single time. */
    @Test
    void requestsAtOnceRenewOnceAndWhoIsSentAwayThereIsOut() {
        String user = somebody("helpdesk");
        issuer.accessSeconds(1);
        try {
            Browser desk = browser();
            signOn(desk);
            for (int round = 0; round < 3; round++) {
                pause(Duration.ofMillis(1100));
                assertThat(IntStream.range(0, 8)
                                .mapToObj(number -> CompletableFuture.supplyAsync(
                                        () -> desk.get(FILTERS).statusCode()))
                                .toList())
                        .extracting(CompletableFuture::join)
                        .containsOnly(200);
            }
            issuer.forget(user);
            await().atMost(Duration.ofSeconds(20)).until(() -> desk.get(FILTERS).statusCode() == 401);
        } finally {
            issuer.accessSeconds(300);
        }
    }

    @Test
    void whileTheProviderIsSilentNobodyGoesOnForLong() {
        somebody("helpdesk");
        Browser desk = browser();
        signOn(desk);
        issuer.silent(true);
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> desk.page("/orders").statusCode() == 503);
            assertThat(desk.reading("de").page("/orders").body())
                    .contains("Der Anmeldedienst von Belnet antwortet nicht");
        } finally {
            issuer.silent(false);
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> desk.page("/orders").statusCode() == 200);
    }

    @Test
    void oneSessionTooManyEndsTheOldest() {
        somebody("helpdesk");
        List<Browser> windows = List.of(browser(), browser(), browser());
        windows.forEach(window -> {
            signOn(window);
            window.page("/orders");
        });

        assertThat(windows)
                .extracting(window -> window.page("/orders").statusCode())
                .containsExactly(302, 200, 200);
    }

    @Test
    void breakGlassAdministratorEntersByPasswordAloneAndIsReported() {
        double before = entered();
        Browser keeper = browser();
        var answer = breakGlass(keeper, PASSWORD);

        assertThat(location(answer)).endsWith("/");
        assertThat(keeper.page("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        assertThat(keeper.page("/orders").statusCode()).isEqualTo(403);
        assertThat(entered()).isEqualTo(before + 1);
        assertThat(jdbc().sql("select count(*) from break_glass where entered")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void fiveWrongPasswordsShutTheBreakGlassDoor() {
        Browser guesser = browser();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(location(breakGlass(guesser, "guess " + attempt))).endsWith("/break-glass?error");
        }
        try {
            assertThat(location(breakGlass(guesser, PASSWORD))).endsWith("/break-glass?error");
        } finally {
            jdbc().sql("delete from break_glass").update();
        }
        assertThat(location(breakGlass(guesser, PASSWORD))).endsWith("/");
    }

    @Test
    void administratorsAreNeverWithoutAMember() {
        var identity = bean(IdentityService.class);
        identity.createUserQuery()
                .memberOfGroup("camunda-admin")
                .list()
                .forEach(member -> identity.deleteMembership(member.getId(), "camunda-admin"));
        bean(StaffSetup.class).setUp();

        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting("id")
                .contains(BreakGlass.USER);
    }

    private double entered() {
        return bean(MeterRegistry.class)
                .get("orderdesk.break.glass")
                .tag("outcome", "entered")
                .counter()
                .count();
    }

    private HttpResponse<String> breakGlass(Browser browser, String password) {
        String token = URLEncoder.encode(browser.formToken(BreakGlass.PATH), StandardCharsets.UTF_8);
        return browser.form(
                BreakGlass.PATH,
                "username=breakglass&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                        + token);
    }

    private List<String> refusals(Map<String, String> tokens) {
        return tokens.entrySet().stream()
                .filter(token -> bearer("/api/customers", token.getValue()).statusCode() != 401)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Object> changed(Map<String, Object> claims, String claim, Object value) {
        Map<String, Object> changed = new HashMap<>(claims);
        changed.put(claim, value);
        return changed;
    }

    private HttpResponse<String> bearer(String path, String token) {
        Browser machine = browser();
        return machine.send(machine.request(path)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    /** Somebody new, who is at the provider's screen from now on. */
    private String somebody(String... groups) {
        String subject = UUID.randomUUID().toString();
        issuer.person(subject, List.of(groups));
        return subject;
    }

    /** The way there and back; the last answer of Orderdesk. */
    private HttpResponse<String> signOn(Browser browser) {
        return browser.page(path(location(atProvider(location(browser.page(START))))));
    }

    private static HttpResponse<String> atProvider(String address) {
        try {
            return PROVIDER.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but status " + answer.statusCode());
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static void pause(Duration time) {
        Instant end = Instant.now().plus(time);
        await().pollDelay(Duration.ZERO).atMost(time.plusSeconds(5)).until(() -> Instant.now()
                .isAfter(end));
    }

    private <T> T bean(Class<T> type) {
        return orderdesk.getBean(type);
    }

    private JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    private Browser browser() {
        return new Browser(port);
    }
}
