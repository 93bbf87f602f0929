package be.belnet.sandbox.faults;

import static be.belnet.sandbox.openstack.CloudCaller.PORTS;
import static be.belnet.sandbox.openstack.CloudCaller.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.openstack.CloudCaller;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers and ports looked up late or double. */
class OpenStackLookUpsTest {

    private static final String LATE = "{'fault':'lateLookUp','seconds':3600}";
    private static final String DOUBLE = "{'fault':'twoObjects'}";

    private static SandboxRunner sandbox;
    private static FaultyWorld world;

    private CloudCaller cloud;
    private String port;
    private String server;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        world = new FaultyWorld(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneServer() {
        sandbox.delete("/api/world");
        cloud = CloudCaller.logIn(sandbox);
        port = cloud.createPort("bams-1");
        server = cloud.createServer("bams-1", port);
    }

    @Test
    void newServerIsSeenLateInLists() {
        world.on("openstack", LATE);

        assertThat(servers("")).isEmpty();
        assertThat(servers("?tags=bams:bams-1")).isEmpty();
        assertThat(servers("/detail?tags=bams:bams-1")).isEmpty();
        assertThat(ports()).isEmpty();
    }

    @Test
    void whoKnowsItsIdSeesItAtOnce() {
        world.on("openstack", LATE);

        assertThat(cloud.get(SERVERS + "/" + server).statusCode()).isEqualTo(200);
        assertThat(cloud.get(PORTS + "/" + port).statusCode()).isEqualTo(200);
    }

    @Test
    void twinOfTheServerIsOnTheTwinOfThePort() {
        await().untilAsserted(() -> assertThat(ports("device_id")).containsExactly(server));
        world.on("openstack", DOUBLE);

        var servers = servers("/detail?tags=bams:bams-1");
        assertThat(servers).hasSize(2).contains(server).doesNotHaveDuplicates();
        assertThat(ports()).hasSize(2).contains(port).doesNotHaveDuplicates();
        assertThat(ports("device_id")).containsExactlyElementsOf(servers);
        assertThat(world.effects("openstack")).containsExactly("port created", "server created");
    }

    @Test
    void freePortHasAFreeTwin() {
        cloud.createPort("bams-2");
        world.on("openstack", DOUBLE);

        assertThat(cloud.<List<String>>read(PORTS + "?name=bams-2", "$.ports[*].device_id"))
                .containsExactly("", "");
    }

    @Test
    void twoServersHaveNoTwins() {
        var other = cloud.createServer("bams-2", cloud.createPort("bams-2"));
        world.on("openstack", DOUBLE);

        assertThat(servers("")).containsExactly(server, other);
    }

    private List<String> servers(String how) {
        return cloud.read(SERVERS + how, "$.servers[*].id");
    }

    private List<String> ports() {
        return ports("id");
    }

    private List<String> ports(String field) {
        return cloud.read(PORTS + "?name=bams-1", "$.ports[*]." + field);
    }
}
