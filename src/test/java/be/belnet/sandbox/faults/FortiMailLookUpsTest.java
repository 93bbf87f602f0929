package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.openstack.MachineStarted;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains looked up late or double. */
class FortiMailLookUpsTest {

    private static final String LATE = "{'fault':'lateLookUp','seconds':3600}";
    private static final String DOUBLE = "{'fault':'twoObjects'}";

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private String cookie = "";

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start("--sandbox.fortimail.boot-time=0s");
        world = new FaultyWorld(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneDomain() {
        sandbox.delete("/api/world");
        var config = "config system web-service\nset rest-api-status enable\nend\n";
        sandbox.context()
                .publishEvent(new MachineStarted("m1", "BAMS-2026-00042", "192.0.2.10", 1, Map.of("config", config)));
        cookie = post("AdminLogin", "{\"name\": \"admin\", \"password\": \"\"}")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(post("domain/kbr.example", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void newDomainIsSeenLate() {
        world.on("fortimail", LATE);

        assertThat(get("domain/kbr.example").statusCode()).isEqualTo(404);
        assertThat(get("domain/kbr.example").body()).contains("\"errorType\":3");
        assertThat(world.lastCall("fortimail").fault()).isEqualTo("lateLookUp");
        assertThat(domains()).isEmpty();
    }

    @Test
    void domainIsSeenOnceItIsOldEnough() {
        world.on("fortimail", "{'fault':'lateLookUp','seconds':0.001}");

        assertThat(get("domain/kbr.example").statusCode()).isEqualTo(200);
        assertThat(domains()).containsExactly("kbr.example");
    }

    @Test
    void domainHasATwinInTheList() {
        world.on("fortimail", DOUBLE);

        assertThat(domains()).containsExactly("kbr.example", "twin.kbr.example");
        assertThat(get("domain/kbr.example").statusCode()).isEqualTo(200);
        assertThat(world.effects("fortimail")).containsOnlyOnce("domain created");
    }

    private List<String> domains() {
        return JsonPath.read(get("domain/").body(), "$.collection[*].mkey");
    }

    private HttpResponse<String> get(String path) {
        return sandbox.send(sandbox.request("/fortimail/192.0.2.10/api/v1/" + path)
                .header("Cookie", cookie)
                .GET());
    }

    private HttpResponse<String> post(String path, String body) {
        return sandbox.send(sandbox.request("/fortimail/192.0.2.10/api/v1/" + path)
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
