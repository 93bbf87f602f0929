package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.database.OwnTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What meets those who come from outside. */
@OrderdeskTest
@ExtendWith(OutputCaptureExtension.class)
class EdgesTest {
    private static final String LINK = "/follow/" + "A".repeat(80);
    private static final LimitProperties FEW = new LimitProperties(5, 3, 2, 4, 3, Duration.ofMinutes(15));

    @LocalServerPort
    int port;

    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    SignOnProperties settings;

    @Autowired
    IdentityService identity;

    private final List<String> users = new ArrayList<>();
    private final AtomicLong seconds = new AtomicLong(1000 * 60);

    @Test
    void everyPageSaysThatItsScriptsAreOursAndThatNobodyElseHoldsIt() {
        var desk = new Browser(port).signIn("desk1");
        for (var answer : List.of(
                new Browser(port).page("/login"),
                new Browser(port).page("/privacy/bams"),
                new Browser(port).page(LINK),
                new Browser(port).page("/domains/x"),
                desk.page("/orders"),
                desk.page("/orders/none"))) {
            var headers = answer.headers();
            String policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
            assertThat(headers.firstValue("Referrer-Policy").orElse("")).isIn("no-referrer", "same-origin");
            assertThat(answer.body())
                    .as("scripts and styles are files")
                    .doesNotContainPattern("<script(?![^>]*src=)|<style| on[a-z]+=\"|style=\"");
        }
        assertThat(new Browser(port).getAs("desk1", "/api/orders").headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeAgain() throws Exception {
        var filter = filter();
        for (int visit = 0; visit < 3; visit++) {
            assertThat(visit(filter, "GET", LINK, "192.0.2.1").getStatus()).isEqualTo(200);
        }
        seconds.addAndGet(50);
        var refused = visit(filter, "GET", LINK, "192.0.2.2");
        assertThat(refused.getStatus()).as("the link, from wherever").isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("10");

        assertThat(visit(filter, "GET", "/follow/x", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(visit(filter, "GET", "/follow/y", "192.0.2.1").getStatus()).isEqualTo(200);
        assertThat(visit(filter, "GET", "/follow/z", "192.0.2.1").getStatus())
                .as("the address, by whatever link")
                .isEqualTo(429);

        assertThat(visit(filter, "POST", "/useful/x", "192.0.2.3").getStatus()).isEqualTo(200);
        assertThat(visit(filter, "POST", "/useful/x", "192.0.2.3").getStatus()).isEqualTo(200);
        assertThat(visit(filter, "POST", "/useful/x", "192.0.2.3").getStatus())
                .as("what is sent")
                .isEqualTo(429);

        for (int call = 0; call < 4; call++) {
            assertThat(visit(filter, "GET", "/api/orders", "192.0.2.4").getStatus())
                    .isEqualTo(200);
        }
        assertThat(visit(filter, "GET", "/api/orders", "192.0.2.4").getStatus())
                .as("the API")
                .isEqualTo(429);

        seconds.addAndGet(10);
        assertThat(visit(filter, "GET", LINK, "192.0.2.1").getStatus())
                .as("a minute later")
                .isEqualTo(200);
    }

    @Test
    void addressOfACallerIsNotWhatAStrangerSays() {
        var proxies = new TrustedProxies(List.of("127.0.0.1", "10.0.0.0/8"));

        assertThat(proxies.isTrusted("127.0.0.1")).isTrue();
        assertThat(proxies.isTrusted("10.1.2.3")).isTrue();
        assertThat(proxies.isTrusted("192.0.2.1")).isFalse();
        assertThat(proxies.isTrusted("::ffff:192.0.2.1")).isFalse();
    }

    @Test
    void headersOfProxiesThatNobodyKnowsAreDropped() throws Exception {
        assertThat(forwardedFor("192.0.2.5")).isEqualTo("192.0.2.9");
        assertThat(forwardedFor("192.0.2.1")).isNull();
    }

    /** Else it could not see at its start what people will see through the proxy. */
    @Test
    void nodeThatAsksItselfIsBelievedWhereverTheProxyIs() throws Exception {
        assertThat(forwardedFor("198.51.100.7")).isEqualTo("192.0.2.9");
    }

    private static String forwardedFor(String peer) throws Exception {
        var raw = new org.apache.coyote.Request();
        raw.getMimeHeaders().addValue("X-Forwarded-For").setString("192.0.2.9");
        var request = new Request(new Connector());
        request.setCoyoteRequest(raw);
        request.setRemoteAddr(peer);
        raw.localAddr().setString("198.51.100.7");
        var proxies = new TrustedProxies(List.of("192.0.2.5"));
        proxies.setNext(new ValveBase() {
            @Override
            public void invoke(Request passed, Response response) {
                // the application
            }
        });
        proxies.invoke(request, null);
        return raw.getHeader("X-Forwarded-For");
    }

    @Test
    void addressThatTriesManyUsersIsMadeToWaitAtEveryNode() {
        var one = new EngineUsers(identity, new SignInFailures(ownTransaction, FEW), settings);
        var other = new EngineUsers(identity, new SignInFailures(ownTransaction, FEW), settings);
        String address = "192.0.2." + UUID.randomUUID();

        assertThat(refusal(one, user("tried"), "wrong", address)).isInstanceOf(BadCredentialsException.class);
        assertThat(refusal(other, "nobody", "wrong", address)).isInstanceOf(BadCredentialsException.class);
        assertThat(refusal(one, "no name", "wrong", address)).isInstanceOf(BadCredentialsException.class);
        for (var node : List.of(one, other)) {
            assertThat(refusal(node, "relations2", "relations2", address))
                    .as("even with the right password")
                    .isInstanceOfSatisfying(TooManySignInsException.class, refused -> assertThat(refused.untilNext())
                            .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
        }
        assertThat(refusal(one, "relations2", "relations2", "192.0.2." + UUID.randomUUID()))
                .as("from elsewhere")
                .isNull();
    }

    @Test
    void refusalTakesAsLongWhetherThereIsSuchAUserOrNot() {
        var signOn = new EngineUsers(identity, new SignInFailures(ownTransaction, FEW), settings);
        String user = user("timed");
        Duration known = fastest(() -> refusal(signOn, user, "wrong", "192.0.2." + UUID.randomUUID()));
        Duration unknown = fastest(() -> refusal(signOn, "nobody", "wrong", "192.0.2." + UUID.randomUUID()));
        Duration noName = fastest(() -> refusal(signOn, "no name", "wrong", "192.0.2." + UUID.randomUUID()));

        assertThat(unknown).isBetween(known.dividedBy(3), known.multipliedBy(3));
        assertThat(noName).isBetween(known.dividedBy(3), known.multipliedBy(3));
    }

    @Test
    void refusalSaysTheSameWhetherThereIsSuchAUserOrNot() {
        var known = new Browser(port);
        var unknown = new Browser(port);

        var one =
                known.form("/login", "username=" + user("told") + "&password=wrong&_csrf=" + known.formToken("/login"));
        var other = unknown.form("/login", "username=nobody9&password=wrong&_csrf=" + unknown.formToken("/login"));

        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(one.headers().firstValue("Location"))
                .isEqualTo(other.headers().firstValue("Location"));
        assertThat(one.body()).isEqualTo(other.body());
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        var desk = new Browser(port).signIn("desk1");

        assertThat(desk.form("/settings", "morningMail=false").statusCode()).isEqualTo(403);
        assertThat(desk.form("/absences", "user=desk1").statusCode()).isEqualTo(403);
        assertThat(desk.callWithoutToken("POST", "/api/orders", "{}").statusCode())
                .as("a session is nothing to the API")
                .isEqualTo(401);
    }

    @Test
    void addressesWithLettersInPercentsAreNoneOfTheWebapps() {
        var desk = new Browser(port).signIn("desk1");

        for (String address : List.of(
                "/camunda/api/%65ngine/engine/default/task",
                "/camunda/api/engine/engine/%64efault/task",
                "/camunda/%61pp/tasklist/",
                "/camunda/api/admin/s%65tup/default/user/create")) {
            assertThat(desk.page(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void brokenLinesInARequestEndNoHeaderAndNoLineOfTheLog() throws IOException {
        assertThat(raw("GET /orders/x%0d%0aX-Injected:%201 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain("\r\nX-Injected");
        assertThat(raw("GET /login?lang=%0d%0aX-Injected:1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain("\r\nX-Injected");
        assertThat(
                        raw(
                                "GET /camunda/app/tasklist HTTP/1.1\r\nHost: elsewhere.example\r\nX-Forwarded-Host: elsewhere.example\r\nConnection: close\r\n\r\n"))
                .doesNotContain("Location: http://elsewhere.example/camunda/app/admin");
    }

    @Test
    void whatStrangersWriteStartsNoLineOfTheLog(CapturedOutput log) throws IOException {
        String forged = "forged-" + UUID.randomUUID();
        String line = "%0d%0a2026-11-27T00:00:00Z%20ERROR%20%1b[2J" + forged;
        var stranger = new Browser(port);
        stranger.form("/login", "username=x" + line + "&password=y" + line + "&_csrf=" + stranger.formToken("/login"));
        stranger.page("/orders/x" + line.replace("%1b[2J", ""));
        stranger.page("/follow/x" + line.replace("%1b[2J", "") + "?lang=" + forged);
        raw("GET /api/orders?state=" + line + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + forged
                + "\r\nAuthorization: Basic " + forged + "\r\nConnection: close\r\n\r\n");

        assertThat(log.getAll()).doesNotContain(forged);
    }

    /** Nobody else signs in as this user, whom a failure makes wait. */
    private String user(String name) {
        users.add(name);
        var account = identity.newUser(name);
        account.setPassword("right");
        identity.saveUser(account);
        return name;
    }

    @AfterEach
    void forgetUsers() {
        users.forEach(identity::deleteUser);
    }

    private RateLimitFilter filter() {
        return new RateLimitFilter(FEW, new RequestPace(seconds::get));
    }

    private static MockHttpServletResponse visit(RateLimitFilter filter, String method, String path, String address)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static AuthenticationException refusal(EngineUsers users, String user, String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        try {
            users.authenticate(attempt);
            return null;
        } catch (AuthenticationException refused) {
            return refused;
        }
    }

    private static Duration fastest(Runnable attempt) {
        List<Duration> took = new ArrayList<>();
        for (int times = 0; times < 4; times++) {
            long begun = System.nanoTime();
            attempt.run();
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return Collections.min(took);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
