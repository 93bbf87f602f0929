package be.belnet.sandbox.faults;

import be.belnet.sandbox.SandboxRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A call over a socket of its own, so that nothing is repeated, completed or hidden by a client.
 *
 * @param received all that came until the connection was closed
 */
record RawCall(String received) {

    static RawCall post(SandboxRunner sandbox, String path, String token, String json) {
        return send(
                sandbox,
                "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\nX-Auth-Token: %s\r\n"
                                .formatted(path, token, token)
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(json.length(), json.replace('\'', '"')));
    }

    static RawCall delete(SandboxRunner sandbox, String path, String token) {
        return send(
                sandbox,
                "DELETE %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Auth-Token: %s\r\n\r\n"
                        .formatted(path, token));
    }

    /** Empty when there is none. */
    String statusLine() {
        return received.lines().findFirst().orElse("");
    }

    String body() {
        return received.substring(received.indexOf("\r\n\r\n") + 4);
    }

    int announcedLength() {
        return received.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static RawCall send(SandboxRunner sandbox, String request) {
        var port = URI.create(sandbox.address()).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new RawCall(untilClosed(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String untilClosed(InputStream answer) throws IOException {
        var received = new ByteArrayOutputStream();
        try {
            answer.transferTo(received);
        } catch (SocketException closedHard) {
            // Whatever came before counts
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
