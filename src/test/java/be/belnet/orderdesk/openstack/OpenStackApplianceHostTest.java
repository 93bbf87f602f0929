package be.belnet.orderdesk.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.Appliance.State;
import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.bams.ListedAppliance;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import be.belnet.orderdesk.partner.PartnerWorld;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.openstack.Cloud;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OpenStackApplianceHostTest {
    private static final String ORDER = "BAMS-2026-00042";
    private static final ApplianceRequest REQUEST =
            new ApplianceRequest(2, "kbr.mx.belnet.example", "LICENSE-TOKEN:0123456789ABCDEF0123");

    private static PartnerWorld world;
    private static ApplianceHost host;

    @BeforeAll
    static void start() {
        world = PartnerWorld.start();
        host = world.bean(ApplianceHost.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void emptyWorld() {
        world.sandbox().delete("/api/world");
    }

    @Test
    void nothingIsFoundBeforeItIsMade() {
        assertThat(host.find(ORDER)).isEmpty();
        assertThat(host.look("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    @Test
    void applianceBecomesReadyOnItsAddress() {
        var created = host.create(ORDER, REQUEST);

        assertThat(created.state()).isEqualTo(State.BUILDING);
        assertThat(created.address()).isNull();
        var ready = reaches(created, State.READY);
        assertThat(ready.address()).startsWith("192.0.2.");
        assertThat(host.find(ORDER)).contains(ready);
    }

    @Test
    void allServersAreListedByWhatTheyAreAndForWhom() {
        var ready = reaches(host.create(ORDER, REQUEST), State.READY);
        var stopped = reaches(host.create("BAMS-2026-00043", REQUEST), State.READY);
        host.stop(stopped.id());
        reaches(stopped, State.STOPPED);
        sql("update os_server set tags = '' where id = '" + stopped.id() + "'");

        assertThat(host.appliances())
                .containsExactlyInAnyOrder(
                        new ListedAppliance(ready.id(), ORDER, State.READY),
                        new ListedAppliance(stopped.id(), null, State.STOPPED));
        assertThat(host.listed(stopped.id())).contains(new ListedAppliance(stopped.id(), null, State.STOPPED));
        assertThat(host.listed("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    @Test
    void portThatIsListedLateIsWaitedFor() {
        world.sandbox().put("/api/faults/openstack", "{\"fault\":\"lateLookUp\",\"seconds\":3}");
        var created = host.create(ORDER, REQUEST);

        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            var now = host.look(created.id()).orElseThrow();
            assertThat(now.state()).isNotEqualTo(State.FAILED);
            return now.state() == State.READY;
        });
    }

    @Test
    void createdTwiceItIsOneMachine() {
        var first = host.create(ORDER, REQUEST);
        var second = host.create(ORDER, REQUEST);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(effects("server created")).isOne();
        assertThat(effects("port created")).isOne();
    }

    @Test
    void failedMachineIsReplacedOnTheSamePort() {
        failNextBuild();
        var failed = reaches(host.create(ORDER, REQUEST), State.FAILED);
        assertThat(failed.detail()).isEqualTo("No valid host was found.");
        assertThat(host.find(ORDER)).contains(failed);

        var second = reaches(host.create(ORDER, REQUEST), State.READY);

        assertThat(second.id()).isNotEqualTo(failed.id());
        assertThat(effects("port created")).isOne();
        assertThat(effects("server deleted")).isOne();
    }

    @Test
    void machineWithoutItsAddressIsNoApplianceAndIsReplaced() {
        var created = reaches(host.create(ORDER, REQUEST), State.READY);
        sql("update os_server set address = null, mac = null");
        sql("delete from os_port");

        assertThat(host.look(created.id()).orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(reaches(host.create(ORDER, REQUEST), State.READY).id()).isNotEqualTo(created.id());
    }

    @Test
    void ofBothKindsOfAddressTheApplianceHasTheOneOfVersionFour() {
        var six = new OpenStack.FixedIp("subnet-6", "2001:db8::25");
        var four = new OpenStack.FixedIp("subnet-4", "192.0.2.10");

        assertThat(new OpenStack.Port("id", ORDER, "", List.of(six, four)).fixedIp())
                .isEqualTo(four);
    }

    @Test
    void foreignServerOnThePortNeedsAPerson() {
        reaches(host.create(ORDER, REQUEST), State.READY);
        sql("update os_server set tags = ''");
        sql("delete from os_server_tag");

        assertThatThrownBy(() -> host.create(ORDER, REQUEST))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining(ORDER);
        assertThat(effects("server created")).isOne();
    }

    @Test
    void twoMachinesOfOneOrderNeedAPerson() {
        reaches(host.create(ORDER, REQUEST), State.READY);
        reaches(host.create("BAMS-2026-00043", REQUEST), State.READY);
        allAreTagged();

        assertThatThrownBy(() -> host.find(ORDER))
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("twoObjects"));
    }

    @Test
    void twoMachinesStillBeingBuiltAreLookedAtLater() {
        host.create(ORDER, REQUEST);
        host.create("BAMS-2026-00043", REQUEST);
        allAreTagged();
        sql("update os_server set ready_at = dateadd(hour, 1, ready_at)");

        assertThatThrownBy(() -> host.find(ORDER)).isInstanceOf(PartnerUnavailableException.class);
    }

    @Test
    void createdAtOnceItEndsAsOneMachine() {
        var attempts = Stream.generate(() -> CompletableFuture.runAsync(() -> host.create(ORDER, REQUEST)))
                .limit(4)
                .toList();
        attempts.forEach(attempt -> attempt.handle((done, refused) -> null).join());

        await().ignoreException(PartnerUnavailableException.class)
                .until(this::foundOrCreated, appliance -> appliance.state() == State.READY);

        await().untilAsserted(() -> assertThat(count("os_server")).isOne());
        assertThat(count("os_port")).isOne();
    }

    @Test
    void failedAttemptsGoWithTheAppliance() {
        failNextBuild();
        reaches(host.create("BAMS-2026-00043", REQUEST), State.FAILED);
        var appliance = reaches(host.create(ORDER, REQUEST), State.READY);
        allAreTagged();

        host.remove(appliance);

        await().untilAsserted(() -> assertThat(count("os_server")).isZero());
    }

    @Test
    void removedApplianceLeavesNothingBehind() {
        var other = reaches(host.create("BAMS-2026-00043", REQUEST), State.READY);
        var appliance = reaches(host.create(ORDER, REQUEST), State.READY);

        host.remove(appliance);
        host.remove(appliance);

        assertThat(host.find(ORDER)).isEmpty();
        await().untilAsserted(() -> assertThat(count("os_server")).isOne());
        assertThat(count("os_port")).isOne();
        assertThat(host.look(other.id())).contains(other);
    }

    @Test
    void addressIsGivenBackWhereNoServerHasIt() {
        reaches(host.create(ORDER, REQUEST), State.READY);
        assertThatThrownBy(() -> host.release(ORDER))
                .isInstanceOf(PartnerUnavailableException.class)
                .hasMessageContaining("still being removed");
        assertThat(count("os_port")).as("a server has it").isOne();

        sql("delete from os_server_tag");
        sql("delete from os_server");
        sql("update os_port set device_id = null");
        host.release(ORDER);
        host.release(ORDER);

        assertThat(count("os_port")).isZero();
    }

    @Test
    void stoppedTwiceItIsStoppedOnceAndKeepsItsAddress() {
        var appliance = reaches(host.create(ORDER, REQUEST), State.READY);
        host.stop(appliance.id());
        host.stop(appliance.id());
        assertThat(host.look(appliance.id()).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(effects("server stopped")).isOne();
        host.remove(appliance);
        host.stop(appliance.id());
    }

    @Test
    void failedApplianceIsRemovedWithItsPort() {
        failNextBuild();
        host.remove(reaches(host.create(ORDER, REQUEST), State.FAILED));

        assertThat(count("os_port")).isZero();
    }

    @Test
    void lostTokenIsReplacedOnTheWay() {
        host.find(ORDER);
        post("/api/openstack/lost-tokens", "");

        assertThat(host.create(ORDER, REQUEST)).isNotNull();
    }

    @Test
    void applicationCredentialLogsInToo() {
        var credential = world.seenWith(
                "--orderdesk.openstack.credentials.application-credential-id=orderdesk-credential",
                "--orderdesk.openstack.credentials.application-credential-secret=secret");

        assertThat(credential.bean(ApplianceHost.class).find(ORDER)).isEmpty();
    }

    @Test
    void wrongPasswordNeedsAPerson() {
        var stranger = world.seenWith("--orderdesk.openstack.credentials.password=wrong");

        assertThatThrownBy(() -> stranger.bean(ApplianceHost.class).find(ORDER))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("req-");
    }

    @Test
    void missingImageNeedsAPerson() {
        var other = world.seenWith("--orderdesk.openstack.image-name=fortimail-9.9");

        assertThatThrownBy(() -> other.bean(ApplianceHost.class).create(ORDER, REQUEST))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("fortimail-9.9");
    }

    @Test
    void nonsenseMakesNoMachine() {
        var badName = new ApplianceRequest(2, "kbr\nset password x", "");

        assertThatThrownBy(() -> host.create(ORDER, badName)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> host.find("a,b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(count("os_server")).isZero();
    }

    @Test
    void quotaNeedsAPersonAndLeavesNothingBehind() {
        try (var small = PartnerWorld.start("--sandbox.openstack.max-instances=1")) {
            var smallHost = small.bean(ApplianceHost.class);
            smallHost.create(ORDER, REQUEST);

            assertThatThrownBy(() -> smallHost.create("BAMS-2026-00043", REQUEST))
                    .isInstanceOf(PartnerRefusedException.class)
                    .hasMessageContaining("Quota exceeded");
            assertThat(ports(small)).isOne();
        }
    }

    private Appliance foundOrCreated() {
        return host.find(ORDER)
                .filter(appliance -> appliance.state() != State.FAILED)
                .orElseGet(() -> host.create(ORDER, REQUEST));
    }

    private static int ports(PartnerWorld world) {
        return world.sandbox()
                .bean(JdbcClient.class)
                .sql("select count(*) from os_port")
                .query(Integer.class)
                .single();
    }

    private static Appliance reaches(Appliance appliance, State state) {
        return await().pollInterval(Duration.ofMillis(50))
                .until(() -> host.look(appliance.id()).orElseThrow(), now -> now.state() == state);
    }

    private static void failNextBuild() {
        post("/api/openstack/failing-build", "{}");
    }

    private static void post(String path, String body) {
        var request = world.sandbox().request(path).header("Content-Type", "application/json");
        assertThat(world.sandbox()
                        .send(request.POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(204);
    }

    private long effects(String kind) {
        return world.sandbox().bean(Ledger.class).effects("openstack", null).stream()
                .map(Effect::kind)
                .filter(kind::equals)
                .count();
    }

    private static int count(String table) {
        world.sandbox().bean(Cloud.class).catchUp();
        return jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static void sql(String statement) {
        jdbc().sql(statement).update();
    }

    private static JdbcClient jdbc() {
        return world.sandbox().bean(JdbcClient.class);
    }

    private void allAreTagged() {
        sql("update os_server set tags = 'bams:" + ORDER + "'");
        sql("update os_server_tag set tag = 'bams:" + ORDER + "'");
    }
}
