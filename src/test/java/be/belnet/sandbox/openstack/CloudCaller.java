package be.belnet.sandbox.openstack;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Speaks to the cloud as any program would, logged in once. */
public class CloudCaller {
    public static final String SERVERS = "/openstack/compute/v2.1/servers";
    public static final String PORTS = "/openstack/network/v2.0/ports";

    private static final String LOG_IN = """
            {"auth": {"identity": {"methods": ["application_credential"],
            "application_credential": {"id": "orderdesk-credential", "secret": "secret"}}}}""";

    private final SandboxRunner sandbox;
    private final String token;

    private CloudCaller(SandboxRunner sandbox, String token) {
        this.sandbox = sandbox;
        this.token = token;
    }

    public static CloudCaller logIn(SandboxRunner sandbox) {
        return new CloudCaller(
                sandbox,
                tryLogIn(sandbox).headers().firstValue("X-Subject-Token").orElseThrow());
    }

    public static HttpResponse<String> tryLogIn(SandboxRunner sandbox) {
        return sandbox.send(sandbox.request("/openstack/identity/v3/auth/tokens")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LOG_IN)));
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path) {
        return sandbox.send(request(path).GET());
    }

    public <T> T read(String path, String what) {
        return JsonPath.read(get(path).body(), what);
    }

    /** @return its id */
    public String createPort(String name) {
        var body = "{\"port\": {\"network_id\": \"%s\", \"name\": \"%s\"}}".formatted(Network.ID, name);
        return JsonPath.read(post(PORTS, body).body(), "$.port.id");
    }

    /** A server with a tag of its name, on the port. @return its id */
    public String createServer(String name, String port) {
        var body =
                """
                {"server": {"name": "%s", "imageRef": "%s", "flavorRef": "%s", "networks": [{"port": "%s"}],
                "tags": ["bams:%s"]}}""".formatted(name, GlanceController.IMAGE_ID, Flavor.ALL.get(1).id(), port, name);
        return JsonPath.read(post(SERVERS, body).body(), "$.server.id");
    }

    private HttpResponse<String> post(String path, String body) {
        return sandbox.send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return sandbox.request(path)
                .header("Content-Type", "application/json")
                .header("X-Auth-Token", token)
                .header("OpenStack-API-Version", "compute 2.56");
    }
}
