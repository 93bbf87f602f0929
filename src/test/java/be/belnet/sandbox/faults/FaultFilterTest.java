package be.belnet.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.fortinet.FortinetCaller;
import be.belnet.sandbox.ledger.Ledger;
import be.belnet.sandbox.openstack.CloudCaller;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;

/** Each fault of the wire as a caller sees it, and what the ledger knows of it. */
class FaultFilterTest {

    private static final String CREATE = "/fortiflex/ES/api/fortiflex/v2/entitlements/vm/create";
    private static final String PORTS = "/openstack/network/v2.0/ports";
    private static final String LICENCE = "licence created";

    private static SandboxRunner sandbox;

    private FaultyWorld world;
    private FortinetCaller flex;
    private String newLicence;

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
        newLicence =
                "{'configId':%d,'count':1,'description':'BAMS-2026-00042'}".formatted(flex.newConfig("BAMS 2 base"));
    }

    @Test
    void slowAnswerComesLate() {
        world.on("fortiflex", "{'fault':'slow','seconds':0.7,'path':'vm/create'}");
        var sent = Instant.now();
        var answer = create();

        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(answer.statusLine()).contains("200");
        assertThat(answer.body()).contains("FEVMMLTM").endsWith("}");
    }

    @Test
    void beforeASlowAnswerTheLicenceIsThere() {
        world.on("fortiflex", "{'fault':'slow','seconds':600}");
        var answer = inTheBackground(this::create);

        await().untilAsserted(() -> assertLastCall(200, "slow"));
        assertThat(world.effects("fortiflex")).containsOnlyOnce(LICENCE);
        assertThat(answer).isNotDone();
    }

    @Test
    void timeOutBeforeTheEffectMakesNothingAndAnswersNothing() {
        world.on("fortiflex", "{'fault':'timeOutBefore','seconds':0.7}");
        var sent = Instant.now();

        assertThat(create().received()).isEmpty();
        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(world.effects("fortiflex")).doesNotContain(LICENCE);
    }

    @Test
    void timeOutAfterTheEffectMakesALicenceAndAnswersNothing() {
        world.on("fortiflex", "{'fault':'timeOutAfter','seconds':0.7}");
        var sent = Instant.now();

        assertThat(create().received()).isEmpty();
        assertThat(Duration.between(sent, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(700));
        assertThat(world.effects("fortiflex")).containsOnlyOnce(LICENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeOutBefore", "timeOutAfter"})
    void heldCallStandsInTheLedger(String fault) {
        world.on("fortiflex", "{'fault':'%s','seconds':600}".formatted(fault));
        var answer = inTheBackground(this::create);

        await().untilAsserted(() -> assertLastCall(0, fault));
        assertThat(answer).isNotDone();
    }

    @Test
    void callAfterOneWithoutAnswerIsAnswered() {
        world.on("fortiflex", "{'fault':'timeOutAfter','seconds':0.001,'times':1}");

        assertThat(create().received()).isEmpty();
        assertThat(create().statusLine()).contains("200");
        assertThat(sandbox.bean(Ledger.class).calls("fortiflex", "BAMS-2026-00042"))
                .extracting(call -> call.status())
                .containsExactly(0, 200);
    }

    @Test
    void failureBeforeTheEffectMakesNothing() {
        world.on("fortiflex", "{'fault':'failBefore'}");

        assertThat(create().statusLine()).contains("500");
        assertThat(world.effects("fortiflex")).doesNotContain(LICENCE);
        assertLastCall(500, "failBefore");
    }

    @Test
    void failureAfterTheEffectMakesALicenceAndHidesIt() {
        world.on("fortiflex", "{'fault':'failAfter','status':502}");
        var answer = create();

        assertThat(answer.statusLine()).contains("502");
        assertThat(answer.body()).contains("502 Bad Gateway").doesNotContain("FEVMMLTM");
        assertThat(world.effects("fortiflex")).containsOnlyOnce(LICENCE);
        assertLastCall(502, "failAfter");
    }

    @Test
    void failureHidesTheHeadersOfTheAnswerToo() {
        world.on("openstack", "{'fault':'failAfter','calls':'reads','status':503}");
        var answer = CloudCaller.tryLogIn(sandbox);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
    }

    @Test
    void failureOfACallThatNobodyAnswersIsOneToo() {
        world.on("fortiflex", "{'fault':'failAfter','status':503}");

        assertThat(flex.call("nowhere", "{}").statusCode()).isEqualTo(503);
    }

    @Test
    void resetBreaksTheConnectionInTheMiddleOfTheAnswer() {
        world.on("fortiflex", "{'fault':'reset'}");
        var answer = create();

        assertThat(answer.statusLine()).contains("200");
        assertThat(answer.body()).startsWith("{").hasSize(answer.announcedLength() / 2);
        assertThat(world.effects("fortiflex")).containsOnlyOnce(LICENCE);
        assertLastCall(200, "reset");
    }

    @Test
    void resetOfAnAnswerWithoutBodyLeavesNothing() {
        var cloud = CloudCaller.logIn(sandbox);
        var port = cloud.createPort("bams-1");
        world.on("openstack", "{'fault':'reset'}");

        assertThat(RawCall.delete(sandbox, PORTS + "/" + port, cloud.token()).received())
                .isEmpty();
        assertThat(world.effects("openstack")).contains("port deleted");
    }

    @Test
    void malformedAnswerIsJsonCutShort() {
        world.on("fortiflex", "{'fault':'malformed'}");
        var answer = create();

        assertThat(answer.statusLine()).contains("200");
        assertThat(answer.body())
                .startsWith("{\"status\":0")
                .doesNotEndWith("}")
                .hasSize(answer.announcedLength());
        assertThat(world.effects("fortiflex")).containsOnlyOnce(LICENCE);
        assertLastCall(200, "malformed");
    }

    @Test
    void malformedAnswerWithoutBodyIsABrace() {
        var cloud = CloudCaller.logIn(sandbox);
        var port = cloud.createPort("bams-1");
        world.on("openstack", "{'fault':'malformed'}");
        var answer = RawCall.delete(sandbox, PORTS + "/" + port, cloud.token());

        assertThat(answer.statusLine()).contains("200");
        assertThat(answer.body()).isEqualTo("{");
        assertThat(world.effects("openstack")).contains("port deleted");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            POST   | /fortiflex/ES/api/fortiflex/v2/entitlements/vm/create       | 400 | {'status':-1,'message':'The program has not enough points left.','error':'The program has not enough points left.'}
            POST   | /forticare/ES/api/registration/v3/licenses/register         | 400 | {'build':'1.0.0','version':'3.0','token':'T','status':-1,'message':'The license registration code is not valid.','error':'The license registration code is not valid.'}
            POST   | /forticloud/api/v1/oauth/token/                             | 401 | {'error':'invalid_grant','error_description':'Invalid credentials given.'}
            POST   | /openstack/compute/v2.1/servers                             | 403 | {'forbidden':{'code':403,'message':'Quota exceeded for instances: Requested 1, but already used 10 of 10 instances'}}
            POST   | /openstack/network/v2.0/ports                               | 409 | {'NeutronError':{'type':'OverQuota','message':"Quota exceeded for resources: ['port'].",'detail':''}}
            POST   | /openstack/identity/v3/auth/tokens                          | 401 | {'error':{'code':401,'message':'The account is disabled for user: orderdesk','title':'Unauthorized'}}
            POST   | /fortimail/192.0.2.10/api/v1/domain/kbr.example             | 400 | {'errorType':1,'errorMsg':'Failed: Maximum number of entries has been reached '}
            POST   | /fortimail/192.0.2.10/api/v1/AdminLogin                     | 403 | {'errorType':7,'errorMsg':'Failed: Access denied:Add object (AdminLogin) '}
            GET    | /fortimail/192.0.2.10/api/v1/domain/                        | 403 | {'errorType':7,'errorMsg':'Failed: Access denied:Get object '}
            POST   | /sectigo/api/domain/v1                                      | 400 | {'code':-3,'description':'Access denied: you are not permitted to perform this action.'}
            POST   | /harica/api/OrganizationAdmin/CreateEnterprise              | 400 | {'errorMessage':'You may not do this'}
            """)
    void eachPartnerRefusesInItsOwnWords(String method, String path, int status, String body) throws Exception {
        world.on(path.split("/")[1], "{'fault':'refusal','calls':'all'}");
        var answer = call(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        JSONAssert.assertEquals(body, answer.body(), true);
        assertLastCall(path.split("/")[1], status, "refusal");
    }

    @Test
    void refusalMakesNothing() {
        world.on("fortiflex", "{'fault':'refusal'}");

        assertThat(create().statusLine()).contains("400");
        assertThat(world.effects("fortiflex")).doesNotContain(LICENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "/fortiflex/ES/api/fortiflex/v2/configs/create, message",
        "/forticare/ES/api/registration/v3/licenses/register, message",
        "/forticloud/api/v1/oauth/token/, error_description",
        "/openstack/compute/v2.1/servers, message",
        "/openstack/network/v2.0/ports, message",
        "/openstack/identity/v3/auth/tokens, message",
        "/fortimail/192.0.2.10/api/v1/domain/kbr.example, errorMsg",
        "/sectigo/api/domain/v1, description",
        "/harica/api/OrganizationAdmin/CreateEnterprise, errorMessage"
    })
    void partnersRefuseAndBegForPatienceInGivenWords(String path, String field) {
        var partner = path.split("/")[1];
        world.on(partner, "{'fault':'refusal','calls':'all','message':'Ask your account manager.'}");
        assertThat(call("POST", path).body()).contains("\"" + field + "\":\"Ask your account manager.\"");

        world.on(partner, "{'fault':'tooMany','message':'Easy.'}");
        assertThat(call("POST", path).body()).contains("\"" + field + "\":\"Easy.\"");
    }

    @Test
    void refusalByTheCloudHasARequestIdAndByKeystoneItsAddress() {
        world.on("openstack", "{'fault':'refusal','calls':'all'}");
        var headers = CloudCaller.tryLogIn(sandbox).headers();

        assertThat(headers.firstValue("x-openstack-request-id").orElse("")).startsWith("req-");
        assertThat(headers.firstValue("WWW-Authenticate").orElse("")).startsWith("Keystone uri=");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            /fortiflex/ES/api/fortiflex/v2/entitlements/list | {'status':-10,'message':'Too many requests in the last minute.','error':'Too many requests in the last minute.'}
            /forticare/ES/api/registration/v3/products/list  | {'build':'1.0.0','version':'3.0','token':'T','status':-10,'message':'Too many requests in the last minute.','error':'Too many requests in the last minute.'}
            /forticloud/api/v1/oauth/token/                  | {'error':'too_many_requests','error_description':'Too many requests.'}
            /openstack/compute/v2.1/servers                  | {'overLimit':{'code':429,'message':'This request was rate-limited.'}}
            /openstack/network/v2.0/ports                    | {'NeutronError':{'type':'TooManyRequests','message':'This request was rate-limited.','detail':''}}
            /openstack/identity/v3/auth/tokens               | {'error':{'code':429,'message':'This request was rate-limited.','title':'Too Many Requests'}}
            /fortimail/192.0.2.10/api/v1/AdminLogin          | {'errorType':1,'errorMsg':'Failed: Too many requests '}
            /sectigo/api/dcv/v2/validation/status            | {'code':-1,'description':'Too many requests'}
            /harica/api/OrganizationAdmin/SearchGroups       | {'errorMessage':'Too many requests'}
            """)
    void tooManyCallsAreAskedToWait(String path, String body) throws Exception {
        world.on(path.split("/")[1], "{'fault':'tooMany','seconds':6.2}");
        var answer = call("POST", path);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        JSONAssert.assertEquals(body, answer.body(), true);
        assertLastCall(path.split("/")[1], 429, "tooMany");
    }

    @ParameterizedTest
    @CsvSource({
        "fortiflex, POST, /ES/api/fortiflex/v2/entitlements/vm/create, true",
        "fortiflex, POST, /ES/api/fortiflex/v2/entitlements/vm/token, true",
        "fortiflex, POST, /ES/api/fortiflex/v2/entitlements/stop, true",
        "fortiflex, POST, /ES/api/fortiflex/v2/configs/disable, true",
        "fortiflex, POST, /ES/api/fortiflex/v2/entitlements/list, false",
        "fortiflex, POST, /ES/api/fortiflex/v2/entitlements/points, false",
        "fortiflex, POST, /ES/api/fortiflex/v2/groups/nexttoken, false",
        "fortiflex, POST, /ES/api/fortiflex/v2/tools/calc, false",
        "forticare, POST, /ES/api/registration/v3/products/register, true",
        "forticare, POST, /ES/api/registration/v3/products/description, true",
        "forticare, POST, /ES/api/registration/v3/products/folder, true",
        "forticare, POST, /ES/api/registration/v3/products/details, false",
        "forticare, POST, /ES/api/registration/v3/licenses/download, false",
        "openstack, POST, /compute/v2.1/servers, true",
        "openstack, DELETE, /network/v2.0/ports/1, true",
        "openstack, POST, /identity/v3/auth/tokens, false",
        "openstack, GET, /compute/v2.1/servers, false",
        "fortimail, PUT, /192.0.2.10/api/v1/domain/kbr.example, true",
        "fortimail, POST, /192.0.2.10/api/v1/AdminLogin, false",
        "fortimail, GET, /192.0.2.10/api/v1/domain/, false",
        "sectigo, POST, /api/domain/v1, true",
        "sectigo, DELETE, /api/domain/v1/301/delegation, true",
        "sectigo, POST, /api/dcv/v2/validation/start/domain/cname, true",
        "sectigo, POST, /api/dcv/v2/validation/status, false",
        "sectigo, POST, /api/report/v1/domains, false",
        "sectigo, HEAD, /api/ssl/v1, false",
        "harica, POST, /api/OrganizationAdmin/CreateEnterprise, true",
        "harica, POST, /api/OrganizationAdmin/CreatePrevalidatedValidation, true",
        "harica, POST, /api/OrganizationAdmin/GetOrganizations, false",
        "harica, POST, /api/OrganizationAdmin/SearchGroups, false",
        "harica, POST, /api/User/Login2FA, false",
        "harica, GET, /, false"
    })
    void changesAreToldFromReads(String partner, String method, String path, boolean change) {
        world.on(partner, "{'fault':'failBefore','status':503,'calls':'changes','times':1}");
        call(method, "/" + partner + path);

        assertThat(world.all().equals("[]")).isEqualTo(change);
    }

    @Test
    void heldCallsDoNotKeepTheSandboxFromStopping() {
        var other = SandboxRunner.start();
        var token = FortinetCaller.fortiFlex(other).token();
        new FaultyWorld(other).on("fortiflex", "{'fault':'timeOutBefore','seconds':60}");
        var answer = inTheBackground(() -> RawCall.post(other, CREATE, token, "{}"));
        await().until(() -> new FaultyWorld(other).lastCall("fortiflex").status() == 0);

        var stopped = Instant.now();
        other.close();

        assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.join().received()).isEmpty();
    }

    private static CompletableFuture<RawCall> inTheBackground(Supplier<RawCall> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private RawCall create() {
        return RawCall.post(sandbox, CREATE, flex.token(), newLicence);
    }

    private static HttpResponse<String> call(String method, String path) {
        return sandbox.send(sandbox.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer T")
                .method(method, BodyPublishers.ofString("{}")));
    }

    private void assertLastCall(int status, String fault) {
        assertLastCall("fortiflex", status, fault);
    }

    private void assertLastCall(String partner, int status, String fault) {
        assertThat(List.of(world.lastCall(partner)))
                .extracting(call -> call.status() + " " + call.fault())
                .containsExactly(status + " " + fault);
    }
}
