package be.belnet.orderdesk.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Partners, mail server and DNS in a process of their own, who answer at once. */
final class Sandbox implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final int port = freePort();
    private final int smtpPort = freePort();
    private final int imapPort = freePort();
    private final int dnsPort = freePort();
    private final Jvm jvm;

    Sandbox(Path jar, Path log) throws IOException, InterruptedException {
        jvm = new Jvm(
                log,
                "900m",
                List.of(jar.toString()),
                Map.of("loader.main", "be.belnet.sandbox.SandboxApplication"),
                Launch.LAUNCHER,
                List.of(
                        "--server.port=" + port,
                        "--sandbox.database=jdbc:h2:mem:sandbox;DB_CLOSE_DELAY=-1",
                        "--sandbox.mail.smtp-port=" + smtpPort,
                        "--sandbox.mail.imap-port=" + imapPort,
                        "--sandbox.dns.port=" + dnsPort,
                        "--sandbox.fortinet.program.points=100000000",
                        "--sandbox.openstack.build-time=0s",
                        "--sandbox.openstack.bind-time=0s",
                        "--sandbox.fortimail.boot-time=0s"));
        awaitUp();
    }

    long pid() {
        return jvm.pid();
    }

    /** What a node has to know of this world. */
    List<String> settings() {
        String address = "http://127.0.0.1:" + port;
        return List.of(
                "--orderdesk.fortinet.cloud.token-url=" + address + "/forticloud/api/v1/oauth/token/",
                "--orderdesk.fortinet.flex.url=" + address + "/fortiflex/ES/api/fortiflex/v2",
                "--orderdesk.fortinet.care.url=" + address + "/forticare/ES/api/registration/v3",
                "--orderdesk.fortinet.mail.url=" + address + "/fortimail/{address}/api/v1",
                "--orderdesk.openstack.auth-url=" + address + "/openstack/identity/v3",
                "--orderdesk.sectigo.url=" + address + "/sectigo/api",
                "--orderdesk.harica.url=" + address + "/harica",
                "--orderdesk.digicert.url=" + address + "/digicert/services/v2",
                "--orderdesk.dns.resolvers=127.0.0.1:" + dnsPort,
                "--orderdesk.dns.web.http-port=" + port,
                "--orderdesk.intake.port=" + imapPort,
                "--spring.mail.port=" + smtpPort);
    }

    @Override
    public void close() {
        jvm.close();
    }

    private void awaitUp() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/faults"))
                .build();
        long begin = System.nanoTime();
        while (!answers(request)) {
            jvm.requireAlive();
            if (System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IllegalStateException("The sandbox does not answer");
            }
            Meter.sleep(Duration.ofMillis(200));
        }
    }

    private static boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
