package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import be.belnet.sandbox.faults.LookUps;
import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Neutron: the network, its subnets, ports. */
@RestController
@RequestMapping("/openstack/network")
class NeutronController {
    private final Cloud cloud;
    private final Ledger ledger;
    private final LookUps lookUps;

    NeutronController(Cloud cloud, Ledger ledger, LookUps lookUps) {
        this.cloud = cloud;
        this.ledger = ledger;
        this.lookUps = lookUps;
    }

    @GetMapping({"", "/"})
    Map<String, Object> versions() {
        var self = object("rel", "self", "href", Cloud.address() + "/network/v2.0/");
        return object("versions", List.of(object("id", "v2.0", "status", "CURRENT", "links", List.of(self))));
    }

    @GetMapping("/v2.0/extensions")
    Map<String, Object> extensions() {
        return object("extensions", List.of());
    }

    @GetMapping("/v2.0/networks")
    Map<String, Object> networks(@RequestParam(defaultValue = Network.NAME) String name) {
        return object("networks", name.equals(Network.NAME) ? List.of(network()) : List.of());
    }

    @GetMapping("/v2.0/networks/{id}")
    Map<String, Object> network(@PathVariable String id) {
        if (!id.equals(Network.ID)) {
            throw OpenStackError.neutron(404, "NetworkNotFound", "Network " + id + " could not be found.");
        }
        return object("network", network());
    }

    @GetMapping("/v2.0/subnets")
    Map<String, Object> subnets() {
        return object(
                "subnets",
                Network.SUBNETS.stream().map(NeutronController::subnet).toList());
    }

    @GetMapping("/v2.0/subnets/{id}")
    Map<String, Object> subnet(@PathVariable String id) {
        return Network.SUBNETS.stream()
                .filter(subnet -> subnet.id().equals(id))
                .findFirst()
                .map(subnet -> object("subnet", subnet(subnet)))
                .orElseThrow(
                        () -> OpenStackError.neutron(404, "SubnetNotFound", "Subnet " + id + " could not be found."));
    }

    @GetMapping("/v2.0/ports")
    Map<String, Object> ports(@RequestParam Map<String, String> filter) {
        var name = filter.get("name");
        var found = cloud.now(() -> name == null ? cloud.ports() : cloud.portsNamed(name)).stream()
                .filter(port -> matches(filter.get("device_id"), port.deviceId()))
                .filter(port -> matches(filter.get("id"), port.id()))
                .toList();
        var shown = lookUps.shown(found, Port::createdAt, Port::twin);
        return object("ports", shown.stream().map(NeutronController::port).toList());
    }

    @GetMapping("/v2.0/ports/{id}")
    Map<String, Object> read(@PathVariable String id) {
        var found = cloud.now(() -> cloud.port(id)).orElseThrow(() -> notFound(id));
        ledger.about(found.name());
        return object("port", port(found));
    }

    @PostMapping("/v2.0/ports")
    ResponseEntity<Object> create(@RequestBody JsonNode request) {
        var asked = request.path("port");
        var networkId = asked.path("network_id").asText();
        if (!networkId.equals(Network.ID)) {
            throw OpenStackError.neutron(404, "NetworkNotFound", "Network " + networkId + " could not be found.");
        }
        if (asked.has("tags")) {
            throw OpenStackError.neutron(400, "HTTPBadRequest", "Attribute 'tags' not allowed in POST");
        }
        var address = asked.at("/fixed_ips/0/ip_address").textValue();
        var created = cloud.now(() -> cloud.createPort(asked.path("name").asText(), address, false));
        return ResponseEntity.status(201).body(object("port", port(created)));
    }

    @DeleteMapping("/v2.0/ports/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        cloud.now(() -> {
            cloud.deletePort(id);
            return null;
        });
        return ResponseEntity.noContent().build();
    }

    private static OpenStackError notFound(String id) {
        return OpenStackError.neutron(404, "PortNotFound", "Port " + id + " could not be found.");
    }

    private static boolean matches(String wanted, String value) {
        return wanted == null || wanted.equals(value == null ? "" : value);
    }

    private static Map<String, Object> network() {
        return object(
                "id",
                Network.ID,
                "name",
                Network.NAME,
                "status",
                "ACTIVE",
                "admin_state_up",
                true,
                "shared",
                false,
                "mtu",
                1450,
                "router:external",
                false,
                "subnets",
                Network.SUBNETS.stream().map(Network.Subnet::id).toList());
    }

    private static Map<String, Object> subnet(Network.Subnet subnet) {
        return object(
                "id",
                subnet.id(),
                "name",
                "bams-" + subnet.cidr(),
                "network_id",
                Network.ID,
                "ip_version",
                4,
                "cidr",
                subnet.cidr(),
                "gateway_ip",
                subnet.gateway(),
                "enable_dhcp",
                false);
    }

    private static Map<String, Object> port(Port port) {
        var fixedAddress = object("subnet_id", port.subnetId(), "ip_address", port.address());
        var created = port.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return object(
                "id",
                port.id(),
                "name",
                port.name(),
                "network_id",
                Network.ID,
                "mac_address",
                port.mac(),
                "admin_state_up",
                true,
                "status",
                port.deviceId() == null ? "DOWN" : "ACTIVE",
                "device_id",
                port.deviceId() == null ? "" : port.deviceId(),
                "device_owner",
                port.deviceId() == null ? "" : "compute:nova",
                "fixed_ips",
                List.of(fixedAddress),
                "security_groups",
                List.of(),
                "tags",
                List.of(),
                "created_at",
                created,
                "updated_at",
                created);
    }
}
