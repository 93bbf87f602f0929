package be.belnet.sandbox.harica;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HaricaLogInTest {
    private static final String LISTS = "OrganizationAdmin/SearchGroups";
    private static final String CREDENTIALS = "{'email':'manager@belnet.example','password':'p'}";

    private static SandboxRunner sandbox;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void logInNeedsTheTokenOfAPage() {
        var caller = HaricaCaller.stranger(sandbox);
        assertThat(caller.logIn("User/Login", CREDENTIALS).statusCode()).isEqualTo(400);

        caller.readPage();
        assertThat(caller.logIn("User/Login", CREDENTIALS).statusCode()).isEqualTo(200);
    }

    @Test
    void tokenFromBeforeTheLogInIsNotGoodAfterIt() {
        var caller = HaricaCaller.stranger(sandbox);
        caller.readPage();
        caller.logIn("User/Login", CREDENTIALS);
        assertThat(caller.post(LISTS, "{}").statusCode()).isEqualTo(400);

        caller.readPage();
        assertThat(caller.post(LISTS, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasNoLogInIsSentToItsPage() {
        var caller = HaricaCaller.stranger(sandbox);
        caller.readPage();
        var answer = caller.post(LISTS, "{}");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/harica/Login");
    }

    @Test
    void wrongPasswordIsRefused() {
        var caller = HaricaCaller.stranger(sandbox);
        caller.readPage();

        assertThat(caller.logIn("User/Login", "{'email':'manager@belnet.example','password':'q'}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void logInsEnd() {
        var caller = HaricaCaller.network(sandbox);
        sandbox.send(sandbox.request("/api/harica/lost-sessions").POST(BodyPublishers.noBody()));

        assertThat(caller.post(LISTS, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void tokenSaysWhenItEnds() {
        try (var strict = SandboxRunner.start("--sandbox.harica.quoted-tokens=true")) {
            var caller = HaricaCaller.stranger(strict);
            caller.readPage();
            var quoted = caller.logIn("User/Login", CREDENTIALS).body();
            var claims = new String(Base64.getUrlDecoder().decode(quoted.split("\\.", -1)[1]));

            assertThat(quoted).startsWith("\"").endsWith("\"");
            assertThat(JsonPath.<Integer>read(claims, "$.exp") - System.currentTimeMillis() / 1000)
                    .isBetween(3500L, 3600L);
        }
    }

    @Test
    void secondFactorIsAskedForWhereThereIsOne() {
        try (var strict = SandboxRunner.start("--sandbox.harica.totp-seed=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")) {
            var caller = HaricaCaller.stranger(strict);
            caller.readPage();

            assertThat(caller.logIn("User/Login", CREDENTIALS).statusCode()).isEqualTo(401);
            assertThat(caller.logIn("User/Login2FA", "{'email':'manager@belnet.example','password':'p','token':'x'}")
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
