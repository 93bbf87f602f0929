package be.belnet.sandbox.fortinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;

class FortiCareTest {

    private static final String CODE = "AB3DE-2GH4K-LMN5P-QR6TU-VW7YZ8";
    private static final String ORDER = "BAMS-2026-00042";
    private static final String REGISTER =
            "{'licenseRegistrationCode':'%s','isGovernment':false,'description':'%s'}".formatted(CODE, ORDER);

    private static SandboxRunner sandbox;
    private FortinetCaller care;

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
        care = FortinetCaller.fortiCare(sandbox);
    }

    @Test
    void registeringACodeMakesAProductWithItsLicence() {
        var answer = care.call("licenses/register", REGISTER);

        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, Object> envelope = JsonPath.read(answer.body(), "$");
        assertThat(envelope)
                .containsEntry("build", "1.0.0")
                .containsEntry("version", "3.0")
                .containsEntry("token", care.token())
                .containsEntry("status", 0)
                .containsEntry("error", null)
                .containsKey("message");
        Map<String, Object> asset = JsonPath.read(answer.body(), "$.assetDetails");
        assertThat((String) asset.get("serialNumber")).matches("FEVM\\d{12}");
        assertThat(asset)
                .containsKeys("productModel", "registrationDate", "entitlements", "contracts")
                .containsEntry("description", ORDER)
                .containsEntry("isDecommissioned", false);
        assertThat(JsonPath.<Map<String, Object>>read(answer.body(), "$.assetDetails.license"))
                .containsOnlyKeys("licenseNumber", "licenseSKU", "licenseFile");
        assertThat(sandbox.bean(Ledger.class).effects("forticare", ORDER))
                .extracting(Effect::kind, Effect::objectId)
                .containsExactly(tuple("licence registered", asset.get("serialNumber")));
    }

    @Test
    void codeIsGoodOnce() {
        care.call("licenses/register", REGISTER);
        var second = care.call("licenses/register", REGISTER);

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Integer>read(second.body(), "$.status")).isEqualTo(-1);
        assertThat(sandbox.bean(Ledger.class).countEffects()).isEqualTo(1);
    }

    @Test
    void codeHasFiveGroups() {
        for (var code : List.of("AB3DE-2GH4K-LMN5P-QR6TU-VW7YZ", "AB3DE2GH4KLMN5PQR6TUVW7YZ8", "")) {
            var answer = care.call("licenses/register", "{'licenseRegistrationCode':'%s'}".formatted(code));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void licenceFileMayHaveToBeFetched() {
        try (var other = SandboxRunner.start("--sandbox.fortinet.licence-file-at-registration=false")) {
            var caller = FortinetCaller.fortiCare(other);
            var registered = caller.call("licenses/register", REGISTER);
            assertThat(JsonPath.<String>read(registered.body(), "$.assetDetails.license.licenseFile"))
                    .isNull();
            String serial = JsonPath.read(registered.body(), "$.assetDetails.serialNumber");

            var file = caller.call("licenses/download", "{'serialNumber':'%s'}".formatted(serial));
            assertThat(JsonPath.<String>read(file.body(), "$.serialNumber")).isEqualTo(serial);
            assertThat(JsonPath.<String>read(file.body(), "$.licenseFile")).startsWith("-----BEGIN");
        }
    }

    @Test
    void licencesAreListed() {
        care.call("licenses/register", REGISTER);

        assertThat(care.<List<String>>read("licenses/list", "{'status':'Registered'}", "$.licenses[*].status"))
                .containsExactly("Registered");
        assertThat(care.<List<?>>read("licenses/list", "{'status':'Pending'}", "$.licenses"))
                .isEmpty();
    }

    @Test
    void productsAreFoundByPattern() {
        String serial = care.read("licenses/register", REGISTER, "$.assetDetails.serialNumber");

        assertThat(care.<List<String>>read("products/list", "{'serialNumber':'FEVM%'}", "$.assets[*].serialNumber"))
                .containsExactly(serial);
        assertThat(care.<List<?>>read("products/list", "{'serialNumber':'FGVM%'}", "$.assets"))
                .isEmpty();
        assertThat(care.<List<?>>read("products/list", "{'expireBefore':'2099-01-01T00:00:00'}", "$.assets"))
                .hasSize(1);
        assertThat(care.<List<?>>read("products/list", "{'serialNumber':'%','pageNumber':2}", "$.assets"))
                .isEmpty();
        assertThat(care.call("products/list", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void assetHasTheFieldsOfTheReference() throws Exception {
        care.call("products/register", """
                {'registrationUnits':[{'serialNumber':'FEVM020000000001','isGovernment':false,'description':'%s',
                  'contractNumber':'1234AB567890'}]}""".formatted(ORDER));
        var answer = care.call("products/details", "{'serialNumber':'FEVM020000000001'}");
        String from = JsonPath.read(answer.body(), "$.assetDetails.registrationDate");
        String until = JsonPath.read(answer.body(), "$.assetDetails.entitlements[0].endDate");

        assertThat(from).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        JSONAssert.assertEquals("""
                {"build":"1.0.0","version":"3.0","token":"%1$s","status":0,
                 "message":"Request processed successfully.","error":null,"assetDetails":{
                  "serialNumber":"FEVM020000000001","productModel":"FortiMail-VM","description":"%2$s",
                  "registrationDate":"%3$s","isDecommissioned":false,"status":"Registered",
                  "folderId":null,"folderPath":"/My Assets",
                  "entitlements":[{"type":12,"typeDesc":"Technical Support","level":20,"levelDesc":"Premium",
                    "startDate":"%3$s","endDate":"%4$s"}],
                  "contracts":[{"contractNumber":"1234AB567890","sku":"FE-VM02",
                    "terms":[{"startDate":"%3$s","endDate":"%4$s","supportType":"Technical Support"}]}]}}""".formatted(care.token(), ORDER, from, until), answer.body(), true);
    }

    @Test
    void atMostTenUnitsAreRegisteredAtOnceAndEachOnce() {
        assertThat(care.call("products/register", units(11)).statusCode()).isEqualTo(400);
        assertThat(care.call("products/register", units(10)).statusCode()).isEqualTo(200);
        assertThat(care.call("products/register", units(1)).statusCode()).isEqualTo(400);
        assertThat(care.<List<?>>read("products/list", "{'serialNumber':'%'}", "$.assets"))
                .hasSize(10);
    }

    @Test
    void descriptionIsChanged() {
        String serial = care.read("licenses/register", REGISTER, "$.assetDetails.serialNumber");
        care.call("products/description", "{'serialNumber':'%s','description':'moved'}".formatted(serial));

        assertThat(care.<String>read(
                        "products/details", "{'serialNumber':'%s'}".formatted(serial), "$.assetDetails.description"))
                .isEqualTo("moved");
    }

    @Test
    void contractMakesAProductOnce() {
        var body = "{'contractNumber':'9876ZY543210','isGovernment':false,'description':'%s'}".formatted(ORDER);

        assertThat(care.<String>read("services/register", body, "$.assetDetails.contracts[0].contractNumber"))
                .isEqualTo("9876ZY543210");
        assertThat(care.call("services/register", body).statusCode()).isEqualTo(400);
    }

    @Test
    void productsMoveBetweenFolders() {
        String serial = care.read("licenses/register", REGISTER, "$.assetDetails.serialNumber");
        int folder = care.read("folders/create", "{'folderName':'BAMS'}", "$.folder.folderId");
        int inner = care.read(
                "folders/create", "{'folderName':'2026','parentFolderId':%d}".formatted(folder), "$.folder.folderId");

        assertThat(care.<List<String>>read(
                        "products/folder",
                        "{'serialNumber':'%s','folderId':%d}".formatted(serial, inner),
                        "$.assets[*].folderPath"))
                .containsExactly("/My Assets/BAMS/2026");
        assertThat(care.<List<String>>read(
                        "products/folder",
                        "{'serialNumber':'%s','folderId':null}".formatted(serial),
                        "$.assets[*].folderPath"))
                .containsExactly("/My Assets");
        assertThat(care.<List<?>>read("folders/list", "{}", "$.folders")).hasSize(2);
    }

    private static String units(int count) {
        return IntStream.range(0, count)
                .mapToObj("{'serialNumber':'FEVM%012d','isGovernment':false}"::formatted)
                .collect(Collectors.joining(",", "{'registrationUnits':[", "]}"));
    }
}
