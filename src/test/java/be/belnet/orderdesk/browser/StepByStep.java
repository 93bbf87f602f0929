package be.belnet.orderdesk.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Goes where redirects lead one at a time, with the cookies of each host, secure ones included as a browser does on its own machine. */
class StepByStep {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    record Step(int status, String location, String body) {}

    Step get(String address) {
        return send(address, HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
    }

    Step post(String address, String form) {
        return send(
                address,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private Step send(String address, HttpRequest.Builder request) {
        Map<String, String> theirs =
                cookies.computeIfAbsent(URI.create(address).getHost(), host -> new LinkedHashMap<>());
        if (!theirs.isEmpty()) {
            request.header(
                    "Cookie",
                    theirs.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = answer(request.build());
        answer.headers().allValues("Set-Cookie").forEach(line -> {
            String[] cookie = line.split(";", 2)[0].split("=", 2);
            theirs.put(cookie[0], cookie[1]);
        });
        return new Step(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse("none, but status " + answer.statusCode()),
                answer.body());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
