package be.belnet.sandbox.fortinet;

import static be.belnet.sandbox.fortinet.FortinetCaller.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class FortiFlexTest {

    private static final String ORDER = "BAMS-2026-00042";

    private static SandboxRunner sandbox;
    private FortinetCaller flex;

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
        flex = FortinetCaller.fortiFlex(sandbox);
    }

    @Test
    void worldBeginsWithOneProgram() throws Exception {
        var year = Year.now(FortiFlexPrograms.PACIFIC).getValue();

        JSONAssert.assertEquals(
                """
                {"status":0,"message":"Request processed successfully.","error":null,"programs":[
                  {"serialNumber":"ELAVMS0000000042","accountId":12345,"startDate":"%d-01-01T00:00:00",
                   "endDate":"%d-01-01T00:00:00","hasSupportCoverage":true}]}""".formatted(year, year + 5), flex.call("programs/list", "{}").body(), true);
    }

    @Test
    void configurationAnswersAsOneObjectWithTextValues() throws Exception {
        var answer = flex.call("configs/create", """
                {'programSerialNumber':'%s','name':'BAMS 4 ATP','productTypeId':11,'accountId':12345,'parameters':[
                  {'id':73,'value':'4'},{'id':74,'value':'FMLATP'},
                  {'id':75,'value':'FMLFEMS'},{'id':75,'value':'FMLFEEC'}]}""".formatted(PROGRAM));

        assertThat(answer.statusCode()).isEqualTo(200);
        int id = JsonPath.read(answer.body(), "$.configs.id");
        JSONAssert.assertEquals("""
                {"status":0,"message":"Request processed successfully.","error":null,"configs":
                  {"id":%d,"programSerialNumber":"%s","accountId":12345,"name":"BAMS 4 ATP",
                   "productType":{"id":11,"name":"FortiMail Virtual Machine"},"parameters":[
                    {"id":73,"name":"CPU Size","value":"4"},{"id":74,"name":"Service Package","value":"FMLATP"},
                    {"id":75,"name":"Add-ons","value":"FMLFEMS"},{"id":75,"name":"Add-ons","value":"FMLFEEC"}],
                   "status":"ACTIVE"}}""".formatted(id, PROGRAM), answer.body(), true);
        assertThat(flex.<List<Integer>>read(
                        "configs/list", "{'programSerialNumber':'%s'}".formatted(PROGRAM), "$.configs[*].id"))
                .containsExactly(id);
    }

    @Test
    void noAddOnIsWrittenAsNone() {
        flex.newConfig("BAMS 2 base");

        assertThat(flex.<List<String>>read(
                        "configs/list",
                        "{'programSerialNumber':'%s'}".formatted(PROGRAM),
                        "$.configs[0].parameters[?(@.id==75)].value"))
                .containsExactly("NONE");
    }

    @Test
    void configurationIsChangedDisabledAndEnabled() {
        var id = flex.newConfig("BAMS 2 base");

        var changed = flex.call("configs/update", "{'id':%d,'parameters':[{'id':73,'value':'8'}]}".formatted(id));
        assertThat(JsonPath.<List<String>>read(changed.body(), "$.configs.parameters[*].value"))
                .containsExactly("8", "FMLBASE", "NONE");
        assertThat(flex.<String>read("configs/disable", "{'id':%d}".formatted(id), "$.configs.status"))
                .isEqualTo("DISABLED");
        refused(400, -1, flex.call("entitlements/vm/create", "{'configId':%d,'count':1}".formatted(id)));
        assertThat(flex.<String>read("configs/enable", "{'id':%d}".formatted(id), "$.configs.status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void newLicenceIsPendingWithAnUnusedToken() throws Exception {
        var config = flex.newConfig("BAMS 2 base");
        var answer = flex.call("entitlements/vm/create", """
                {'configId':%d,'count':1,'description':'%s','endDate':null,'skipPending':false}""".formatted(config, ORDER));

        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, Object> one = JsonPath.read(answer.body(), "$.entitlements[0]");
        assertThat((String) one.get("serialNumber")).matches("FEVMMLTM\\d{8}");
        assertThat((String) one.get("token")).matches("[0-9A-F]{20}");
        assertThat((String) one.get("startDate")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
        JSONAssert.assertEquals(
                """
                {"status":0,"message":"Request processed successfully.","error":null,"entitlements":[
                  {"accountId":12345,"configId":%d,"description":"%s","serialNumber":"%s","startDate":"%s",
                   "endDate":"%d-01-01T00:00:00","status":"PENDING","token":"%s","tokenStatus":"NOTUSED"}]}""".formatted(
                                config,
                                ORDER,
                                one.get("serialNumber"),
                                one.get("startDate"),
                                Year.now(FortiFlexPrograms.PACIFIC).getValue() + 5,
                                one.get("token")),
                answer.body(),
                true);
    }

    @Test
    void secondCreateMakesASecondLicence() {
        var config = flex.newConfig("BAMS 2 base");

        assertThat(flex.newLicence(config, ORDER)).isNotEqualTo(flex.newLicence(config, ORDER));
        assertThat(list("{'configId':%d,'description':'%s'}".formatted(config, ORDER)))
                .hasSize(2);
    }

    @Test
    void countMakesSeveral() {
        var config = flex.newConfig("BAMS 2 base");
        flex.call("entitlements/vm/create", "{'configId':%d,'count':3,'description':'pool'}".formatted(config));

        assertThat(list("{'configId':%d}".formatted(config))).hasSize(3);
    }

    @Test
    void listIsFilteredByAllSevenFields() {
        var base = flex.newConfig("base");
        var other = flex.newConfig("other");
        var mine = flex.newLicence(base, ORDER);
        var another = flex.newLicence(base, ORDER + "0");
        var elsewhere = flex.newLicence(other, ORDER);
        sandbox.bean(Licences.class).consume(tokenOf(mine));
        var all = "'accountId':12345,'programSerialNumber':'%s'".formatted(PROGRAM);

        assertThat(list("{" + all + "}")).containsExactly(mine, another, elsewhere);
        assertThat(list("{" + all + ",'configId':" + other + "}")).containsExactly(elsewhere);
        assertThat(list("{" + all + ",'description':'" + ORDER + "'}")).containsExactly(mine, elsewhere);
        assertThat(list("{" + all + ",'serialNumber':'" + another + "'}")).containsExactly(another);
        assertThat(list("{" + all + ",'status':'ACTIVE'}")).containsExactly(mine);
        assertThat(list("{" + all + ",'tokenStatus':'NOTUSED'}")).containsExactly(another, elsewhere);
        refused(403, -1, flex.call("entitlements/list", "{'accountId':1,'programSerialNumber':'" + PROGRAM + "'}"));
    }

    @Test
    void programAloneIsRefused() {
        refused(400, -1, flex.call("entitlements/list", "{'programSerialNumber':'%s'}".formatted(PROGRAM)));
        refused(400, -1, flex.call("entitlements/list", "{}"));
    }

    @Test
    void usingTheTokenMakesTheLicenceActive() {
        var serial = flex.newLicence(flex.newConfig("base"), ORDER);
        var licences = sandbox.bean(Licences.class);
        var token = tokenOf(serial);

        assertThat(licences.consume(token)).contains(serial);
        assertThat(entitlement(serial)).containsEntry("status", "ACTIVE").containsEntry("tokenStatus", "USED");
        assertThat(licences.consume(token)).isEmpty();
        assertThat(licences.consume("00000000000000000000")).isEmpty();
    }

    @Test
    void oldTokenWorksUntilTheNewOneIsUsed() {
        var serial = flex.newLicence(flex.newConfig("base"), ORDER);
        var old = tokenOf(serial);
        String renewed = flex.read(
                "entitlements/vm/token", "{'serialNumber':'%s'}".formatted(serial), "$.entitlements[0].token");
        assertThat(renewed).isNotEqualTo(old);
        var licences = sandbox.bean(Licences.class);

        assertThat(licences.consume(old)).contains(serial);
        assertThat(licences.consume(renewed)).contains(serial);

        String third = flex.read(
                "entitlements/vm/token", "{'serialNumber':'%s'}".formatted(serial), "$.entitlements[0].token");
        String fourth = flex.read(
                "entitlements/vm/token", "{'serialNumber':'%s'}".formatted(serial), "$.entitlements[0].token");
        assertThat(licences.consume(fourth)).contains(serial);
        assertThat(licences.consume(third)).isEmpty();
    }

    @Test
    void stoppedLicenceIsStoppedAndItsTokenWorthless() {
        var serial = flex.newLicence(flex.newConfig("base"), ORDER);
        var token = tokenOf(serial);
        var body = "{'serialNumber':'%s'}".formatted(serial);

        assertThat(flex.<String>read("entitlements/stop", body, "$.entitlements[0].status"))
                .isEqualTo("STOPPED");
        refused(400, -1, flex.call("entitlements/stop", body));
        assertThat(sandbox.bean(Licences.class).consume(token)).isEmpty();
        assertThat(flex.<String>read("entitlements/reactivate", body, "$.entitlements[0].status"))
                .isEqualTo("PENDING");
    }

    @Test
    void activeLicenceReactivatedIsActive() {
        var serial = flex.newLicence(flex.newConfig("base"), ORDER);
        sandbox.bean(Licences.class).consume(tokenOf(serial));
        var body = "{'serialNumber':'%s'}".formatted(serial);
        flex.call("entitlements/stop", body);

        assertThat(flex.<String>read("entitlements/reactivate", body, "$.entitlements[0].status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void skipPendingChargesAtOnce() {
        var config = flex.newConfig("base");
        String serial = flex.read(
                "entitlements/vm/create",
                "{'configId':%d,'count':1,'skipPending':true}".formatted(config),
                "$.entitlements[0].serialNumber");
        var today = LocalDate.now(FortiFlexPrograms.PACIFIC);

        assertThat(entitlement(serial)).containsEntry("status", "ACTIVE").containsEntry("tokenStatus", "NOTUSED");
        assertThat(flex.<List<Map<String, Object>>>read(
                        "entitlements/points",
                        "{'startDate':'%s','endDate':'%s','configId':%d}".formatted(today, today, config),
                        "$.entitlements"))
                .containsExactly(Map.of("accountId", 12345, "serialNumber", serial, "points", 10));
    }

    @Test
    void pendingLicenceCostsNothing() {
        var config = flex.newConfig("base");
        flex.newLicence(config, ORDER);
        var today = LocalDate.now(FortiFlexPrograms.PACIFIC);

        assertThat(flex.<List<Integer>>read(
                        "entitlements/points",
                        "{'startDate':'%s','endDate':'%s','configId':%d}".formatted(today, today, config),
                        "$.entitlements[*].points"))
                .containsExactly(0);
    }

    @Test
    void licenceIsUpdated() {
        var config = flex.newConfig("base");
        var serial = flex.newLicence(config, "");
        var end = LocalDate.now(FortiFlexPrograms.PACIFIC).plusMonths(3);

        flex.call(
                "entitlements/update",
                "{'serialNumber':'%s','configId':%d,'description':'%s','endDate':'%sT00:00:00'}"
                        .formatted(serial, config, ORDER, end));

        assertThat(entitlement(serial)).containsEntry("description", ORDER).containsEntry("endDate", end + "T00:00:00");
    }

    @Test
    void everyFormOfAnEndDateIsRead() {
        var config = flex.newConfig("base");
        var end = LocalDate.now(FortiFlexPrograms.PACIFIC).plusYears(1);

        for (var form : List.of(end + "", end + "T00:00:00", end + "T12:00:00Z", end + "T12:00:00.5+01:00")) {
            assertThat(flex.<String>read(
                            "entitlements/vm/create",
                            "{'configId':%d,'count':1,'endDate':'%s'}".formatted(config, form),
                            "$.entitlements[0].endDate"))
                    .as(form)
                    .isEqualTo(end + "T00:00:00");
        }
    }

    @Test
    void refusalsCarryTheEnvelopeAndNameTheField() {
        var config = flex.newConfig("base");
        var yesterday = LocalDate.now(FortiFlexPrograms.PACIFIC).minusDays(1);
        var create = "entitlements/vm/create";

        refused(400, -1, flex.call(create, "{'configId':999999,'count':1}"));
        refused(400, -1, flex.call(create, "{'configId':%d,'count':0}".formatted(config)));
        refused(400, -1, flex.call(create, "{'configId':'%d','count':1}".formatted(config)));
        assertThat(refused(
                        400,
                        -1,
                        flex.call(create, "{'configId':%d,'count':1,'endDate':'%s'}".formatted(config, yesterday))))
                .contains("endDate");
        refused(400, -1, flex.call(create, "{'configId':%d,'count':1,'endDate':'2099-01-01'}".formatted(config)));
        refused(400, -1, flex.call(create, "{'configId':%d,'count':1,'endDate':'soon'}".formatted(config)));
        refused(400, -1, flex.call(create, "no json"));
        refused(400, -1, flex.call("entitlements/stop", "{'serialNumber':'FEVMMLTM00000000'}"));
        refused(401, -1, flex.withToken("x").call("programs/list", "{}"));
        assertThat(sandbox.bean(Ledger.class).effects("fortiflex", null))
                .extracting(Effect::kind)
                .containsExactly("configuration created");
    }

    @Test
    void wrongParametersAreNamedByTheirId() {
        var body = "{'programSerialNumber':'%s','name':'x','productTypeId':%d,'parameters':[%s]}";
        assertThat(refused(400, -1, flex.call("configs/create", body.formatted(PROGRAM, 11, "{'id':73,'value':'3'}"))))
                .contains("Parameter id 73");
        assertThat(refused(400, -1, flex.call("configs/create", body.formatted(PROGRAM, 11, "{'id':73,'value':'2'}"))))
                .contains("Parameter id 74");
        assertThat(refused(400, -1, flex.call("configs/create", body.formatted(PROGRAM, 11, "{'id':9,'value':'2'}"))))
                .contains("Parameter id 9");
        refused(400, -1, flex.call("configs/create", body.formatted(PROGRAM, 12, "")));
        refused(400, -1, flex.call("configs/create", body.formatted("ELAVMS0000000000", 11, "")));
    }

    @Test
    void poolGivesTheSameUnusedTokenToTwoTakers() {
        var config = flex.newConfig("pool");
        var first = flex.newLicence(config, "pool");
        flex.newLicence(config, "pool");

        assertThat(nextOf(config)).isEqualTo(first).isEqualTo(nextOf(config));
        sandbox.bean(Licences.class).consume(tokenOf(first));
        assertThat(nextOf(config)).isNotEqualTo(first);
        assertThat(flex.<List<Map<String, Object>>>read("groups/list", "{'accountId':12345}", "$.groups"))
                .containsExactly(
                        Map.of("accountId", 12345, "folderPath", "My Assets", "availableTokens", 1, "usedTokens", 1));
    }

    @Test
    void priceIsCalculatedWithoutCreatingAnything() throws Exception {
        var answer = flex.call("tools/calc", """
                {'programSerialNumber':'%s','productTypeId':11,'count':2,
                 'parameters':[{'id':73,'value':'2'},{'id':74,'value':'FMLATP'},{'id':75,'value':'FMLFCAS'}]}""".formatted(PROGRAM));

        JSONAssert.assertEquals(
                """
                {"status":0,"message":"Request processed successfully.","error":null,
                 "points":{"current":40,"latest":40,"latestEffectiveDate":"%d-01-01T00:00:00"}}""".formatted(Year.now(FortiFlexPrograms.PACIFIC).getValue()), answer.body(), true);
        assertThat(sandbox.bean(Ledger.class).countEffects()).isZero();
    }

    @Test
    void ledgerCountsWhatWasMadeUnderTheOrderNumber() {
        var serial = flex.newLicence(flex.newConfig("base"), ORDER);
        list("{'accountId':12345,'programSerialNumber':'%s','description':'%s'}".formatted(PROGRAM, ORDER));

        var ledger = sandbox.bean(Ledger.class);
        assertThat(ledger.effects("fortiflex", ORDER))
                .extracting(Effect::kind, Effect::objectId)
                .containsExactly(tuple("licence created", serial));
        assertThat(ledger.calls("fortiflex", ORDER))
                .extracting(call -> call.call() + " " + call.status())
                .containsExactly(
                        "POST /ES/api/fortiflex/v2/entitlements/vm/create 200",
                        "POST /ES/api/fortiflex/v2/entitlements/list 200");
    }

    private List<String> list(String filters) {
        return flex.read("entitlements/list", filters, "$.entitlements[*].serialNumber");
    }

    private String nextOf(int config) {
        return flex.read("groups/nexttoken", "{'configId':%d}".formatted(config), "$.entitlements[0].serialNumber");
    }

    private Map<String, Object> entitlement(String serial) {
        return flex.<List<Map<String, Object>>>read(
                        "entitlements/list",
                        "{'accountId':12345,'programSerialNumber':'%s','serialNumber':'%s'}".formatted(PROGRAM, serial),
                        "$.entitlements")
                .get(0);
    }

    private String tokenOf(String serial) {
        return (String) entitlement(serial).get("token");
    }

    private static String refused(int httpStatus, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(httpStatus);
        assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$"))
                .containsOnlyKeys("status", "message", "error")
                .containsEntry("status", status);
        return JsonPath.read(answer.body(), "$.message");
    }
}
