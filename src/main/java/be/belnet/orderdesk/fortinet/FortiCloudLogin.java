package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.Renewed;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Keeps a FortiCloud token for one API. */
class FortiCloudLogin {
    private static final Set<Integer> SAME_CALL_ELSEWHERE = Set.of(307, 308);

    private final String name;
    private final PartnerClient http;
    private final FortinetProperties.Cloud settings;
    private final String clientId;
    private final Clock clock;
    private final Renewed<Token> tokens;

    /**
     * @param name as staff read it when the log-in is refused
     * @param clientId of the API that the token is for: {@code flexvm} or {@code assetmanagement}
     */
    FortiCloudLogin(String name, PartnerClient http, FortinetProperties.Cloud settings, String clientId, Clock clock) {
        this.name = name;
        this.http = http;
        this.settings = settings;
        this.clientId = clientId;
        this.clock = clock;
        this.tokens = new Renewed<>(clock, this::logIn);
    }

    Token token() {
        return tokens.get();
    }

    void refused(Token old) {
        tokens.refused(old);
    }

    record Token(String value) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    private Renewed.Granted<Token> logIn() {
        var answer = ask(settings.tokenUrl());
        if (SAME_CALL_ELSEWHERE.contains(answer.status())) {
            answer = ask(sameHost(answer));
        }
        if (!answer.successful()) {
            throw refusal(answer);
        }
        var granted = answer.as(Granted.class);
        if (granted.accessToken() == null || granted.expiresIn() <= 0) {
            throw answer.unreadable();
        }
        var token = new Token(granted.accessToken());
        return new Renewed.Granted<>(token, clock.instant().plusSeconds(granted.expiresIn()));
    }

    private PartnerAnswer ask(URI address) {
        var request = Map.of(
                "username",
                settings.username(),
                "password",
                settings.password(),
                "client_id",
                clientId,
                "grant_type",
                "password");
        return http.read(HttpMethod.POST, address, headers -> {}, request);
    }

    /** Fortinet redirects between addresses with and without a final slash; the password goes nowhere else. */
    private URI sameHost(PartnerAnswer answer) {
        var location = answer.headers().getLocation();
        var target = location == null ? null : settings.tokenUrl().resolve(location);
        if (target == null || !settings.tokenUrl().resolve("/").equals(target.resolve("/"))) {
            throw new PartnerRefusedException(name, "redirect", "log-in was sent to another host");
        }
        return target;
    }

    private PartnerRefusedException refusal(PartnerAnswer answer) {
        var body = answer.json();
        var code = body.path("error").asText(String.valueOf(answer.status()));
        var reason =
                body.path("error_description").asText(body.path("error_message").asText(""));
        return new PartnerRefusedException(name, code, "log-in: " + reason);
    }

    record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
