package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Tables;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** What the database keeps of who is signed in. */
@ProcessTest
class SessionsTest {
    private static final String TYPED = "Zyxtyped";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Test
    void cookieIsForThisSiteAndForNoScript() {
        var answer = browser().page("/login");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("SESSION=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void passwordOfARefusedSignInIsKeptNowhere() {
        Browser stranger = browser();
        var answer =
                stranger.form("/login", "username=nobody&password=" + TYPED + "&_csrf=" + stranger.formToken("/login"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(Tables.holding(jdbc, TYPED, "SPRING_SESSION")).isEmpty();
    }

    @Test
    void wordsOfASearchWaitForNoSignIn() {
        Browser stranger = browser();
        stranger.page("/orders?q=" + TYPED);

        assertThat(Tables.holding(jdbc, TYPED, "SPRING_SESSION")).isEmpty();
        var answer = stranger.form("/login", "username=desk1&password=desk1&_csrf=" + stranger.formToken("/login"));
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/orders"));
    }

    @Test
    void severalFirstRequestsOfOnePageAreAllAnswered() {
        Browser manager = browser().signIn("manager1");
        var answers = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> manager.get("/camunda/api/engine/engine/default/filter?maxResults=50")
                                .statusCode()))
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
    }

    @Test
    void sessionsThatEndedAreRemoved() {
        browser().signIn("auditor1");
        jdbc.sql("update spring_session set expiry_time = 1 where principal_name = 'auditor1'")
                .update();
        sessions.cleanUpExpiredSessions();

        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'auditor1'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Browser browser() {
        return new Browser(port);
    }
}
