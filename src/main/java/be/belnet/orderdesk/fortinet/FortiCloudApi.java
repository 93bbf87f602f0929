package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerBusyException;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerGate;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * How all APIs behind FortiCloud are called: every call is a POST, one at a time and no more than allowed; HTTP status and
 * envelope must both say it went well.
 */
class FortiCloudApi {
    private static final String INVALID_TOKEN = "Invalid security token";

    private final String name;
    private final PartnerClient http;
    private final FortiCloudLogin login;
    private final URI url;
    private final PartnerGate gate;

    /** @param name as staff read it when a call is refused */
    FortiCloudApi(String name, PartnerClient http, FortiCloudLogin login, URI url, PartnerGate gate) {
        this.name = name;
        this.http = http;
        this.login = login;
        this.url = url;
        this.gate = gate;
    }

    /** A call that changes nothing. */
    PartnerAnswer read(String path, Map<String, ?> request) {
        return loggedIn((token, body) -> http.read(HttpMethod.POST, at(path), bearer(token), body), request);
    }

    PartnerAnswer change(String path, Map<String, ?> request) {
        return loggedIn((token, body) -> http.change(HttpMethod.POST, at(path), bearer(token), body), request);
    }

    /** A refused token is replaced once; the refused call did nothing. */
    private PartnerAnswer loggedIn(
            BiFunction<FortiCloudLogin.Token, Map<String, ?>, PartnerAnswer> call, Map<String, ?> request) {
        var answer = pass(call, request);
        return accepted(tokenRefused(answer) ? pass(call, request) : answer);
    }

    private PartnerAnswer pass(
            BiFunction<FortiCloudLogin.Token, Map<String, ?>, PartnerAnswer> call, Map<String, ?> request) {
        return gate.pass(
                () -> {
                    var token = login.token();
                    var answer = call.apply(token, request);
                    if (tokenRefused(answer)) {
                        login.refused(token);
                    }
                    return answer;
                },
                this::isError);
    }

    private URI at(String path) {
        return PartnerClient.at(url.toString(), path);
    }

    private static Consumer<HttpHeaders> bearer(FortiCloudLogin.Token token) {
        return headers -> headers.setBearerAuth(token.value());
    }

    private static boolean tokenRefused(PartnerAnswer answer) {
        var envelope = answer.json();
        return answer.status() == 401
                || envelope.path("status").asInt() == -1
                        && envelope.path("message").asText().startsWith(INVALID_TOKEN);
    }

    private PartnerAnswer accepted(PartnerAnswer answer) {
        var status = answer.json().path("status");
        if (answer.successful() && !status.isIntegralNumber()) {
            throw answer.unreadable();
        }
        if (isRefused(answer)) {
            throw refusal(answer, status.asInt());
        }
        return answer;
    }

    private static boolean isRefused(PartnerAnswer answer) {
        return !answer.successful() || answer.json().path("status").asInt() != 0;
    }

    /** Whoever comes too often has made no mistake. */
    private boolean isError(PartnerAnswer answer) {
        return isRefused(answer)
                && refusal(answer, answer.json().path("status").asInt()) instanceof PartnerRefusedException;
    }

    private PartnerException refusal(PartnerAnswer answer, int status) {
        return switch (status) {
            case -10 -> new PartnerBusyException(name, Duration.ofMinutes(1), "too many calls in the minute");
            case -11 -> new PartnerBusyException(name, Duration.ofHours(1), "too many calls in the hour");
            case -12 -> new PartnerBusyException(name, Duration.ofSeconds(10), "another call is under way");
            case -30 -> new PartnerBusyException(name, Duration.ofHours(1), "too many errors in the hour");
            default ->
                new PartnerRefusedException(
                        name,
                        String.valueOf(status == 0 ? answer.status() : status),
                        answer.json().path("message").asText());
        };
    }
}
