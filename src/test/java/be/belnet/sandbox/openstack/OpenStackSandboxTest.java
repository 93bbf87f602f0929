package be.belnet.sandbox.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenStackSandboxTest {
    private static final String NOVA = "/openstack/compute/v2.1";
    private static final String NEUTRON = "/openstack/network/v2.0";
    private static final String PASSWORD_LOG_IN = """
            {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "orderdesk",
            "password": "%s", "domain": {"name": "Default"}}}},
            "scope": {"project": {"name": "bams", "domain": {"id": "default"}}}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static SandboxRunner sandbox;

    private String token;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start(
                "--sandbox.openstack.build-time=300ms",
                "--sandbox.openstack.bind-time=150ms",
                "--sandbox.openstack.delete-time=100ms",
                "--sandbox.openstack.max-instances=4");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void logIn() {
        sandbox.delete("/api/world");
        var answer = post("/openstack/identity/v3/auth/tokens", PASSWORD_LOG_IN.formatted("secret"));
        assertThat(answer.statusCode()).isEqualTo(201);
        token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
    }

    @Test
    void keystoneTellsItsVersionsWithAThreeHundred() {
        var answer = sandbox.get("/openstack/identity/");

        assertThat(answer.statusCode()).isEqualTo(300);
        assertThat(json(answer).at("/versions/values/0/id").asText()).startsWith("v3");
        assertThat(answer.headers().firstValue("x-openstack-request-id")).isPresent();
        assertThat(sandbox.get("/openstack/identity/v3").statusCode()).isEqualTo(200);
    }

    @Test
    void catalogNamesTheOtherServices() {
        var catalog = json(post("/openstack/identity/v3/auth/tokens", PASSWORD_LOG_IN.formatted("secret")))
                .at("/token/catalog");

        assertThat(catalog.findValuesAsText("type")).containsExactly("identity", "compute", "network", "image");
        assertThat(catalog.at("/1/endpoints/0/url").asText()).isEqualTo(sandbox.address() + NOVA);
    }

    @Test
    void applicationCredentialLogsInWithoutScope() {
        var credential = "{\"auth\": {\"identity\": {\"methods\": [\"application_credential\"],"
                + " \"application_credential\": {\"id\": \"orderdesk-credential\", \"secret\": \"secret\"}}%s}}";

        assertThat(post("/openstack/identity/v3/auth/tokens", credential.formatted(""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post("/openstack/identity/v3/auth/tokens", credential.formatted(", \"scope\": {\"project\": {}}"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void wrongPasswordIsRefusedAsKeystoneDoes() {
        var answer = post("/openstack/identity/v3/auth/tokens", PASSWORD_LOG_IN.formatted("wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).at("/error/title").asText()).isEqualTo("Unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Keystone uri=");
    }

    @Test
    void withoutTokenNothingIsShown() {
        token = "none";

        assertThat(get(NOVA + "/servers", "2.56").statusCode()).isEqualTo(401);
        assertThat(get(NEUTRON + "/ports", null).statusCode()).isEqualTo(401);
    }

    @Test
    void unknownMicroversionIsNotAcceptable() {
        var answer = get(NOVA + "/flavors", "2.999");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).at("/computeFault/message").asText()).contains("2.1", "2.93");
    }

    @Test
    void serverWalksFromBuildToActive() {
        var port = createPort("walk");
        var id = createServer("walk", port);

        var building = server(id);
        assertThat(building.path("status").asText()).isEqualTo("BUILD");
        assertThat(building.path("addresses").isEmpty()).isTrue();

        var active = await(id, "ACTIVE");
        assertThat(active.at("/addresses/bams-net/0/addr").asText()).isEqualTo("192.0.2.10");
        assertThat(active.path("config_drive").isTextual()).isTrue();
        assertThat(active.path("config_drive").asText()).isEqualTo("True");
        assertThat(active.path("OS-EXT-STS:power_state").asInt()).isOne();
        assertThat(sandbox.bean(Ledger.class).effects("openstack", "walk"))
                .extracting(Effect::kind)
                .containsExactly("port created", "server created");
    }

    @Test
    void secondServerOnAPortIsAConflict() {
        var port = createPort("one");
        await(createServer("one", port), "ACTIVE");

        var second = post(NOVA + "/servers", newServer("one", port), "2.56");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).at("/conflictingRequest/message").asText()).contains("still in use");
    }

    @Test
    void createsSentAtOnceLeaveTheWinnerWithoutAddress() {
        var port = createPort("race");
        var winner = createServer("race", port);
        var loser = createServer("race", port);

        assertThat(await(loser, "ERROR").at("/fault/message").asText()).contains("Failed to allocate the network");
        assertThat(await(winner, "ACTIVE").path("addresses").isEmpty()).isTrue();
        assertThat(json(get(NEUTRON + "/ports/" + port, null))
                        .at("/port/device_id")
                        .asText())
                .isEmpty();
    }

    @Test
    void tagsFilterIsIgnoredInOldVersions() {
        createServer("tagged", createPort("tagged"));

        assertThat(json(get(NOVA + "/servers?tags=bams:other", "2.26")).path("servers"))
                .isEmpty();
        assertThat(json(get(NOVA + "/servers?tags=bams:other", "2.25")).path("servers"))
                .hasSize(1);
        assertThat(json(get(NOVA + "/servers?tags=bams:tagged", "2.56")).path("servers"))
                .hasSize(1);
        assertThat(json(get(NOVA + "/servers?name=%5Etag", "2.1")).path("servers"))
                .hasSize(1);
    }

    @Test
    void personalityEndsWithVersion257() {
        var answer = post(NOVA + "/servers", newServer("late", createPort("late")), "2.57");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/badRequest/message").asText()).contains("personality");
    }

    @Test
    void firstBootFilesHaveLimits() {
        var port = createPort("files");

        assertThat(create(port, Map.of("license", "x".repeat(7681))).statusCode())
                .isEqualTo(403);
        assertThat(create(port, Map.of("1", "", "2", "", "3", "", "4", "", "5", "", "6", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(create(port, Map.of("license", "x".repeat(7680))).statusCode())
                .isEqualTo(202);
    }

    @Test
    void unknownSizeIsABadRequest() {
        var body = newServer("odd", createPort("odd")).replace(flavor(), "huge");

        assertThat(post(NOVA + "/servers", body, "2.56").statusCode()).isEqualTo(400);
    }

    @Test
    void quotaIsForbidden() {
        for (int i = 0; i < 4; i++) {
            createServer("many" + i, createPort("many" + i));
        }

        var fifth = post(NOVA + "/servers", newServer("many", createPort("many")), "2.56");

        assertThat(fifth.statusCode()).isEqualTo(403);
        assertThat(json(fifth).at("/forbidden/message").asText()).startsWith("Quota exceeded");
    }

    @Test
    void failedBuildKeepsItsTagAndLeavesThePortFree() {
        post("/api/openstack/failing-build", "{}");
        var port = createPort("broken");
        var failed = await(createServer("broken", port), "ERROR");

        assertThat(failed.at("/fault/message").asText()).startsWith("No valid host");
        assertThat(failed.path("tags")).hasSize(1);
        assertThat(json(get(NEUTRON + "/ports/" + port, null))
                        .at("/port/status")
                        .asText())
                .isEqualTo("DOWN");
    }

    @Test
    void deletedServerIsGoneALittleLaterAndItsPortSurvives() {
        var port = createPort("gone");
        var id = createServer("gone", port);
        await(id, "ACTIVE");

        assertThat(delete(NOVA + "/servers/" + id).statusCode()).isEqualTo(204);
        assertThat(server(id).path("OS-EXT-STS:task_state").asText()).isEqualTo("deleting");
        until(() -> get(NOVA + "/servers/" + id, "2.56").statusCode() == 404);
        assertThat(json(get(NEUTRON + "/ports/" + port, null))
                        .at("/port/device_id")
                        .asText())
                .isEmpty();
        assertThat(delete(NEUTRON + "/ports/" + port).statusCode()).isEqualTo(204);
        assertThat(json(delete(NEUTRON + "/ports/" + port))
                        .at("/NeutronError/type")
                        .asText())
                .isEqualTo("PortNotFound");
    }

    @Test
    void stoppedServerIsStoppedOnce() {
        var id = createServer("halt", createPort("halt"));
        await(id, "ACTIVE");

        assertThat(act(id, "{\"os-stop\": null}").statusCode()).isEqualTo(202);
        assertThat(server(id).path("status").asText()).isEqualTo("SHUTOFF");
        assertThat(json(act(id, "{\"os-stop\": null}")).has("conflictingRequest"))
                .isTrue();
        assertThat(act(id, "{\"os-start\": null}").statusCode()).isEqualTo(202);
        assertThat(json(act(id, "{\"os-getConsoleOutput\": {\"length\": 50}}"))
                        .path("output")
                        .asText())
                .contains("FortiMail");
    }

    @Test
    void anAddressIsGivenOutOnce() {
        var fixed =
                "{\"port\": {\"network_id\": \"%s\", \"name\": \"a\", \"fixed_ips\": [{\"ip_address\": \"192.0.2.77\"}]}}"
                        .formatted(Network.ID);

        assertThat(post(NEUTRON + "/ports", fixed).statusCode()).isEqualTo(201);
        var second = post(NEUTRON + "/ports", fixed);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).at("/NeutronError/type").asText()).isEqualTo("IpAddressAlreadyAllocated");
    }

    private String createPort(String name) {
        var body = "{\"port\": {\"network_id\": \"%s\", \"name\": \"%s\"}}".formatted(Network.ID, name);
        return json(post(NEUTRON + "/ports", body)).at("/port/id").asText();
    }

    private String createServer(String name, String port) {
        var answer = post(NOVA + "/servers", newServer(name, port), "2.56");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).isPresent();
        return json(answer).at("/server/id").asText();
    }

    private HttpResponse<String> create(String port, Map<String, String> files) {
        var personality = files.entrySet().stream()
                .map(file -> Map.of(
                        "path", file.getKey(),
                        "contents",
                                Base64.getEncoder()
                                        .encodeToString(file.getValue().getBytes())))
                .toList();
        return post(NOVA + "/servers", newServer("files", port, personality), "2.56");
    }

    private static String newServer(String name, String port) {
        return newServer(name, port, List.of());
    }

    private static String newServer(String name, String port, List<Map<String, String>> personality) {
        var server = Map.of(
                "name",
                name,
                "imageRef",
                GlanceController.IMAGE_ID,
                "flavorRef",
                flavor(),
                "networks",
                List.of(Map.of("port", port)),
                "config_drive",
                true,
                "tags",
                List.of("bams:" + name),
                "personality",
                personality);
        try {
            return JSON.writeValueAsString(Map.of("server", server));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String flavor() {
        return Flavor.ALL.get(1).id();
    }

    private JsonNode server(String id) {
        return json(get(NOVA + "/servers/" + id, "2.56")).path("server");
    }

    private JsonNode await(String id, String status) {
        until(() -> server(id).path("status").asText().equals(status));
        return server(id);
    }

    private static void until(BooleanSupplier reached) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(10))
                .until(reached::getAsBoolean);
    }

    private HttpResponse<String> act(String id, String action) {
        return post(NOVA + "/servers/" + id + "/action", action, "2.56");
    }

    private HttpResponse<String> get(String path, String version) {
        return send(request(path, version).GET());
    }

    private HttpResponse<String> delete(String path) {
        return send(request(path, "2.56").DELETE());
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, body, null);
    }

    private HttpResponse<String> post(String path, String body, String version) {
        return send(request(path, version).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String version) {
        var request = sandbox.request(path).header("Content-Type", "application/json");
        if (token != null) {
            request.header("X-Auth-Token", token);
        }
        return version == null ? request : request.header("OpenStack-API-Version", "compute " + version);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return sandbox.send(request);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
