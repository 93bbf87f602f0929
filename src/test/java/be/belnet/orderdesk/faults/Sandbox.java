package be.belnet.orderdesk.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The outside world in a process of its own, with its ledger. */
final class Sandbox {
    private static final List<String> PARTNERS =
            List.of("forticloud", "fortiflex", "forticare", "openstack", "fortimail");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Http.freePort();
    private final int smtpPort = Http.freePort();
    private final int dnsPort = Http.freePort();
    private final String database;
    private final ChildProcess process;

    Sandbox(Path folder, Path log) {
        database = "jdbc:h2:file:" + folder.resolve("sandbox") + ";AUTO_SERVER=TRUE;TRACE_LEVEL_FILE=0";
        process = ChildProcess.start(
                SandboxMain.class,
                log,
                "640m",
                List.of(
                        "--server.port=" + port,
                        "--sandbox.database=" + database,
                        "--sandbox.mail.smtp-port=" + smtpPort,
                        "--sandbox.mail.imap-port=0",
                        "--sandbox.dns.port=" + dnsPort,
                        "--sandbox.fortinet.program.points=100000000",
                        "--sandbox.openstack.build-time=1s",
                        "--sandbox.fortimail.boot-time=500ms"));
    }

    void awaitUp() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::isUp);
    }

    private boolean isUp() {
        try {
            return send(port + "/api/faults", "GET", "").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    int smtpPort() {
        return smtpPort;
    }

    /** What a node has to know of this world. */
    List<String> settings() {
        return List.of(
                "--orderdesk.faults.sandbox=" + address(),
                "--orderdesk.fortinet.cloud.token-url=" + address() + "/forticloud/api/v1/oauth/token/",
                "--orderdesk.fortinet.flex.url=" + address() + "/fortiflex/ES/api/fortiflex/v2",
                "--orderdesk.fortinet.care.url=" + address() + "/forticare/ES/api/registration/v3",
                "--orderdesk.fortinet.mail.url=" + address() + "/fortimail/{address}/api/v1",
                "--orderdesk.sectigo.url=" + address() + "/sectigo/api",
                "--orderdesk.harica.url=" + address() + "/harica",
                "--orderdesk.openstack.auth-url=" + address() + "/openstack/identity/v3",
                "--orderdesk.digicert.url=" + address() + "/digicert/services/v2",
                "--orderdesk.dns.resolvers=127.0.0.1:" + dnsPort,
                "--spring.mail.port=" + smtpPort);
    }

    /** Has a partner go wrong, as docs/sandbox.md says, until {@link #heal}. */
    void fail(String partner, String fault) {
        HttpResponse<String> answer = send(port + "/api/faults/" + partner, "PUT", fault);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    void heal() {
        PARTNERS.forEach(partner -> send(port + "/api/faults/" + partner, "DELETE", ""));
    }

    /** Has a domain's mail go to a host. */
    void routeMail(String domain, String host) {
        HttpResponse<String> answer = send(
                port + "/api/dns/records",
                "POST",
                Http.text(Map.of("name", domain, "type", "MX", "ttl", 60, "value", "10 " + host + ".")));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    /** Nothing is published of the domain any more. */
    void withdraw(String domain) {
        Http.json(send(port + "/api/dns/records?name=" + domain, "GET", "").body())
                .forEach(record ->
                        send(port + "/api/dns/records/" + record.path("id").asText(), "DELETE", ""));
    }

    /** The ledger and the mails as they were delivered, to be read only. */
    JdbcClient ledger() {
        return JdbcClient.create(new DriverManagerDataSource(database, "sa", ""));
    }

    void close() {
        process.kill();
    }

    private HttpResponse<String> send(String portAndPath, String method, String body) {
        return Http.send(
                client,
                Http.request("http://127.0.0.1:" + portAndPath)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
