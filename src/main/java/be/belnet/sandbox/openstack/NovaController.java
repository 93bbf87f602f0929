package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import be.belnet.sandbox.faults.LookUps;
import be.belnet.sandbox.ledger.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nova: servers, flavors, limits. */
@RestController
@RequestMapping("/openstack/compute")
class NovaController {
    private static final int MOST_IN_A_LIST = 1000;
    private static final String TENANT =
            UUID.nameUUIDFromBytes("bams".getBytes()).toString().replace("-", "");

    private final Cloud cloud;
    private final Ledger ledger;
    private final OpenStackSettings settings;
    private final LookUps lookUps;

    NovaController(Cloud cloud, Ledger ledger, OpenStackSettings settings, LookUps lookUps) {
        this.cloud = cloud;
        this.ledger = ledger;
        this.settings = settings;
        this.lookUps = lookUps;
    }

    @GetMapping({"", "/"})
    Map<String, Object> versions() {
        return object("versions", List.of(version()));
    }

    @GetMapping({"/v2.1", "/v2.1/"})
    Map<String, Object> versionTwo() {
        return object("version", version());
    }

    @PostMapping("/v2.1/servers")
    ResponseEntity<Object> create(@RequestAttribute Microversion version, @RequestBody JsonNode request) {
        var asked = NewServer.of(request.path("server"), version, settings.maxPersonalitySize());
        var server = cloud.now(() -> cloud.createServer(asked));
        return ResponseEntity.accepted()
                .header("Location", Cloud.address() + "/compute/v2.1/servers/" + server.id())
                .body(object(
                        "server",
                        object(
                                "id", server.id(),
                                "links", Cloud.links("servers", server.id()),
                                "OS-DCF:diskConfig", "MANUAL",
                                "security_groups", List.of(object("name", "default")),
                                "adminPass", UUID.randomUUID().toString().substring(0, 12))));
    }

    @GetMapping("/v2.1/servers")
    Map<String, Object> list(@RequestAttribute Microversion version, @RequestParam Map<String, String> filter) {
        return object(
                "servers", matching(version, filter).stream().map(this::brief).toList());
    }

    @GetMapping("/v2.1/servers/detail")
    Map<String, Object> details(@RequestAttribute Microversion version, @RequestParam Map<String, String> filter) {
        return object(
                "servers",
                matching(version, filter).stream()
                        .map(server -> listed(server, version))
                        .toList());
    }

    @GetMapping("/v2.1/servers/{id}")
    Map<String, Object> read(@RequestAttribute Microversion version, @PathVariable String id) {
        return object("server", detail(cloud.now(() -> known(id)), version));
    }

    @DeleteMapping("/v2.1/servers/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        cloud.now(() -> {
            cloud.deleteServer(id);
            return null;
        });
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/v2.1/servers/{id}/action")
    ResponseEntity<Object> act(@PathVariable String id, @RequestBody JsonNode request) {
        var action = request.fieldNames().hasNext() ? request.fieldNames().next() : "";
        return cloud.now(() -> act(known(id), action, request));
    }

    @GetMapping("/v2.1/flavors")
    Map<String, Object> flavors() {
        return object("flavors", Flavor.ALL.stream().map(Flavor::reference).toList());
    }

    @GetMapping("/v2.1/flavors/detail")
    Map<String, Object> flavorDetails() {
        return object("flavors", Flavor.ALL.stream().map(Flavor::detail).toList());
    }

    @GetMapping("/v2.1/flavors/{id}")
    Map<String, Object> flavor(@PathVariable String id) {
        return object(
                "flavor",
                Flavor.find(id)
                        .orElseThrow(() -> OpenStackError.notFound("Flavor", id))
                        .detail());
    }

    @GetMapping("/v2.1/limits")
    Map<String, Object> limits() {
        var used = cloud.now(cloud::servers);
        return object(
                "limits",
                object(
                        "rate", List.of(),
                        "absolute",
                                object(
                                        "maxPersonality", 5,
                                        "maxPersonalitySize", settings.maxPersonalitySize(),
                                        "maxServerMeta", 128,
                                        "maxTotalInstances", settings.maxInstances(),
                                        "totalInstancesUsed", used.size(),
                                        "totalCoresUsed",
                                                used.stream()
                                                        .mapToInt(server ->
                                                                server.flavor().vcpus())
                                                        .sum())));
    }

    private Server known(String id) {
        var server = cloud.server(id);
        ledger.about(server.reference());
        return server;
    }

    private ResponseEntity<Object> act(Server server, String action, JsonNode request) {
        return switch (action) {
            case "os-stop" -> change(server, action, "ACTIVE", "SHUTOFF");
            case "os-start" -> change(server, action, "SHUTOFF", "ACTIVE");
            case "reboot" -> change(server, action, "ACTIVE", "ACTIVE");
            case "resize" ->
                resize(server, request.path("resize").path("flavorRef").asText());
            case "confirmResize" -> settle(server, action, true);
            case "revertResize" -> settle(server, action, false);
            case "os-getConsoleOutput" -> ResponseEntity.ok(object("output", console(server)));
            default -> throw OpenStackError.badRequest("There is no such action: " + action);
        };
    }

    private ResponseEntity<Object> change(Server server, String action, String from, String to) {
        if (!server.status().equals(from) || server.deleting()) {
            throw OpenStackError.conflict("Cannot '%s' instance %s while it is in vm_state %s"
                    .formatted(action.replace("os-", ""), server.id(), vmState(server)));
        }
        cloud.status(server, to);
        if (action.equals("os-stop")) {
            ledger.effect(Cloud.PARTNER, "server stopped", server.reference(), server.id());
        }
        return ResponseEntity.accepted().build();
    }

    private ResponseEntity<Object> resize(Server server, String flavor) {
        if (Flavor.find(flavor).isEmpty()) {
            throw OpenStackError.badRequest("Flavor " + flavor + " could not be found.");
        }
        if (!List.of("ACTIVE", "SHUTOFF").contains(server.status()) || server.deleting()) {
            throw inState(server, "resize");
        }
        if (server.flavorId().equals(flavor)) {
            throw OpenStackError.badRequest("When resizing, instances must change flavor!");
        }
        cloud.resize(server, flavor);
        return ResponseEntity.accepted().build();
    }

    private ResponseEntity<Object> settle(Server server, String action, boolean keep) {
        if (!server.status().equals("VERIFY_RESIZE")) {
            throw inState(server, action);
        }
        cloud.settleResize(server, keep);
        return keep
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted().build();
    }

    private static OpenStackError inState(Server server, String action) {
        return OpenStackError.conflict(
                "Cannot '%s' instance %s while it is in vm_state %s".formatted(action, server.id(), vmState(server)));
    }

    private static String console(Server server) {
        return server.status().equals("ACTIVE") ? "Booting FortiMail...\nReading config drive...\n\nlogin: " : "";
    }

    private List<Server> matching(Microversion version, Map<String, String> filter) {
        var wanted = byTags(version, filter).and(byName(filter)).and(byStatus(filter));
        var found = candidates(version, filter).stream().filter(wanted).toList();
        var shown = lookUps.shown(found, Server::createdAt, Server::twin);
        return shown.stream()
                .skip(after(shown, filter.get("marker")))
                .limit(limit(filter))
                .toList();
    }

    /** Where the page behind the marker begins. */
    private static int after(List<Server> shown, String marker) {
        if (marker == null) {
            return 0;
        }
        return IntStream.range(0, shown.size())
                        .filter(place -> shown.get(place).id().equals(marker))
                        .findFirst()
                        .orElseThrow(() -> OpenStackError.badRequest("marker [%s] not found".formatted(marker)))
                + 1;
    }

    private List<Server> candidates(Microversion version, Map<String, String> filter) {
        var tags = filter.get("tags");
        return tags == null || !version.atLeast(26)
                ? cloud.now(cloud::servers)
                : cloud.now(() -> cloud.serversTagged(tags.split(",")[0]));
    }

    private static Predicate<Server> byTags(Microversion version, Map<String, String> filter) {
        var tags = filter.get("tags");
        return tags == null || !version.atLeast(26)
                ? server -> true
                : server -> server.tagList().containsAll(List.of(tags.split(",")));
    }

    private static Predicate<Server> byName(Map<String, String> filter) {
        if (!filter.containsKey("name")) {
            return server -> true;
        }
        try {
            var name = Pattern.compile(filter.get("name"));
            return server -> name.matcher(server.name()).find();
        } catch (PatternSyntaxException noPattern) {
            throw OpenStackError.badRequest("Invalid input for query parameters name.");
        }
    }

    private static Predicate<Server> byStatus(Map<String, String> filter) {
        var status = filter.get("status");
        return server -> status == null || server.status().equalsIgnoreCase(status);
    }

    private static int limit(Map<String, String> filter) {
        try {
            return Math.min(Integer.parseInt(filter.getOrDefault("limit", "1000")), MOST_IN_A_LIST);
        } catch (NumberFormatException none) {
            throw OpenStackError.badRequest("Invalid input for query parameters limit.");
        }
    }

    private Map<String, Object> brief(Server server) {
        return object("id", server.id(), "name", server.name(), "links", Cloud.links("servers", server.id()));
    }

    /** As Nova does, a list is silent on why a server that found no host failed. */
    private Map<String, Object> listed(Server server, Microversion version) {
        var detail = detail(server, version);
        if (server.buildFault() != null) {
            detail.remove("fault");
        }
        return detail;
    }

    private Map<String, Object> detail(Server server, Microversion version) {
        var detail = object(
                "id", server.id(),
                "name", server.name(),
                "status", server.status(),
                "tenant_id", TENANT,
                "user_id", TENANT,
                "metadata", cloud.metadata(server),
                "hostId", "",
                "image", object("id", server.imageId(), "links", Cloud.links("images", server.imageId())),
                "flavor",
                        version.atLeast(47)
                                ? server.flavor().embedded()
                                : object("id", server.flavorId(), "links", Cloud.links("flavors", server.flavorId())),
                "created", second(server.createdAt()),
                "updated", second(server.updatedAt()),
                "addresses", addresses(server),
                "accessIPv4", "",
                "accessIPv6", "",
                "links", Cloud.links("servers", server.id()),
                "OS-DCF:diskConfig", "MANUAL",
                "OS-EXT-AZ:availability_zone", server.status().equals("ACTIVE") ? "nova" : "",
                "config_drive", server.configDrive() ? "True" : "",
                "key_name", null,
                "OS-SRV-USG:launched_at", null,
                "OS-SRV-USG:terminated_at", null,
                "OS-EXT-STS:task_state", taskState(server),
                "OS-EXT-STS:vm_state", vmState(server),
                "OS-EXT-STS:power_state", powerState(server),
                "os-extended-volumes:volumes_attached", List.of());
        if (server.status().equals("ACTIVE") || server.status().equals("BUILD")) {
            detail.put("progress", server.status().equals("ACTIVE") ? 100 : 0);
        }
        if (server.fault() != null) {
            detail.put("fault", object("code", 500, "created", second(server.updatedAt()), "message", server.fault()));
        }
        addNewerFields(detail, server, version);
        return detail;
    }

    private static void addNewerFields(Map<String, Object> detail, Server server, Microversion version) {
        if (version.atLeast(9)) {
            detail.put("locked", false);
        }
        if (version.atLeast(19)) {
            detail.put("description", null);
        }
        if (version.atLeast(26)) {
            detail.put("tags", server.tagList());
        }
        if (version.atLeast(63)) {
            detail.put("trusted_image_certificates", null);
        }
        if (version.atLeast(71)) {
            detail.put("server_groups", List.of());
        }
        if (version.atLeast(73)) {
            detail.put("locked_reason", null);
        }
    }

    private static Map<String, Object> addresses(Server server) {
        if (server.address() == null
                || !List.of("ACTIVE", "SHUTOFF", "RESIZE", "VERIFY_RESIZE").contains(server.status())) {
            return Map.of();
        }
        return object(
                Network.NAME,
                List.of(object(
                        "addr",
                        server.address(),
                        "version",
                        4,
                        "OS-EXT-IPS:type",
                        "fixed",
                        "OS-EXT-IPS-MAC:mac_addr",
                        server.mac())));
    }

    private static String taskState(Server server) {
        if (server.deleting()) {
            return "deleting";
        }
        if (server.status().equals("RESIZE")) {
            return "resize_migrating";
        }
        if (!server.status().equals("BUILD")) {
            return null;
        }
        return server.bound() ? "spawning" : "scheduling";
    }

    private static String vmState(Server server) {
        return switch (server.status()) {
            case "BUILD" -> "building";
            case "SHUTOFF" -> "stopped";
            case "RESIZE" -> "active";
            case "VERIFY_RESIZE" -> "resized";
            default -> server.status().toLowerCase();
        };
    }

    private static int powerState(Server server) {
        return switch (server.status()) {
            case "ACTIVE", "VERIFY_RESIZE" -> 1;
            case "SHUTOFF" -> 4;
            default -> 0;
        };
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> version() {
        return object(
                "id",
                "v2.1",
                "status",
                "CURRENT",
                "version",
                "2." + Microversion.NEWEST,
                "min_version",
                "2." + Microversion.OLDEST,
                "updated",
                "2013-07-23T11:33:21Z",
                "links",
                List.of(object("rel", "self", "href", Cloud.address() + "/compute/v2.1/")));
    }
}
