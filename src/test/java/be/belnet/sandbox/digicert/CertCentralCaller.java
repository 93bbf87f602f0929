package be.belnet.sandbox.digicert;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Speaks to CertCentral as any program would: with a key, below its base address. */
record CertCentralCaller(SandboxRunner sandbox) {
    private static final String ROOT = "/digicert/services/v2/";

    HttpResponse<String> get(String path) {
        return get(path, "devkey", "application/json");
    }

    HttpResponse<String> get(String path, String key, String accept) {
        return sandbox.send(sandbox.request(ROOT + path)
                .header("X-DC-DEVKEY", key)
                .header("Accept", accept)
                .GET());
    }

    HttpResponse<String> put(String path, String json) {
        return sandbox.send(sandbox.request(ROOT + path)
                .header("X-DC-DEVKEY", "devkey")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    <T> T read(String path, String what) {
        return JsonPath.read(get(path).body(), what);
    }

    /** Over a socket, because the clients of Java send no query that is not encoded. Returns the body. */
    String getRaw(String path) {
        var port = URI.create(sandbox.address()).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            var request = "GET %s%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-DC-DEVKEY: devkey\r\n\r\n";
            socket.getOutputStream().write(request.formatted(ROOT, path).getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
