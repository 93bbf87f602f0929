package be.belnet.sandbox.fortinet;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.jdbc.core.simple.JdbcClient;

class FortiCloudTokenTest {

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
    void goodCredentialsGetATokenOfThirtyLettersAndDigits() throws Exception {
        var answer = logIn("{'username':'apiuser','password':'apipass','client_id':'flexvm','grant_type':'password'}");

        assertThat(answer.statusCode()).isEqualTo(200);
        String access = JsonPath.read(answer.body(), "$.access_token");
        String refresh = JsonPath.read(answer.body(), "$.refresh_token");
        assertThat(List.of(access, refresh)).allMatch(token -> token.matches("[A-Za-z0-9]{30}"));
        JSONAssert.assertEquals("""
                {"access_token":"%s","expires_in":3660,"token_type":"Bearer","scope":"read write",
                 "refresh_token":"%s","message":"successfully authenticated","status":"success"}""".formatted(access, refresh), answer.body(), true);
    }

    @Test
    void registrationTokensLiveFourHours() {
        var answer = logIn(
                "{'username':'apiuser','password':'apipass','client_id':'assetmanagement','grant_type':'password'}");

        assertThat(JsonPath.<Integer>read(answer.body(), "$.expires_in")).isEqualTo(14400);
    }

    @Test
    void wrongPasswordIs401() {
        var answer = logIn("{'username':'apiuser','password':'no','client_id':'flexvm','grant_type':'password'}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<String>read(answer.body(), "$.error")).isEqualTo("invalid_grant");
        assertThat(JsonPath.<String>read(answer.body(), "$.error_description")).isNotBlank();
    }

    @Test
    void unknownClientIs401() {
        var answer = logIn("{'username':'apiuser','password':'apipass','client_id':'x','grant_type':'password'}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<String>read(answer.body(), "$.error")).isEqualTo("invalid_client");
    }

    @Test
    void missingFieldsAre400() {
        for (var body : List.of("{}", "no json", "{'client_id':'flexvm','grant_type':'password'}")) {
            var answer = logIn(body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JsonPath.<String>read(answer.body(), "$.error")).isEqualTo("invalid_request");
        }
    }

    @Test
    void refreshTokenIsGoodOnceAndForItsOwnApi() {
        var first = logIn("{'username':'apiuser','password':'apipass','client_id':'flexvm','grant_type':'password'}");
        String refresh = JsonPath.read(first.body(), "$.refresh_token");
        var body = "{'refresh_token':'%s','client_id':'%s','grant_type':'refresh_token'}";

        assertThat(logIn(body.formatted(refresh, "assetmanagement")).statusCode())
                .isEqualTo(401);
        assertThat(logIn(body.formatted(refresh, "flexvm")).statusCode()).isEqualTo(200);
        assertThat(logIn(body.formatted(refresh, "flexvm")).statusCode()).isEqualTo(401);
    }

    @Test
    void pathWithoutSlashIsRedirected() {
        var answer =
                sandbox.send(sandbox.request("/forticloud/api/v1/oauth/token").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/forticloud/api/v1/oauth/token/");
    }

    @Test
    void tokenOfOneApiIsRefusedByTheOther() throws Exception {
        var flex = FortinetCaller.fortiFlex(sandbox);
        var care = FortinetCaller.fortiCare(sandbox);
        var answer = care.withToken(flex.token()).call("products/list", "{'serialNumber':'%'}");

        assertThat(answer.statusCode()).isEqualTo(401);
        JSONAssert.assertEquals("""
                {"build":"1.0.0","version":"3.0","token":"%s","status":-1,"message":"Invalid security token.",
                 "error":"Invalid security token."}""".formatted(flex.token()), answer.body(), true);
        assertThat(flex.withToken(care.token()).call("programs/list", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void tokensExpire() {
        var flex = FortinetCaller.fortiFlex(sandbox);
        assertThat(flex.call("programs/list", "{}").statusCode()).isEqualTo(200);

        sandbox.bean(JdbcClient.class)
                .sql("update forticloud_token set expires_at = dateadd(minute, -62, expires_at) where access_token = ?")
                .param(flex.token())
                .update();

        var answer = flex.call("programs/list", "{}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Invalid security token.");
    }

    private static HttpResponse<String> logIn(String json) {
        return FortinetCaller.post(sandbox, "/forticloud/api/v1/oauth/token/", json, "none");
    }
}
