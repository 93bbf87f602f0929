package be.belnet.orderdesk.security;

import be.belnet.orderdesk.Multipart;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's browser: keeps cookies, follows no redirect, sends the webapps' token when there is one. */
public class Browser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient client;
    private final String base;
    private String language = "en";

    public Browser(int port) {
        this(port, new CookieManager());
    }

    Browser(int port, CookieManager cookies) {
        this.base = "http://localhost:" + port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** The same browser with the same cookies, at another node. */
    public Browser at(int port) {
        return new Browser(port, cookies);
    }

    public Browser reading(String language) {
        this.language = language;
        return this;
    }

    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    HttpResponse<String> getAs(String user, String path) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Authorization", basic(user))
                .GET());
    }

    HttpResponse<String> postAs(String user, String path, String body, String token) {
        return send(request(path)
                .header("X-XSRF-TOKEN", token)
                .header("Authorization", basic(user))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A changing call with the webapps' token. */
    public HttpResponse<String> call(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> callWithoutToken(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String path, String form) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a file by a form of a page; without the page's token where there is no page. */
    public HttpResponse<String> upload(String page, String path, String kind, byte[] file) {
        String token = page == null ? null : formToken(page);
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(new Multipart()
                        .field("_csrf", token)
                        .field("kind", kind)
                        .file("file", file)
                        .bytes())));
    }

    public Browser signIn(String user) {
        var answer =
                form("/login", "username=" + user + "&password=" + user + "&_csrf=" + encoded(formToken("/login")));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("Sign-in of " + user + " refused: " + answer.statusCode());
        }
        return this;
    }

    /** Spring's token in the form of a page. */
    String formToken(String path) {
        Matcher token = FORM_TOKEN.matcher(page(path).body());
        if (!token.find()) {
            throw new AssertionError("No form on " + path);
        }
        return token.group(1);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("none");
    }

    /** As they are sent. */
    public List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList();
    }

    /** The webapps' token. */
    public String token() {
        return cookie("XSRF-TOKEN");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
