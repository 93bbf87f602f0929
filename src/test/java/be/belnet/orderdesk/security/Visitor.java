package be.belnet.orderdesk.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** Somebody who tries addresses: with the session of a browser, at the machines' API with a password. */
class Visitor {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final String base;
    private final String user;
    private final Browser browser;
    private final HttpClient client;
    private final HttpClient machine = HttpClient.newHttpClient();
    private final CookieManager cookies = new CookieManager();

    /** @param user null for nobody */
    Visitor(int port, String user) {
        this.base = "http://localhost:" + port;
        this.user = user;
        this.browser = new Browser(port, cookies);
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
        if (user != null) {
            browser.signIn(user);
        }
    }

    String user() {
        return user;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** @param body Json for scripts and the API, a form for pages; null for none */
    HttpResponse<String> send(String method, String path, String body) {
        boolean api = path.startsWith("/api/");
        boolean script = api || path.startsWith("/desk/") || path.startsWith("/camunda/");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Language", "en")
                .header("Accept", "*/*");
        if (body != null) {
            request.header("Content-Type", script ? "application/json" : "application/x-www-form-urlencoded");
        }
        if (api && user != null) {
            request.header("Authorization", basic());
        } else if (!api) {
            request.header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return (api ? machine : client).send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether somebody was turned away at the door: what comes after it may still not be there, or make no sense. */
    static boolean isLetIn(HttpResponse<String> answer) {
        boolean toLogIn = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/login");
        return !toLogIn && !REFUSED.contains(answer.statusCode());
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }
}
