package be.belnet.orderdesk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One member of staff who is signed in at one node. Throws {@link NotAnsweredException} when the node does not serve. */
final class Session {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String address;

    private Session(String address) {
        this.address = address;
    }

    static Session signIn(Node node, String user) {
        Session session = new Session(node.address());
        session.signIn(user);
        return session;
    }

    /** @param path below the engine's */
    JsonNode read(String path) {
        HttpResponse<String> answer =
                Http.send(client, Http.request(address + ENGINE + path).header("Accept", "application/json"));
        return Http.json(served(answer).body());
    }

    /** A changing call; answered with whatever is said below 500. */
    HttpResponse<String> change(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    /** As {@link #change}, for what is set rather than done. */
    HttpResponse<String> put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body) {
        HttpResponse<String> answer = Http.send(
                client,
                Http.request(address + ENGINE + path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                        .method(method, BodyPublishers.ofString(Http.text(body))));
        return served(answer);
    }

    private void signIn(String user) {
        HttpResponse<String> page = Http.send(client, Http.request(address + "/login"));
        Matcher token = FORM_TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new NotAnsweredException("log-in page of " + address);
        }
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(user, user, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        HttpResponse<String> answer = Http.send(
                client,
                Http.request(address + "/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("error").contains("error")) {
            throw new NotAnsweredException("sign-in of " + user + ": " + answer.statusCode());
        }
    }

    private static HttpResponse<String> served(HttpResponse<String> answer) {
        if (answer.statusCode() == 401 || answer.statusCode() == 302 || answer.statusCode() >= 500) {
            throw new NotAnsweredException("HTTP status " + answer.statusCode());
        }
        return answer;
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("none");
    }
}
