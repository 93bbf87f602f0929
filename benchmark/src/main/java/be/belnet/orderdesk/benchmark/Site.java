package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A started application, before an administrator who signs in there. */
abstract class Site {
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    private Site(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    static Site orderdesk(int port) {
        return new OrderdeskSite(port);
    }

    static Site starter(int port) {
        return new StarterSite(port);
    }

    /** Whether the log-in page is there. */
    final boolean isUp() throws InterruptedException {
        try {
            return get(logInPage()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    abstract String logInPage();

    /** @throws IllegalStateException when it is refused */
    abstract void signIn() throws IOException, InterruptedException;

    /** What Tasklist and Cockpit read all the time. */
    final void read() throws IOException, InterruptedException {
        for (String path : new String[] {
            "/camunda/api/engine/engine/default/task?maxResults=50",
            "/camunda/api/engine/engine/default/process-definition?latestVersion=true",
            "/camunda/app/tasklist/default/"
        }) {
            require(get(path), 200);
        }
    }

    final HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    final HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    final String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** As a proxy passes it on that speaks TLS with people. */
    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("X-Forwarded-Proto", "https");
    }

    /** Keeps cookies like a browser before that proxy, which sends secure ones too. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        for (String given : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(given).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        return answer;
    }

    static void require(HttpResponse<?> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode());
        }
    }

    private static final class OrderdeskSite extends Site {
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

        private OrderdeskSite(int port) {
            super(port);
        }

        @Override
        String logInPage() {
            return "/login";
        }

        @Override
        void signIn() throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get("/break-glass").body());
            if (!token.find()) {
                throw new IllegalStateException("The log-in page has no form");
            }
            require(
                    post(
                            "/break-glass",
                            "username=breakglass&password=" + Installed.PASSWORD + "&_csrf="
                                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)),
                    302);
        }
    }

    private static final class StarterSite extends Site {
        private StarterSite(int port) {
            super(port);
        }

        @Override
        String logInPage() {
            return "/camunda/app/welcome/default/";
        }

        @Override
        void signIn() throws IOException, InterruptedException {
            get(logInPage());
            require(
                    post(
                            "/camunda/api/admin/auth/user/default/login/welcome",
                            "username=admin&password=admin",
                            "X-XSRF-TOKEN",
                            cookie("XSRF-TOKEN")),
                    200);
        }
    }
}
