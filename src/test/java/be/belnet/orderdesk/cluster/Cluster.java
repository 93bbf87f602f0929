package be.belnet.orderdesk.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.mail.MailServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;

/** A PostgreSQL that begins empty, with the two users of production, a sandbox, and nodes that share both. */
public final class Cluster implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final SandboxRunner sandbox;
    private final List<Node> nodes = new ArrayList<>();
    private int begun;

    private Cluster(EmbeddedPostgres postgres, SandboxRunner sandbox) {
        this.postgres = postgres;
        this.sandbox = sandbox;
    }

    /** @param nodes how many to start, all at once */
    static Cluster start(int nodes) {
        try {
            var cluster = new Cluster(
                    EmbeddedPostgres.builder().start(),
                    SandboxRunner.start(
                            "--sandbox.openstack.build-time=600ms",
                            "--sandbox.openstack.delete-time=200ms",
                            "--sandbox.fortimail.boot-time=400ms"));
            cluster.database()
                    .sql(Files.readString(Path.of("deploy/database/roles.sql")))
                    .update();
            cluster.addOrClose(nodes);
            return cluster;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void addOrClose(int nodes) {
        try {
            add(nodes);
        } catch (RuntimeException | AssertionError notStarted) {
            close();
            throw notStarted;
        }
    }

    void replaceLostNodes() {
        int before = nodes.size();
        nodes.removeIf(node -> !node.isAlive());
        add(before - nodes.size());
    }

    private void add(int more) {
        var started = Stream.generate(this::begin).limit(more).toList();
        started.forEach(Node::untilStarted);
    }

    Node node(int number) {
        return nodes.get(number);
    }

    public List<Integer> ports() {
        return nodes.stream().map(Node::port).toList();
    }

    /** Ends a node at once, as a power cut does. */
    public void kill(int number) {
        nodes.get(number).kill();
    }

    /** Has a partner fail as docs/sandbox.md says. */
    void partner(String name, String fault) {
        assertThat(sandbox.put("/api/faults/" + name, fault).statusCode()).isEqualTo(200);
    }

    /** How often partners did something of this kind, such as {@code licence created}. */
    long effects(String kind) {
        return sandbox.bean(Ledger.class).effects(null, null).stream()
                .filter(effect -> effect.kind().equals(kind))
                .count();
    }

    public JdbcClient database() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private Node begin() {
        var node = Node.start("node-" + ++begun, TestSocketUtils.findAvailableTcpPort(), settings());
        nodes.add(node);
        return node;
    }

    private List<String> settings() {
        String partners = sandbox.address();
        return List.of(
                "--spring.datasource.url=jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "--spring.datasource.username=orderdesk",
                "--spring.flyway.user=orderdesk_owner",
                "--spring.mail.port=" + sandbox.bean(MailServer.class).smtpPort(),
                "--management.server.port=-1",
                "--orderdesk.sandbox=false",
                "--orderdesk.fortinet.cloud.token-url=" + partners + "/forticloud/api/v1/oauth/token/",
                "--orderdesk.fortinet.flex.url=" + partners + "/fortiflex/ES/api/fortiflex/v2",
                "--orderdesk.fortinet.care.url=" + partners + "/forticare/ES/api/registration/v3",
                "--orderdesk.fortinet.mail.url=" + partners + "/fortimail/{address}/api/v1",
                "--orderdesk.sectigo.url=" + partners + "/sectigo/api",
                "--orderdesk.harica.url=" + partners + "/harica",
                "--orderdesk.openstack.auth-url=" + partners + "/openstack/identity/v3",
                "--orderdesk.bams.watch=PT1S",
                "--orderdesk.correspondence.interval=1s",
                "--camunda.bpm.job-execution.core-pool-size=1",
                "--camunda.bpm.job-execution.max-pool-size=1",
                "--camunda.bpm.job-execution.wait-time-in-millis=200",
                "--camunda.bpm.job-execution.max-wait=1000");
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        sandbox.close();
        try {
            postgres.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
