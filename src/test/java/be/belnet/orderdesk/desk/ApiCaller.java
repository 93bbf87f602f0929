package be.belnet.orderdesk.desk;

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
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A script with a name and a password. */
public record ApiCaller(int port, String user, String language) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ANYTHING = "text/html, application/json";

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> postCsv(String path, String table) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(table)));
    }

    HttpResponse<String> postForm(String path, Map<String, String> fields) {
        return postForm(path, fields, ANYTHING);
    }

    /** @param type the only one that the answer may have */
    HttpResponse<String> postForm(String path, Map<String, String> fields, String type) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Accept", type)
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends one file and one field as a browser's form does; either may be null. */
    HttpResponse<String> postFile(String path, String kind, byte[] file) {
        return post(path, new Multipart().field("kind", kind).file("file", file));
    }

    /** Sends a form with files. */
    public HttpResponse<String> post(String path, Multipart form) {
        return send(
                request(path).header("Content-Type", Multipart.TYPE).POST(BodyPublishers.ofByteArray(form.bytes())));
    }

    ApiCaller as(String other) {
        return new ApiCaller(port, other, language);
    }

    ApiCaller reading(String other) {
        return new ApiCaller(port, user, other);
    }

    private HttpRequest.Builder request(String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", ANYTHING)
                .header("Accept-Language", language);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
