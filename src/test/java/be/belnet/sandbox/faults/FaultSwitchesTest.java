package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.fortinet.FortinetCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.skyscreamer.jsonassert.JSONAssert;

class FaultSwitchesTest {

    private static final int FAILED = 500;
    private static final int DONE = 200;

    private static SandboxRunner sandbox;

    private FaultyWorld world;
    private FortinetCaller flex;
    private int config;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        sandbox.delete("/api/world");
        world = new FaultyWorld(sandbox);
        flex = FortinetCaller.fortiFlex(sandbox);
        config = flex.newConfig("BAMS 2 base");
    }

    @Test
    void nothingIsOnInANewWorld() {
        assertThat(world.all()).isEqualTo("[]");
        assertThat(create()).isEqualTo(DONE);
    }

    @Test
    void usualIsFilledIn() throws Exception {
        world.on("openstack", "{'fault':'timeOutAfter'}");
        world.on("fortiflex", "{'fault':'failBefore','calls':'all','path':'vm/create','times':2,'status':503}");
        world.on("forticloud", "{'fault':'refusal','message':'Locked.'}");
        world.on("forticare", "{'fault':'lateLookUp','seconds':2.5}");

        JSONAssert.assertEquals("""
                [{"partner":"forticare","fault":"lateLookUp","seconds":2.5},
                 {"partner":"forticloud","fault":"refusal","calls":"all","message":"Locked."},
                 {"partner":"fortiflex","fault":"failBefore","calls":"all","path":"vm/create","times":2,"status":503},
                 {"partner":"openstack","fault":"timeOutAfter","calls":"changes","seconds":60}]""", world.all(), true);
    }

    @Test
    void answerSaysWhatIsOn() throws Exception {
        JSONAssert.assertEquals(
                "{'partner':'fortimail','fault':'slow','calls':'all','seconds':5}",
                world.put("fortimail", "{'fault':'slow'}").body(),
                true);
    }

    @Test
    void secondSwitchTakesThePlaceOfTheFirst() {
        world.on("fortiflex", "{'fault':'refusal','times':3}");
        world.on("fortiflex", "{'fault':'failBefore'}");

        assertThat(world.all()).contains("failBefore").doesNotContain("refusal", "times");
        assertThat(create()).isEqualTo(FAILED);
    }

    @Test
    void switchedOffAllIsWell() {
        world.on("fortiflex", "{'fault':'failBefore'}");
        assertThat(create()).isEqualTo(FAILED);

        assertThat(sandbox.delete("/api/faults/fortiflex").statusCode()).isEqualTo(204);
        assertThat(create()).isEqualTo(DONE);
        assertThat(world.all()).isEqualTo("[]");
    }

    @Test
    void emptyWorldHasNoFaults() {
        world.on("fortiflex", "{'fault':'failBefore'}");
        sandbox.delete("/api/world");

        assertThat(world.all()).isEqualTo("[]");
    }

    @Test
    void oneFaultLeavesOtherPartnersAlone() {
        world.on("forticare", "{'fault':'failBefore','calls':'all'}");
        world.on("openstack", "{'fault':'failBefore','calls':'all'}");

        assertThat(create()).isEqualTo(DONE);
    }

    @Test
    void timesCountDownAndTheLastOneSwitchesOff() {
        world.on("fortiflex", "{'fault':'failBefore','times':2}");

        assertThat(create()).isEqualTo(FAILED);
        assertThat(world.all()).contains("\"times\":1");
        assertThat(create()).isEqualTo(FAILED);
        assertThat(world.all()).isEqualTo("[]");
        assertThat(create()).isEqualTo(DONE);
    }

    @Test
    void callThatIsNotHitIsNotCounted() {
        world.on("fortiflex", "{'fault':'failBefore','times':1,'path':'vm/create$'}");

        flex.call("configs/create", "{}");
        list();
        assertThat(world.all()).contains("\"times\":1");
        assertThat(create()).isEqualTo(FAILED);
    }

    @Test
    void ofCallsAtOnceOneIsHitWhenOneIsMeant() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        for (var round = 0; round < 5; round++) {
            world.on("fortiflex", "{'fault':'failBefore','times':1}");
            var statuses = pool.invokeAll(Collections.<Callable<Integer>>nCopies(16, this::create)).stream()
                    .map(FaultSwitchesTest::result)
                    .toList();
            assertThat(statuses).containsOnlyOnce(FAILED).contains(DONE);
        }
        pool.shutdown();
    }

    @Test
    void changesAloneAreHitUnlessMoreIsAsked() {
        world.on("fortiflex", "{'fault':'failBefore'}");
        assertThat(list()).isEqualTo(DONE);
        assertThat(create()).isEqualTo(FAILED);
    }

    @Test
    void readsAloneAreHitWhenAsked() {
        world.on("fortiflex", "{'fault':'failBefore','calls':'reads'}");
        assertThat(list()).isEqualTo(FAILED);
        assertThat(create()).isEqualTo(DONE);
    }

    @Test
    void allAreHitWhenAsked() {
        world.on("fortiflex", "{'fault':'failBefore','calls':'all'}");
        assertThat(list()).isEqualTo(FAILED);
        assertThat(create()).isEqualTo(FAILED);
    }

    @Test
    void pathIsARegularExpressionFoundAnywhere() {
        world.on("fortiflex", "{'fault':'failBefore','calls':'all','path':'vm/(create|token)'}");
        assertThat(create()).isEqualTo(FAILED);
        assertThat(list()).isEqualTo(DONE);
    }

    @Test
    void logInIsHitByDefault() {
        world.on("forticloud", "{'fault':'failBefore'}");

        assertThat(FortinetCaller.post(sandbox, "/forticloud/api/v1/oauth/token/", "{}", "none")
                        .statusCode())
                .isEqualTo(FAILED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fortiflex  | {'fault':'slow'                          | body: not JSON
            fortiflex  |                                          | body: a JSON object with the fault is needed
            fortiflex  | null                                     | body: a JSON object with the fault is needed
            fortiflex  | ['slow']                                 | body: a JSON object with the fault is needed
            fortiflex  | {}                                       | fault: one of slow, timeOutBefore
            fortiflex  | {'fault':'SLOW'}                         | fault: one of slow, timeOutBefore
            fortiflex  | {'fault':'slow','time':1}                | time: there is no such field
            fortiflex  | {'fault':'slow','calls':'some'}          | calls: one of changes, reads, all
            fortiflex  | {'fault':'lateLookUp','calls':'all'}     | calls: lateLookUp hits look-ups alone
            fortiflex  | {'fault':'slow','path':'('}              | path: not a regular expression
            fortiflex  | {'fault':'slow','times':0}               | times: at least 1
            fortiflex  | {'fault':'slow','times':1.5}             | times: not a value for this
            fortiflex  | {'fault':'slow','times':'x'}             | times: not a value for this
            fortiflex  | {'fault':'slow','seconds':0}             | seconds: from 0.001 to 3600
            fortiflex  | {'fault':'slow','seconds':3601}          | seconds: from 0.001 to 3600
            fortiflex  | {'fault':'reset','seconds':1}            | seconds: reset takes none
            fortiflex  | {'fault':'failAfter','status':504}       | status: 500, 502 or 503
            fortiflex  | {'fault':'slow','status':500}            | status: slow takes none
            fortiflex  | {'fault':'slow','message':'x'}           | message: slow takes none
            forticloud | {'fault':'twoObjects'}                   | forticloud has no look-ups
            forticloud | {'fault':'refusal','calls':'changes'}    | calls: forticloud changes nothing
            acme       | {'fault':'slow'}                         | partner: one of forticloud, fortiflex, forticare, openstack, fortimail, digicert, sectigo, harica
            """)
    void nonsenseIsRefusedWithAReason(String partner, String body, String reason) {
        var answer = world.put(partner, body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"" + reason);
        assertThat(world.all()).isEqualTo("[]");
    }

    @Test
    void longTextsAreRefused() {
        assertThat(world.put("fortiflex", "{'fault':'slow','path':'%s'}".formatted("x".repeat(201)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.put("fortiflex", "{'fault':'refusal','message':'%s'}".formatted("x".repeat(501)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void partnerNobodyKnowsCannotBeSwitchedOff() {
        assertThat(sandbox.delete("/api/faults/acme").statusCode()).isEqualTo(400);
    }

    @Test
    void restartForgetsNoSwitch(@TempDir Path directory) {
        var database = "jdbc:h2:file:" + directory.resolve("world");
        try (var before = SandboxRunner.startWith(database)) {
            new FaultyWorld(before).on("fortiflex", "{'fault':'refusal','times':3,'message':'No.'}");
        }
        try (var after = SandboxRunner.startWith(database)) {
            assertThat(FortinetCaller.fortiFlex(after)
                            .call("configs/create", "{}")
                            .body())
                    .contains("No.");
            assertThat(new FaultyWorld(after).all()).contains("refusal", "\"times\":2");
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultStandsInTheDocument(Fault fault) throws IOException {
        assertThat(Files.readString(Path.of("docs/sandbox.md"))).contains("\n| `" + fault.code() + "` |");
    }

    private int create() {
        return flex.call("entitlements/vm/create", "{'configId':%d,'count':1}".formatted(config))
                .statusCode();
    }

    private int list() {
        return flex.call("entitlements/list", "{'configId':%d}".formatted(config))
                .statusCode();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
