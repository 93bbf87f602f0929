package be.belnet.sandbox.fortimail;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.openstack.MachineDeleted;
import be.belnet.sandbox.openstack.MachineStarted;
import be.belnet.sandbox.openstack.MachineStopped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FortiMailSandboxTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIG = """
            config system global
                set hostname "mx.kbr.example"
            end
            config system admin
                edit admin
                    set password "first \\"boot\\""
                next
            end
            config system web-service
                set rest-api-status enable
            end
            """;
    private static final String LOG_IN = "{\"name\": \"admin\", \"password\": \"first \\\"boot\\\"\"%s}";

    private SandboxRunner sandbox;
    private String cookie;

    @BeforeEach
    void start() {
        boot();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void passwordOfTheFirstBootFilesLogsIn() {
        var answer = json(logIn());

        assertThat(answer.path("objectID").asText()).isEqualTo("AdminLogin:");
        assertThat(answer.path("serial").asText()).isEqualTo(Unit.NO_SERIAL);
        assertThat(answer.path("password").asText()).isEqualTo("******");
        assertThat(answer.path("post_login_banner").asBoolean(true)).isFalse();
        assertThat(cookie).startsWith("APSCOOKIE=");
    }

    @Test
    void wrongPasswordIsRefusedWithTheUsualOddities() {
        var answer = post("AdminLogin", "{\"name\": \"admin\", \"password\": \"\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("errorType").asInt()).isEqualTo(7);
        assertThat(json(answer).path("collection").isTextual()).isTrue();
    }

    @Test
    void bannerHasToBeAcceptedFirst() {
        sandbox.close();
        boot("--sandbox.fortimail.login-banner=true");

        assertThat(json(logIn()).path("post_login_banner").asBoolean()).isTrue();
        assertThat(get("domain/").statusCode()).isEqualTo(403);
        remember(post("AdminLogin", LOG_IN.formatted(", \"reqAction\": 7")));
        assertThat(get("domain/").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutCookieNothingIsShown() {
        assertThat(get("domain/").statusCode()).isEqualTo(403);
    }

    @Test
    void domainIsCreatedChangedListedAndRemoved() {
        logIn();

        assertThat(json(get("domain/kbr.example")).path("errorType").asInt()).isEqualTo(3);
        var created = json(post("domain/kbr.example", "{\"mxflag\": 0, \"ip\": \"mx1.kbr.example\"}"));
        assertThat(created.path("objectID").asText()).isEqualTo("DomainSetting:{D:kbr.example}");
        assertThat(created.path("port").asInt()).isEqualTo(25);
        put("domain/kbr.example", "{\"objectID\": \"DomainSetting:{D:kbr.example}\", \"ip\": \"mx2.kbr.example\"}");
        assertThat(json(get("domain/kbr.example/")).path("ip").asText()).isEqualTo("mx2.kbr.example");
        var list = json(get("domain/"));
        assertThat(list.path("objectID").asText()).isEqualTo("DomainInfoCollection:");
        assertThat(list.at("/collection/0/mkey").asText()).isEqualTo("kbr.example");
        assertThat(json(delete("domain/kbr.example")).path("errorType").asInt(-1))
                .isZero();
        assertThat(get("domain/kbr.example").statusCode()).isEqualTo(404);
        assertThat(sandbox.bean(Ledger.class).effects("fortimail", "BAMS-2026-00042"))
                .extracting(Effect::kind)
                .containsExactly("appliance started", "domain created", "domain changed", "domain deleted");
    }

    @Test
    void domainIsCreatedOnce() {
        logIn();
        post("domain/kbr.example", "{}");

        assertThat(post("domain/kbr.example", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void smallestSizeHasTwentyDomains() {
        logIn();
        for (int i = 1; i <= 20; i++) {
            assertThat(post("domain/d" + i + ".example", "{}").statusCode()).isEqualTo(200);
        }

        assertThat(post("domain/d21.example", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aliasShowsItsDomain() {
        logIn();
        post("domain/kbr.example", "{}");
        post("MailSetDomainAssociation/kbr2.example", "{\"domain\": \"kbr.example\"}");

        var alias = json(get("domain/")).at("/collection/1");
        assertThat(alias.path("is_association").asBoolean()).isTrue();
        assertThat(alias.path("maindomain").asText()).isEqualTo("kbr.example");
    }

    @Test
    void actionInTheBodyOutweighsTheMethod() {
        logIn();
        post("domain/kbr.example", "{}");

        post("domain/kbr.example", "{\"reqAction\": 3}");

        assertThat(get("domain/kbr.example").statusCode()).isEqualTo(404);
    }

    @Test
    void machineThatIsOffDoesNotAnswer() {
        logIn();
        sandbox.context().publishEvent(new MachineStopped("m1"));
        assertThat(get("domain/").statusCode()).isEqualTo(503);

        switchOn("");
        assertThat(get("domain/").statusCode()).isEqualTo(403);
        logIn();
        assertThat(get("domain/").statusCode()).isEqualTo(200);

        sandbox.context().publishEvent(new MachineDeleted("m1"));
        assertThat(get("domain/").statusCode()).isEqualTo(503);
    }

    @Test
    void restartEndsSessions() {
        logIn();
        assertThat(json(post("SysStatusCommand/", "{\"action\": 1}"))
                        .path("reqAction")
                        .asInt())
                .isEqualTo(2);

        assertThat(get("SysStatusLicinfo/").statusCode()).isEqualTo(403);
        logIn();
        assertThat(json(get("SysStatusLicinfo/")).path("vm_license_status").asText())
                .isEqualTo("invalid");
    }

    @Test
    void licenceFileIsUploadedInThreeSteps() {
        logIn();
        var id = json(upload("FEVM040000058143")).path("id").asText();
        assertThat(id).startsWith("license_");
        put("SysStatusLicinfo", "{\"id\": \"" + id + "\"}");

        assertThat(json(logIn()).path("serial").asText()).isEqualTo("FEVM040000058143");
        assertThat(json(get("SysStatusLicinfo/")).path("vm_license_status").asText())
                .isEqualTo("valid");
    }

    @Test
    void licenceOfAnotherApplianceIsRefused() {
        var file = "-----BEGIN FE VM LICENSE-----\nFEVM040000058143\n-----END FE VM LICENSE-----";
        sandbox.context()
                .publishEvent(new MachineStarted("m2", "BAMS-2026-00043", "192.0.2.11", 1, Map.of("license", file)));
        logIn();
        var id = json(upload("FEVM040000058143")).path("id").asText();

        var refused = sandbox.send(
                request("SysStatusLicinfo").PUT(HttpRequest.BodyPublishers.ofString("{\"id\": \"" + id + "\"}")));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> upload(String serial) {
        var token = json(post("SysStatusLicinfo", "{\"reqAction\": 22}"))
                .path("token")
                .asText();
        var body = "--b\r\nContent-Disposition: form-data; name=\"license\"; filename=\"vm.lic\"\r\n\r\n"
                + "-----BEGIN FE VM LICENSE-----\n" + serial + "\n-----END FE VM LICENSE-----\n\r\n--b--\r\n";
        return sandbox.send(sandbox.request("/fortimail/192.0.2.10/api/v1/uploadfile?token=" + token)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void boot(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--sandbox.fortimail.boot-time=0s");
        sandbox = SandboxRunner.start(all.toArray(String[]::new));
        cookie = null;
        switchOn(CONFIG);
    }

    private void switchOn(String config) {
        var files = Map.of("mode", "", "config", config, "license", "LICENSE-TOKEN:0123456789ABCDEF0123");
        sandbox.context().publishEvent(new MachineStarted("m1", "BAMS-2026-00042", "192.0.2.10", 1, files));
    }

    private HttpResponse<String> logIn() {
        var answer = post("AdminLogin", LOG_IN.formatted(""));
        assertThat(answer.statusCode()).isEqualTo(200);
        remember(answer);
        return answer;
    }

    private void remember(HttpResponse<String> answer) {
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private HttpResponse<String> get(String path) {
        return sandbox.send(request(path).GET());
    }

    private HttpResponse<String> delete(String path) {
        return sandbox.send(request(path).DELETE());
    }

    private HttpResponse<String> post(String path, String body) {
        return sandbox.send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void put(String path, String body) {
        var answer = sandbox.send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                sandbox.request("/fortimail/192.0.2.10/api/v1/" + path).header("Content-Type", "application/json");
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
