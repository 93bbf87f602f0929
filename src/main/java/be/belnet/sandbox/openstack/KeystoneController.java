package be.belnet.sandbox.openstack;

import static be.belnet.sandbox.openstack.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Keystone v3: log-in and the catalog of the other services. */
@RestController
class KeystoneController {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final OpenStackSettings settings;
    private final Tokens tokens;

    KeystoneController(OpenStackSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    @GetMapping({"/openstack/identity", "/openstack/identity/"})
    ResponseEntity<Object> versions() {
        return ResponseEntity.status(300).body(object("versions", object("values", List.of(version()))));
    }

    @GetMapping({"/openstack/identity/v3", "/openstack/identity/v3/"})
    Map<String, Object> versionThree() {
        return object("version", version());
    }

    @PostMapping("/openstack/identity/v3/auth/tokens")
    ResponseEntity<Object> logIn(@RequestBody JsonNode request) {
        var auth = request.path("auth");
        var method = auth.at("/identity/methods/0").asText();
        if (method.isEmpty()) {
            throw OpenStackError.keystoneBadRequest("Expecting to find methods in identity.");
        }
        if (!accepted(method, auth)) {
            throw OpenStackError.unauthorized();
        }
        var now = Instant.now();
        var expiresAt = now.plus(settings.tokenLife());
        return ResponseEntity.status(201)
                .header("X-Subject-Token", tokens.issue(expiresAt))
                .header("Vary", "X-Auth-Token")
                .body(object("token", token(method, now, expiresAt)));
    }

    @DeleteMapping("/openstack/identity/v3/auth/tokens")
    ResponseEntity<Void> revoke(@RequestHeader("X-Subject-Token") String token) {
        return ResponseEntity.noContent().build();
    }

    private boolean accepted(String method, JsonNode auth) {
        return switch (method) {
            case "password" -> passwordAccepted(auth);
            case "application_credential" -> credentialAccepted(auth);
            default -> false;
        };
    }

    private boolean passwordAccepted(JsonNode auth) {
        var user = auth.at("/identity/password/user");
        var project = auth.at("/scope/project");
        return user.path("name").asText().equals(settings.user())
                && user.path("password").asText().equals(settings.password())
                && defaultDomain(user.path("domain"))
                && project.path("name").asText().equals(settings.project())
                && defaultDomain(project.path("domain"));
    }

    private boolean credentialAccepted(JsonNode auth) {
        var credential = auth.at("/identity/application_credential");
        return auth.path("scope").isMissingNode()
                && credential.path("id").asText().equals(settings.applicationCredentialId())
                && credential.path("secret").asText().equals(settings.applicationCredentialSecret());
    }

    private static boolean defaultDomain(JsonNode domain) {
        return domain.path("id").asText().equals("default")
                || domain.path("name").asText().equals("Default");
    }

    private Map<String, Object> token(String method, Instant issuedAt, Instant expiresAt) {
        var domain = object("id", "default", "name", "Default");
        return object(
                "methods", List.of(method),
                "user",
                        object(
                                "domain",
                                domain,
                                "id",
                                id(settings.user()),
                                "name",
                                settings.user(),
                                "password_expires_at",
                                null),
                "audit_ids", List.of(UUID.randomUUID().toString().substring(0, 22)),
                "expires_at", MICROSECONDS.format(expiresAt),
                "issued_at", MICROSECONDS.format(issuedAt),
                "project", object("domain", domain, "id", id(settings.project()), "name", settings.project()),
                "is_domain", false,
                "roles", List.of(object("id", id("member"), "name", "member")),
                "catalog", catalog());
    }

    private static List<Object> catalog() {
        return List.of(
                service("identity", "keystone", "/identity/v3"),
                service("compute", "nova", "/compute/v2.1"),
                service("network", "neutron", "/network"),
                service("image", "glance", "/image"));
    }

    private static Map<String, Object> service(String type, String name, String path) {
        var endpoints = List.of("public", "internal", "admin").stream()
                .map(kind -> object(
                        "id",
                        id(name + kind),
                        "interface",
                        kind,
                        "region",
                        "RegionOne",
                        "region_id",
                        "RegionOne",
                        "url",
                        Cloud.address() + path))
                .toList();
        return object("id", id(name), "type", type, "name", name, "endpoints", endpoints);
    }

    private static Map<String, Object> version() {
        return object(
                "id", "v3.14",
                "status", "stable",
                "updated", "2020-04-07T00:00:00Z",
                "links", List.of(object("rel", "self", "href", Cloud.address() + "/identity/v3/")),
                "media-types",
                        List.of(object(
                                "base", "application/json", "type", "application/vnd.openstack.identity-v3+json")));
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes()).toString().replace("-", "");
    }
}
