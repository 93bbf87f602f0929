package be.belnet.orderdesk.benchmark;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started application, before a person who signs in there as {@code admin}. */
abstract class Site {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
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
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> post(String path, String form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    final String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
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
            Matcher token = TOKEN.matcher(get("/login").body());
            if (!token.find()) {
                throw new IllegalStateException("The log-in page has no form");
            }
            require(
                    post(
                            "/login",
                            "username=admin&password=admin&_csrf="
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
