package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.Renewed;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/** Logs in, keeps the token, and knows where the other services are. */
class Keystone {
    private final PartnerClient http;
    private final OpenStackProperties properties;
    private final Renewed<Session> sessions;

    Keystone(PartnerClient http, OpenStackProperties properties, Clock clock) {
        this.http = http;
        this.properties = properties;
        this.sessions = new Renewed<>(clock, this::logIn);
    }

    Session session() {
        return sessions.get();
    }

    void refused(Session old) {
        sessions.refused(old);
    }

    /** @param services base address by type: {@code compute}, {@code network}, {@code image} */
    record Session(String token, Map<String, String> services) {
        String address(String service) {
            return Optional.ofNullable(services.get(service))
                    .orElseThrow(() -> new PartnerRefusedException(
                            OpenStack.NAME, "catalog", "offers no service of type " + service));
        }

        @Override
        public String toString() {
            return "Session";
        }
    }

    private Renewed.Granted<Session> logIn() {
        var request = Map.of("auth", properties.credentials().application() ? byCredential() : byPassword());
        var address = PartnerClient.at(properties.authUrl().toString(), "/auth/tokens");
        var answer = http.read(HttpMethod.POST, address, headers -> {}, request);
        if (!answer.successful()) {
            throw OpenStack.refusal(answer);
        }
        return session(answer);
    }

    private Renewed.Granted<Session> session(PartnerAnswer answer) {
        var token = answer.headers().getFirst("X-Subject-Token");
        var issued = answer.as(TokenAnswer.class).token();
        if (token == null || issued == null || issued.expiresAt() == null || issued.catalog() == null) {
            throw answer.unreadable();
        }
        var services = new HashMap<String, String>();
        issued.catalog().forEach(service -> address(service).ifPresent(url -> services.put(service.type(), url)));
        return new Renewed.Granted<>(new Session(token, Map.copyOf(services)), Instant.parse(issued.expiresAt()));
    }

    private Optional<String> address(Service service) {
        return service.endpoints().stream()
                .filter(endpoint -> "public".equals(endpoint.kind()))
                .filter(endpoint ->
                        properties.region() == null || properties.region().equals(endpoint.region()))
                .map(endpoint -> trusted(endpoint.url()))
                .findFirst();
    }

    /** A catalog must not lead the token to a host nobody configured. */
    private String trusted(String url) {
        var host = URI.create(url).getHost();
        if (!properties.authUrl().getHost().equals(host) && !properties.hosts().contains(host)) {
            throw new PartnerRefusedException(
                    OpenStack.NAME, "catalog", "names a host that is not configured: " + host);
        }
        return url.replaceAll("/+$", "");
    }

    private Map<String, Object> byCredential() {
        var credentials = properties.credentials();
        var credential = Map.of(
                "id", credentials.applicationCredentialId(), "secret", credentials.applicationCredentialSecret());
        return Map.of(
                "identity", Map.of("methods", List.of("application_credential"), "application_credential", credential));
    }

    private Map<String, Object> byPassword() {
        var credentials = properties.credentials();
        var user = Map.of(
                "name", credentials.user(),
                "password", credentials.password(),
                "domain", Map.of("name", credentials.userDomain()));
        var project = Map.of("name", credentials.project(), "domain", Map.of("name", credentials.projectDomain()));
        return Map.of(
                "identity", Map.of("methods", List.of("password"), "password", Map.of("user", user)),
                "scope", Map.of("project", project));
    }

    record TokenAnswer(Token token) {}

    record Token(@JsonProperty("expires_at") String expiresAt, List<Service> catalog) {}

    record Service(String type, List<Endpoint> endpoints) {}

    record Endpoint(@JsonProperty("interface") String kind, String region, String url) {}
}
