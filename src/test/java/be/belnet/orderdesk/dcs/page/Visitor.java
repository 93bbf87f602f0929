package be.belnet.orderdesk.dcs.page;

import be.belnet.orderdesk.Multipart;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with a link: no cookies, no password; follows where an act leads. */
public record Visitor(int port) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** @param fields names and values by turns */
    public HttpResponse<String> post(String path, String... fields) {
        String form = Stream.iterate(0, place -> place < fields.length, place -> place + 2)
                .map(place -> fields[place] + "=" + URLEncoder.encode(fields[place + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** The page that an act ends on. */
    public String act(String path, String... fields) {
        return follow(post(path, fields));
    }

    /** Sends a form with a file; the page that this ends on. */
    public String send(String path, Multipart form) {
        return follow(send(
                request(path).header("Content-Type", Multipart.TYPE).POST(BodyPublishers.ofByteArray(form.bytes()))));
    }

    private String follow(HttpResponse<String> answer) {
        return get(URI.create(answer.headers().firstValue("Location").orElseThrow())
                                .getRawPath()
                        + "?"
                        + URI.create(answer.headers().firstValue("Location").orElseThrow())
                                .getRawQuery())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
