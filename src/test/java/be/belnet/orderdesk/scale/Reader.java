package be.belnet.orderdesk.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One member of staff who is signed in, as by a browser. */
class Reader {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int WARM = 30;
    private static final int TIMES = 100;

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    Reader(int port, String user) {
        address = "http://localhost:" + port;
        Matcher token = FORM_TOKEN.matcher(send(request("/login")).body());
        if (!token.find()) {
            throw new IllegalStateException("no log-in page");
        }
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=%s&password=%s&_csrf=%s".formatted(user, user, token.group(1)))));
    }

    /** Tasklist's lists that the person sees: ids by names. */
    Map<String, String> filters() {
        try {
            Map<String, String> filters = new LinkedHashMap<>();
            for (JsonNode filter :
                    new ObjectMapper().readTree(read(ENGINE + "/filter?resourceType=Task&maxResults=100"))) {
                filters.put(filter.path("name").asText(), filter.path("id").asText());
            }
            return filters;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    Timing time(String what, String path) {
        return time(what, () -> read(path));
    }

    /** The first page of a list, asked for as Tasklist does. */
    Timing timeOfPage(String what, String filter) {
        return time(
                what,
                () -> checked(
                        ENGINE + "/filter/" + filter + "/list",
                        request(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15")
                                .header("Content-Type", "application/json")
                                .header("X-XSRF-TOKEN", token())
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}], \"active\": true}"))));
    }

    private Timing time(String what, Runnable asked) {
        for (int time = 0; time < WARM; time++) {
            asked.run();
        }
        long[] nanos = new long[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            asked.run();
            nanos[time] = System.nanoTime() - begin;
        }
        return Timing.of(what, nanos);
    }

    /** Of the webapps, which they send with every changing call. */
    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private String read(String path) {
        return checked(path, request(path));
    }

    private String checked(String path, HttpRequest.Builder asked) {
        HttpResponse<String> answer = send(asked);
        if (answer.statusCode() / 100 > 3) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html, application/hal+json, application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
