package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * The calls to Nova, Neutron and Glance that appliances need. Nova is asked in version 2.56: older ones ignore the
 * filter by tag, newer ones refuse first-boot files.
 */
class OpenStack {
    static final String NAME = "OpenStack";

    private static final String NOVA_VERSION = "compute 2.56";

    /** Servers are described at some length: more of them would be longer than an answer may be. */
    private static final int PAGE = 200;

    private final Keystone keystone;
    private final PartnerClient http;

    OpenStack(Keystone keystone, PartnerClient http) {
        this.keystone = keystone;
        this.http = http;
    }

    /** Servers that carry the tag, those in failure included. */
    List<Server> serversTagged(String tag) {
        var answer = accepted(get("compute", "/servers/detail?tags={tag}", tag));
        return answer.as(Servers.class).servers().stream()
                .filter(server -> server.tags() != null && server.tags().contains(tag))
                .toList();
    }

    /**
     * All servers of the project, page by page until one is empty: a page may be shorter than was asked for.
     *
     * @throws PartnerUnavailableException when pages begin anew, so that there is no telling what is missing
     */
    List<Server> servers() {
        var all = new LinkedHashMap<String, Server>();
        for (var page = page("");
                !page.isEmpty();
                page = page(page.get(page.size() - 1).id())) {
            int before = all.size();
            page.forEach(server -> all.put(server.id(), server));
            if (all.size() != before + page.size()) {
                throw new PartnerUnavailableException(NAME, "lists the same servers twice");
            }
        }
        return List.copyOf(all.values());
    }

    /** @param after id of the last one of the page before; empty for the first */
    private List<Server> page(String after) {
        var answer = accepted(
                after.isEmpty()
                        ? get("compute", "/servers/detail?limit={limit}", PAGE)
                        : get("compute", "/servers/detail?limit={limit}&marker={marker}", PAGE, after));
        var servers = answer.as(Servers.class).servers();
        if (servers == null) {
            throw answer.unreadable();
        }
        return servers;
    }

    Optional<Server> server(String id) {
        return found(get("compute", "/servers/{id}", id))
                .map(answer -> answer.as(ServerAnswer.class).server());
    }

    /** Empty when the port has a server already. */
    Optional<String> createServer(NewServer server) {
        var answer = change(HttpMethod.POST, "compute", Map.of("server", server), "/servers");
        if (answer.status() == 409) {
            return Optional.empty();
        }
        var created = accepted(answer).as(ServerAnswer.class).server();
        if (created == null || created.id() == null) {
            throw answer.unreadable();
        }
        return Optional.of(created.id());
    }

    /** Off a little later. False when the server is in no state to be stopped. */
    boolean stopServer(String id) {
        // of a map the null would not be written
        var action = JsonNodeFactory.instance.objectNode().putNull("os-stop");
        var answer = change(HttpMethod.POST, "compute", action, "/servers/{id}/action", id);
        return answer.status() != 409 && found(answer).isPresent();
    }

    /** In another size a little later, in state VERIFY_RESIZE. */
    void resizeServer(String id, String flavorId) {
        accepted(change(
                HttpMethod.POST,
                "compute",
                Map.of("resize", Map.of("flavorRef", flavorId)),
                "/servers/{id}/action",
                id));
    }

    /** Keeps the size that a server in VERIFY_RESIZE has, or gives it back the one before. */
    void settleResize(String id, boolean keep) {
        var action = JsonNodeFactory.instance.objectNode().putNull(keep ? "confirmResize" : "revertResize");
        accepted(change(HttpMethod.POST, "compute", action, "/servers/{id}/action", id));
    }

    /** Gone a little later. */
    void deleteServer(String id) {
        found(change(HttpMethod.DELETE, "compute", null, "/servers/{id}", id));
    }

    Optional<String> flavorId(String name) {
        return idByName(accepted(get("compute", "/flavors")), "flavors", name);
    }

    Optional<String> imageId(String name) {
        return idByName(accepted(get("image", "/v2/images?name={name}", name)), "images", name);
    }

    Optional<String> networkId(String name) {
        return idByName(accepted(get("network", "/v2.0/networks?name={name}", name)), "networks", name);
    }

    List<Port> portsNamed(String name) {
        return accepted(get("network", "/v2.0/ports?name={name}", name)).as(Ports.class).ports().stream()
                .filter(port -> name.equals(port.name()))
                .toList();
    }

    Optional<Port> port(String id) {
        return found(get("network", "/v2.0/ports/{id}", id))
                .map(answer -> answer.as(PortAnswer.class).port());
    }

    Port createPort(String name, String networkId) {
        var request = Map.of("port", Map.of("name", name, "network_id", networkId));
        var answer = accepted(change(HttpMethod.POST, "network", request, "/v2.0/ports"));
        var port = answer.as(PortAnswer.class).port();
        if (port == null || port.id() == null) {
            throw answer.unreadable();
        }
        return port;
    }

    void deletePort(String id) {
        found(change(HttpMethod.DELETE, "network", null, "/v2.0/ports/{id}", id));
    }

    Subnet subnet(String id) {
        return accepted(get("network", "/v2.0/subnets/{id}", id))
                .as(SubnetAnswer.class)
                .subnet();
    }

    /** Each service wraps its errors in a key of its own; message, and type or code, lie within. */
    static PartnerException refusal(PartnerAnswer answer) {
        var body = answer.json();
        var error = body.elements().hasNext() ? body.elements().next() : MissingNode.getInstance();
        var code = error.path("type").asText(String.valueOf(answer.status()));
        var requestId = answer.headers().getFirst("x-openstack-request-id");
        return new PartnerRefusedException(NAME, code, error.path("message").asText("") + " [" + requestId + "]");
    }

    private PartnerAnswer get(String service, String path, Object... values) {
        return loggedIn(session -> http.read(
                HttpMethod.GET, PartnerClient.at(session.address(service), path, values), headers(session), null));
    }

    private PartnerAnswer change(HttpMethod method, String service, Object body, String path, Object... values) {
        return loggedIn(session ->
                http.change(method, PartnerClient.at(session.address(service), path, values), headers(session), body));
    }

    /** A refused token is replaced once; the refused call did nothing. */
    private PartnerAnswer loggedIn(Function<Keystone.Session, PartnerAnswer> call) {
        var session = keystone.session();
        var answer = call.apply(session);
        if (answer.status() != 401) {
            return answer;
        }
        keystone.refused(session);
        return call.apply(keystone.session());
    }

    private static Consumer<HttpHeaders> headers(Keystone.Session session) {
        return headers -> {
            headers.set("X-Auth-Token", session.token());
            headers.set("OpenStack-API-Version", NOVA_VERSION);
        };
    }

    private static PartnerAnswer accepted(PartnerAnswer answer) {
        if (!answer.successful()) {
            throw refusal(answer);
        }
        return answer;
    }

    private static Optional<PartnerAnswer> found(PartnerAnswer answer) {
        return answer.status() == 404 ? Optional.empty() : Optional.of(accepted(answer));
    }

    private static Optional<String> idByName(PartnerAnswer answer, String list, String name) {
        for (JsonNode item : answer.as(JsonNode.class).path(list)) {
            if (item.path("name").asText().equals(name)) {
                return Optional.of(item.path("id").asText());
            }
        }
        return Optional.empty();
    }

    record Servers(List<Server> servers) {}

    record ServerAnswer(Server server) {}

    record Server(
            String id,
            String name,
            String status,
            @JsonProperty("OS-EXT-STS:task_state") String taskState,
            Map<String, List<Address>> addresses,
            List<String> tags,
            Map<String, String> metadata,
            Size flavor,
            Fault fault) {}

    record Size(@JsonProperty("original_name") String name) {}

    record Address(String addr, int version) {}

    record Fault(int code, String message) {}

    record NewServer(
            String name,
            String imageRef,
            String flavorRef,
            List<NetworkPort> networks,
            @JsonProperty("config_drive") boolean configDrive,
            Map<String, String> metadata,
            List<String> tags,
            List<PersonalityFile> personality) {}

    record NetworkPort(String port) {}

    /** @param contents base64 */
    record PersonalityFile(String path, String contents) {
        static PersonalityFile of(String path, String text) {
            return new PersonalityFile(path, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String toString() {
            return "PersonalityFile[path=" + path + "]";
        }
    }

    record Ports(List<Port> ports) {}

    record PortAnswer(Port port) {}

    record Port(
            String id,
            String name,
            @JsonProperty("device_id") String deviceId,
            @JsonProperty("fixed_ips") List<FixedIp> fixedIps) {

        /** The one for the appliance: where a network has both, that of version 4. */
        FixedIp fixedIp() {
            return fixedIps.stream()
                    .filter(fixed -> !fixed.ipAddress().contains(":"))
                    .findFirst()
                    .orElseThrow(
                            () -> new PartnerRefusedException(NAME, "noAddress", "port without IPv4 address: " + id));
        }

        boolean free() {
            return deviceId == null || deviceId.isEmpty();
        }
    }

    record FixedIp(
            @JsonProperty("subnet_id") String subnetId,
            @JsonProperty("ip_address") String ipAddress) {}

    record SubnetAnswer(Subnet subnet) {}

    record Subnet(
            String id,
            String cidr,
            @JsonProperty("gateway_ip") String gatewayIp) {}
}
