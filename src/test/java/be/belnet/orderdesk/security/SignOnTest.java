package be.belnet.orderdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.OrderdeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OrderdeskTest
class SignOnTest {
    @LocalServerPort
    int port;

    @Test
    void oneSignInOpensTasklistCockpitAndOwnPages() {
        Browser manager = browser().signIn("manager1");

        assertThat(manager.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(manager.page("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(manager.page("/customers").statusCode()).isEqualTo(200);
        assertThat(manager.get("/camunda/api/engine/engine/default/filter?maxResults=50")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void strangersAreLedToTheLogInPage() {
        var answer = browser().page("/camunda/app/tasklist/default/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    /** A webapp draws nothing without them, not even the way to the log-in page. */
    @ParameterizedTest
    @ValueSource(strings = {"/webapps.js", "/look.js", "/language.js"})
    void strangersHaveWhatWebappsBeginWith(String script) {
        assertThat(browser().get(script).statusCode()).isEqualTo(200);
    }

    @Test
    void strangersGetNoData() {
        var answer = browser().get("/camunda/api/engine/engine/default/task");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(browser().get("/api/customers").statusCode()).isEqualTo(401);
    }

    @Test
    void wrongPasswordIsRefusedInTheReadersLanguage() {
        Browser stranger = browser().reading("nl-BE");
        var answer = stranger.form("/login", "username=nobody&password=x&_csrf=" + stranger.formToken("/login"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(stranger.page("/login?error").body()).contains("Naam of wachtwoord klopt niet");
    }

    @Test
    void logInPageSpeaksFourLanguages() {
        assertThat(browser().reading("fr-BE").page("/login").body()).contains("Mot de passe");
        assertThat(browser().reading("de").page("/login").body()).contains("Passwort");
        assertThat(browser().reading("es,en;q=0.5").page("/login").body()).contains("Password", "lang=\"en\"");
    }

    @Test
    void webappsSignOutEndsTheWholeSession() {
        Browser desk = browser().signIn("desk1");

        assertThat(desk.call("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(desk.get("/camunda/api/engine/engine/default/filter?maxResults=50")
                        .statusCode())
                .isEqualTo(401);
        assertThat(desk.page("/customers").statusCode()).isEqualTo(302);
    }

    @Test
    void machinesApiTakesPasswordsButNoCookies() {
        Browser manager = browser().signIn("manager1");

        assertThat(manager.get("/api/customers").statusCode()).isEqualTo(401);
        var answer = browser().getAs("manager1", "/api/customers");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void scriptsReadWithAPasswordAndChangeWithTheTokenOfThatReading() {
        Browser script = browser();
        String claim = "/camunda/api/engine/engine/default/task/unknown/claim";

        assertThat(script.getAs("desk2", "/camunda/api/engine/engine/default/filter?maxResults=50")
                        .statusCode())
                .isEqualTo(200);
        String token = script.cookie("XSRF-TOKEN");
        assertThat(script.postAs("desk2", claim, "{}", token).statusCode()).isNotIn(401, 403);
        assertThat(browser().postAs("desk2", claim, "{}", "guessed").statusCode())
                .isEqualTo(403);
    }

    @Test
    void customersAreNotForEveryGroup() {
        assertThat(browser().signIn("operations1").page("/customers").statusCode())
                .isEqualTo(403);
        assertThat(browser().getAs("operations1", "/api/customers").statusCode())
                .isEqualTo(403);
        assertThat(browser().signIn("desk1").page("/customers/import").statusCode())
                .isEqualTo(403);
        assertThat(browser().signIn("admin").page("/customers/import").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusedPageIsExplainedWithoutInnards() {
        var answer = browser().signIn("desk2").reading("de").page("/camunda/app/cockpit/default/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Dafür haben Sie keine Berechtigung", "Nummer für das Protokoll")
                .doesNotContain("Exception", "Whitelabel");
    }

    private Browser browser() {
        return new Browser(port);
    }
}
