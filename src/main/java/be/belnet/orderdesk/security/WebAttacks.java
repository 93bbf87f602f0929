package be.belnet.orderdesk.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Attacks over HTTP by somebody who is not signed in. None of them changes anything when it succeeds. */
class WebAttacks {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** The same place, written in several ways. */
    private static final List<String> SET_UP = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/setup;x=y/default/user/create");

    /** A browser takes what follows two slashes for a host. */
    private static final List<String> ELSEWHERE =
            List.of("//camunda/app/tasklist", "//elsewhere.example/camunda/app/tasklist");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .build();
    private final String base;

    /** @param base address of the application, without a slash at its end */
    WebAttacks(String base) {
        this.base = base;
    }

    List<Guard> guards() {
        return List.of(
                new Guard("set-up of the webapps out of reach (CVE-2026-77226)", () -> SET_UP.stream()
                        .allMatch(path -> status("POST", path) == NOT_FOUND)),
                new Guard("no redirect to another host by a double slash", () -> ELSEWHERE.stream()
                        .allMatch(path -> status("GET", path) == BAD_REQUEST)));
    }

    /** Without a profile no account could be made. */
    private int status(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LONGEST)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            throw new IllegalStateException("Guards cannot be tried at " + base, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while guards were tried", stopped);
        }
    }
}
