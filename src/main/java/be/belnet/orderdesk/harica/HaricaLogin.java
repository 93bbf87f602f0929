package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.Renewed;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The log-in to CertManager, as people have it: the token of a page, with its cookies, lets send the password; the answer
 * is a token (JWT) with which another page is asked for, whose own token goes with all calls.
 */
class HaricaLogin {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*__RequestVerificationToken[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]+)\"");
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PartnerClient http;
    private final HaricaProperties settings;
    private final Clock clock;
    private final Renewed<Session> sessions;

    HaricaLogin(PartnerClient http, HaricaProperties settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
        this.sessions = new Renewed<>(clock, this::logIn);
    }

    Session session() {
        return sessions.get();
    }

    void refused(Session old) {
        sessions.refused(old);
    }

    /** @param cookies as they are sent; empty without any */
    record Page(String verification, String cookies) {}

    /** @param jwt null before the log-in */
    record Session(String jwt, Page page) {
        void sayWho(HttpHeaders headers) {
            headers.set("RequestVerificationToken", page.verification());
            if (!page.cookies().isEmpty()) {
                headers.set(HttpHeaders.COOKIE, page.cookies());
            }
            if (jwt != null) {
                headers.set(HttpHeaders.AUTHORIZATION, jwt);
            }
        }

        @Override
        public String toString() {
            return "Session";
        }
    }

    private Renewed.Granted<Session> logIn() {
        var before = new Session(null, page(null, ""));
        var answer = http.read(HttpMethod.POST, at(logInPath()), before::sayWho, credentials());
        if (!answer.successful()) {
            throw new PartnerRefusedException(HaricaApi.NAME, String.valueOf(answer.status()), "the log-in");
        }
        var jwt = answer.text().strip().replace("\"", "");
        var endsAt = expiry(jwt, answer);
        return new Renewed.Granted<>(new Session(jwt, page(jwt, before.page().cookies())), endsAt);
    }

    private String logInPath() {
        return settings.totpSeed().isBlank() ? "/api/User/Login" : "/api/User/Login2FA";
    }

    private Map<String, String> credentials() {
        var credentials = new LinkedHashMap<String, String>();
        credentials.put("email", settings.email());
        credentials.put("password", settings.password());
        if (!settings.totpSeed().isBlank()) {
            credentials.put("token", OneTimeCode.at(clock.instant(), settings.totpSeed()));
        }
        return credentials;
    }

    private Page page(String jwt, String cookies) {
        var answer = http.read(HttpMethod.GET, at("/"), headers -> askForPage(headers, jwt, cookies), null);
        var input = INPUT.matcher(answer.successful() ? answer.text() : "");
        var value = VALUE.matcher(input.find() ? input.group() : "");
        if (!value.find()) {
            throw answer.unreadable();
        }
        var given = given(answer);
        return new Page(value.group(1), given.isEmpty() ? cookies : given);
    }

    private static void askForPage(HttpHeaders headers, String jwt, String cookies) {
        headers.setAccept(List.of(MediaType.TEXT_HTML));
        if (jwt != null) {
            headers.set(HttpHeaders.AUTHORIZATION, jwt);
        }
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
    }

    private static String given(PartnerAnswer answer) {
        return answer.headers().getOrEmpty(HttpHeaders.SET_COOKIE).stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static Instant expiry(String jwt, PartnerAnswer answer) {
        var parts = JWT.matcher(jwt);
        if (!parts.matches()) {
            throw answer.unreadable();
        }
        try {
            var expiry =
                    JSON.readTree(Base64.getUrlDecoder().decode(parts.group(1))).path("exp");
            if (!expiry.isNumber()) {
                throw answer.unreadable();
            }
            return Instant.ofEpochSecond(expiry.asLong());
        } catch (IOException | IllegalArgumentException noClaims) {
            throw answer.unreadable();
        }
    }

    private URI at(String path) {
        return PartnerClient.at(settings.url().toString(), path);
    }
}
