package be.belnet.orderdesk.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.Appliance.State;
import be.belnet.orderdesk.bams.ApplianceRequest;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerException;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.HttpMethod;

/**
 * The adapter before a real cloud, with the settings of production: {@code docs/openstack.md} names them. Touches only
 * servers and ports of its own. Skipped unless the cloud's address is given.
 */
@Tag("cloud")
@ExtendWith(RealOpenStackTest.AddressGiven.class)
class RealOpenStackTest {
    private static final Logger LOG = LoggerFactory.getLogger(RealOpenStackTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ApplianceRequest REQUEST =
            new ApplianceRequest(2, "kbr.mx.belnet.example", "LICENSE-TOKEN:0123456789ABCDEF0123");

    private static final String FITS_NOWHERE = "orderdesk-nowhere";
    private static final String BEYOND_QUOTA = "orderdesk-beyond-quota";
    private static final int LARGEST_LICENCE = 7680;

    private static Adapter adapter;

    private final List<String> orders = new ArrayList<>();
    private final String order = newOrder();

    @BeforeAll
    static void connect() {
        adapter = Adapter.with();
    }

    @AfterEach
    void leaveNothingBehind() {
        orders.forEach(RealOpenStackTest::sweep);
    }

    @Test
    void nothingIsFoundBeforeItIsMade() {
        assertThat(adapter.host.find(order)).isEmpty();
        assertThat(adapter.host.look(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void applianceBecomesReadyOnTheAddressOfItsPort() {
        var created = adapter.host.create(order, REQUEST);

        assertThat(created.state()).isEqualTo(State.BUILDING);
        var ready = reaches(created, State.READY);
        assertThat(ready.address()).isEqualTo(port(order).fixedIp().ipAddress());
        assertThat(adapter.host.find(order)).contains(ready);
    }

    @Test
    void createdAgainItIsOneMachine() {
        var first = adapter.host.create(order, REQUEST);
        var whileBuilding = adapter.host.create(order, REQUEST);
        reaches(first, State.READY);
        var whenReady = adapter.host.create(order, REQUEST);

        assertThat(whileBuilding.id()).isEqualTo(first.id());
        assertThat(whenReady.id()).isEqualTo(first.id());
        assertThat(servers(order)).hasSize(1);
        assertThat(ports(order)).hasSize(1);
    }

    @Test
    void createdTwiceAtOnceItEndsAsOneMachine() {
        assertEndsAsOneMachineAfterCreatesAtOnce(2);
    }

    @Test
    void createdFourTimesAtOnceItEndsAsOneMachine() {
        assertEndsAsOneMachineAfterCreatesAtOnce(4);
    }

    @Test
    void createdTwiceAtOnceOnAPortLeftOverItEndsAsOneMachine() {
        adapter.openStack.createPort(order, networkId());

        assertEndsAsOneMachineAfterCreatesAtOnce(2);
    }

    @Test
    void removedApplianceLeavesNeitherServerNorPort() {
        var other = reaches(adapter.host.create(newOrder(), REQUEST), State.READY);
        var appliance = reaches(adapter.host.create(order, REQUEST), State.READY);

        adapter.host.remove(appliance);
        adapter.host.remove(appliance);

        assertThat(ports(order)).isEmpty();
        gone(appliance);
        assertThat(servers(order)).isEmpty();
        assertThat(adapter.host.look(other.id())).contains(other);
    }

    @Test
    void removedWhileBuildingItLeavesNeitherServerNorPort() {
        var appliance = adapter.host.create(order, REQUEST);

        adapter.host.remove(appliance);

        gone(appliance);
        assertThat(ports(order)).isEmpty();
        assertThat(servers(order)).isEmpty();
    }

    @Test
    void removedAfterCreatesAtOnceOnOnePortItLeavesNothing() {
        adapter.openStack.createPort(order, networkId());
        createAtOnce(2);
        await().atMost(PATIENCE).until(() -> servers(order).stream().noneMatch(one -> "BUILD".equals(one.status())));
        LOG.info("Creates at once on one port ended as {}", servers(order));

        adapter.host.find(order).ifPresent(adapter.host::remove);

        await().atMost(PATIENCE).until(() -> servers(order).isEmpty());
        assertThat(ports(order)).isEmpty();
    }

    @Test
    void failedMachineIsReplacedOnTheSamePort() {
        assumeFlavor(FITS_NOWHERE);
        var tooBig = Adapter.with("flavors.2=" + FITS_NOWHERE);
        var failed = reaches(tooBig.host.create(order, REQUEST), State.FAILED);
        assertThat(failed.detail()).contains("No valid host was found");
        assertThat(adapter.host.find(order)).contains(failed);
        var port = port(order).id();

        var second = reaches(adapter.host.create(order, REQUEST), State.READY);

        assertThat(second.id()).isNotEqualTo(failed.id());
        assertThat(servers(order)).hasSize(1);
        assertThat(port(order).id()).isEqualTo(port);
    }

    @Test
    void failedMachineIsRemovedWithItsPort() {
        assumeFlavor(FITS_NOWHERE);
        var tooBig = Adapter.with("flavors.2=" + FITS_NOWHERE);
        var failed = reaches(tooBig.host.create(order, REQUEST), State.FAILED);

        adapter.host.remove(failed);

        gone(failed);
        assertThat(ports(order)).isEmpty();
    }

    @Test
    void machineThatLostItsPortIsReplaced() {
        var first = reaches(adapter.host.create(order, REQUEST), State.READY);
        adapter.openStack.deletePort(port(order).id());

        assertThat(reaches(first, State.FAILED).detail()).isEqualTo("runs without the port made for it");
        assertThat(reaches(adapter.host.create(order, REQUEST), State.READY).id())
                .isNotEqualTo(first.id());
        assertThat(servers(order)).hasSize(1);
    }

    @Test
    void quotaNeedsAPersonAndLeavesNothingBehind() {
        assumeFlavor(BEYOND_QUOTA);

        assertRefused("flavors.2=" + BEYOND_QUOTA, "403", "Quota exceeded");
    }

    @Test
    void unknownImageNeedsAPerson() {
        assertRefused("image-name=no-such-image", "404", "no-such-image");
    }

    @Test
    void unknownFlavorNeedsAPerson() {
        assertRefused("flavors.2=no-such-flavor", "404", "no-such-flavor");
    }

    @Test
    void unknownNetworkNeedsAPerson() {
        assertRefused("network-name=no-such-network", "404", "no-such-network");
    }

    @Test
    void largestLicenceFileIsTaken() {
        var full = new ApplianceRequest(2, REQUEST.hostName(), "L".repeat(LARGEST_LICENCE));

        assertThat(reaches(adapter.host.create(order, full), State.READY).address())
                .isNotBlank();
    }

    @Test
    void largerLicenceFileNeedsAPersonAndLeavesNothingBehind() {
        var tooLarge = new ApplianceRequest(2, REQUEST.hostName(), "L".repeat(LARGEST_LICENCE + 1));

        assertThatThrownBy(() -> adapter.host.create(order, tooLarge))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("Personality file content exceeds maximum");
        assertThat(ports(order)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compute", "network", "image"})
    void revokedTokenIsReplacedOnTheWay(String service) {
        var other = Adapter.of(adapter.properties);
        other.revokeToken();
        var revoked = other.keystone.session();

        switch (service) {
            case "compute" -> assertThat(other.host.find(order)).isEmpty();
            case "network" -> assertThat(other.openStack.portsNamed(order)).isEmpty();
            default -> assertThat(other.openStack.imageId("no-such-image")).isEmpty();
        }
        assertThat(other.keystone.session()).isNotSameAs(revoked);
    }

    @Test
    void wrongPasswordNeedsAPerson() {
        var stranger = Adapter.with("credentials.password=wrong", "credentials.application-credential-secret=wrong");

        assertThatThrownBy(() -> stranger.host.find(order))
                .isInstanceOf(PartnerRefusedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("req-");
    }

    private void assertEndsAsOneMachineAfterCreatesAtOnce(int callers) {
        createAtOnce(callers);

        var appliance = settled();

        assertThat(servers(order)).extracting(OpenStack.Server::id).containsExactly(appliance.id());
        assertThat(port(order).fixedIp().ipAddress()).isEqualTo(appliance.address());
    }

    /** Each as an instance of the application of its own; what they are answered may differ. */
    private void createAtOnce(int callers) {
        var start = new CyclicBarrier(callers);
        var attempts = IntStream.range(0, callers)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> createWhenAllAreReady(start)))
                .toList();
        attempts.forEach(CompletableFuture::join);
    }

    private void createWhenAllAreReady(CyclicBarrier start) {
        var instance = Adapter.of(adapter.properties);
        try {
            instance.host.find(order);
            start.await();
            LOG.info("One of the creates at once was answered {}", instance.host.create(order, REQUEST));
        } catch (PartnerException answer) {
            LOG.info("One of the creates at once was refused: {}", answer.getMessage());
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** As the process does: look until it is ready, and create again what failed. */
    private Appliance settled() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(PartnerUnavailableException.class)
                .until(this::readyOrCreatedAgain, appliance -> appliance.state() == State.READY);
    }

    private Appliance readyOrCreatedAgain() {
        return adapter.host
                .find(order)
                .filter(appliance -> appliance.state() != State.FAILED)
                .orElseGet(() -> adapter.host.create(order, REQUEST));
    }

    private void assertRefused(String setting, String code, String reason) {
        var other = Adapter.with(setting);
        assertThatThrownBy(() -> other.host.create(order, REQUEST))
                .isInstanceOfSatisfying(PartnerRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code))
                .hasMessageContaining(reason);
        assertThat(servers(order)).isEmpty();
        assertThat(ports(order)).isEmpty();
    }

    private static void assumeFlavor(String name) {
        assumeTrue(
                adapter.openStack.flavorId(name).isPresent(),
                "the cloud has no flavor " + name + ": docs/openstack.md");
    }

    private static Appliance reaches(Appliance appliance, State state) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> adapter.host.look(appliance.id()).orElseThrow(), now -> now.state() == state);
    }

    private static void gone(Appliance appliance) {
        await().atMost(PATIENCE)
                .until(() -> adapter.openStack.server(appliance.id()).isEmpty());
    }

    private static List<OpenStack.Server> servers(String order) {
        return adapter.openStack.serversTagged("bams:" + order);
    }

    private static List<OpenStack.Port> ports(String order) {
        return adapter.openStack.portsNamed(adapter.properties.namePrefix() + order);
    }

    private static OpenStack.Port port(String order) {
        assertThat(ports(order)).hasSize(1);
        return ports(order).get(0);
    }

    private static String networkId() {
        return adapter.openStack.networkId(adapter.properties.networkName()).orElseThrow();
    }

    private String newOrder() {
        var order = "TEST-" + UUID.randomUUID();
        orders.add(order);
        return order;
    }

    private static void sweep(String order) {
        servers(order).forEach(server -> adapter.openStack.deleteServer(server.id()));
        await().atMost(PATIENCE).until(() -> servers(order).isEmpty());
        ports(order).forEach(port -> adapter.openStack.deletePort(port.id()));
    }

    /** One instance of the application, as far as it talks to the cloud. */
    private record Adapter(
            OpenStackProperties properties, Keystone keystone, OpenStack openStack, OpenStackApplianceHost host) {

        /** @param settings {@code orderdesk.openstack.} left out */
        static Adapter with(String... settings) {
            var arguments = Stream.of(settings)
                    .map(setting -> "--orderdesk.openstack." + setting)
                    .toArray(String[]::new);
            try (var context = new SpringApplicationBuilder(
                            OpenStackConfiguration.class, PartnerCalls.class, SimpleMeterRegistry.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments)) {
                return of(context.getBean(OpenStackProperties.class));
            }
        }

        static Adapter of(OpenStackProperties properties) {
            var http = new PartnerClient(OpenStack.NAME, properties.connection());
            var keystone = new Keystone(http, properties, Clock.systemUTC());
            var openStack = new OpenStack(keystone, http);
            var host = new OpenStackApplianceHost(openStack, new FirstBootFiles(properties.firstBoot()), properties);
            return new Adapter(properties, keystone, openStack, host);
        }

        /**
         * Before any service has seen the token: they remember for minutes what Keystone told them. A connection of its
         * own, since a Keystone without a web server before it closes each one after its answer.
         */
        void revokeToken() {
            var token = keystone.session().token();
            var address = PartnerClient.at(properties.authUrl().toString(), "/auth/tokens");
            var answer = new PartnerClient(OpenStack.NAME, properties.connection())
                    .change(
                            HttpMethod.DELETE,
                            address,
                            headers -> {
                                headers.set("X-Auth-Token", token);
                                headers.set("X-Subject-Token", token);
                            },
                            null);
            assertThat(answer.status()).isEqualTo(204);
        }
    }

    /** Prints why nothing was run. */
    static class AddressGiven implements ExecutionCondition {
        private static final String PROPERTY = "orderdesk.openstack.auth-url";
        private static final String VARIABLE = "ORDERDESK_OPENSTACK_AUTH_URL";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getProperty(PROPERTY) != null || System.getenv(VARIABLE) != null) {
                return ConditionEvaluationResult.enabled("A cloud is given");
            }
            var reason = "No cloud: neither " + VARIABLE + " nor -D" + PROPERTY + " names one";
            if (context.getTestMethod().isEmpty()) {
                LOG.warn("The test before a real OpenStack is skipped. {}", reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
