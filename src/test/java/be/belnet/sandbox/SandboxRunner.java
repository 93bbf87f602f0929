package be.belnet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A sandbox with a world of its own on free ports; close it when done. */
public final class SandboxRunner implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private SandboxRunner(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts an empty world in memory, with more settings as {@code --name=value}. */
    public static SandboxRunner start(String... settings) {
        return startWith("jdbc:h2:mem:" + UUID.randomUUID(), settings);
    }

    /** Starts with the world of a database, as the one before left it. */
    public static SandboxRunner startWith(String database, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--sandbox.database=" + database,
                "--sandbox.mail.smtp-port=0",
                "--sandbox.mail.imap-port=0",
                "--sandbox.dns.port=0"));
        all.addAll(List.of(settings));
        return new SandboxRunner(SandboxApplication.start(all.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    @Override
    public void close() {
        context.close();
    }
}
