package be.belnet.orderdesk.production;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A partner, a mail relay and a mail box on this machine, as far as they answer whoever does not sign in. */
class Servers implements AutoCloseable {
    private final SSLContext tls;
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final int partner;
    private final int relay;
    private final int box;

    Servers(SSLContext tls) {
        this.tls = tls;
        partner = serve(socket -> encrypt(socket));
        relay = serve(socket -> {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, "220 relay");
            in.readLine();
            say(socket, "250-relay\r\n250 STARTTLS");
            in.readLine();
            say(socket, "220 go ahead");
            encrypt(socket);
        });
        box = serve(socket -> say(encrypt(socket), "* OK IMAP4rev1"));
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        List.of(
                        "orderdesk.fortinet.cloud.token-url",
                        "orderdesk.fortinet.flex.url",
                        "orderdesk.fortinet.care.url",
                        "orderdesk.digicert.url",
                        "orderdesk.sectigo.url",
                        "orderdesk.harica.url",
                        "orderdesk.openstack.auth-url")
                .forEach(setting -> settings.put(setting, "https://localhost:%d/api".formatted(partner)));
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", String.valueOf(relay));
        settings.put("orderdesk.intake.host", "localhost");
        settings.put("orderdesk.intake.port", String.valueOf(box));
        settings.put("orderdesk.intake.encryption", "tls");
        return settings;
    }

    private int serve(Talk talk) {
        try {
            var server = new ServerSocket(0);
            sockets.add(server);
            var thread = new Thread(() -> serve(server, talk));
            thread.setDaemon(true);
            thread.start();
            return server.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void serve(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk.with(socket);
            } catch (IOException hungUp) {
                // who does not trust the certificate hangs up
            }
        }
    }

    private Socket encrypt(Socket socket) throws IOException {
        var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        encrypted.startHandshake();
        return encrypted;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }

    /** What is said to whoever calls. */
    private interface Talk {
        void with(Socket socket) throws IOException;
    }
}
