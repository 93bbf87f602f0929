package be.belnet.sandbox.sectigo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectigoOrganisationTest {

    private static SandboxRunner sandbox;
    private static SectigoCaller scm;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start("--sandbox.sectigo.organisation-time=300ms");
        scm = SectigoCaller.network(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        sandbox.delete("/api/world");
    }

    @ParameterizedTest
    @CsvSource({"u, p, other", "u, wrong, belnet", "nobody, p, belnet"})
    void wrongHeadersAreNobody(String login, String password, String customerUri) {
        var answer = sandbox.send(sandbox.request("/sectigo/api/organization/v1")
                .header("login", login)
                .header("password", password)
                .header("customerUri", customerUri)
                .GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.code")).isEqualTo(-16);
    }

    @Test
    void missingHeadersAreNobody() {
        assertThat(sandbox.get("/sectigo/api/organization/v1").statusCode()).isEqualTo(401);
    }

    @Test
    void createdOrganisationIsWhereItsLocationSays() {
        var answer = scm.post("organization/v1", """
                {'name':'Network School','alternativeName':'NSOL','address1':'Street 1','stateProvince':'Namur',
                 'postalCode':'5000','country':'BE','clientCertificate':{},'numberServers':3}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(sandbox.address() + "/sectigo/api/organization/");
        var id = SectigoCaller.id(answer);
        assertThat(scm.<String>read("organization/v1/" + id, "$.name")).isEqualTo("Network School");
        assertThat(scm.<String>read("organization/v1/" + id, "$.secondaryName")).isEqualTo("NSOL");
        assertThat(scm.<String>read("organization/v1/" + id, "$.stateOrProvince"))
                .isEqualTo("Namur");
        assertThat(scm.get("organization/v1/" + id).body()).doesNotContain("null", "\"city\"");
    }

    @Test
    void listIsNotPagedAndHoldsDepartments() {
        var first = scm.organisation("First");
        scm.organisation("Second");
        scm.create("organization/v1", "{'name':'Library','parentOrgName':'First'}");

        var list = scm.get("organization/v1?size=1").body();
        assertThat(JsonPath.<List<String>>read(list, "$[*].name")).containsExactly("First", "Second");
        assertThat(JsonPath.<Integer>read(list, "$[0].id")).isEqualTo(first);
        assertThat(JsonPath.<String>read(list, "$[0].departments[0].parentName"))
                .isEqualTo("First");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {}                                                                                            | -7
            {'name':'X','city':'Namur','country':'BE','clientCertificate':{}}                             | -7
            {'name':'X','address1':'S','country':'BE','clientCertificate':{}}                             | -7
            {'name':'X','address1':'S','city':'Namur','country':'BE'}                                     | -7
            {'name':'X','address1':'S','city':'Namur','country':'be','clientCertificate':{}}              | -1601
            {'name':'X','address1':'S','city':'Namur','country':'BE','postalCode':'12345678901','clientCertificate':{}} | -1601
            {'name':'X','parentOrgName':'Nobody'}                                                         | -1023
            []                                                                                            | -1601
            {'name'                                                                                       | -1601
            """)
    void incompleteOrganisationIsRefused(String body, int code) {
        var answer = scm.post("organization/v1", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.code")).isEqualTo(code);
        assertThat(JsonPath.<String>read(answer.body(), "$.description")).isNotBlank();
        assertThat(sandbox.bean(Ledger.class).countEffects()).isZero();
    }

    @Test
    void validationIsPendingFirst() {
        var path = "organization/v2/%d/validations".formatted(scm.organisation("Network School"));

        assertThat(scm.<String>read(path, "$[0].status")).isEqualTo("PENDING");
        assertThat(scm.<String>read(path, "$[0].validationLevel")).isEqualTo("OV_SSL");
        await().until(() -> scm.<String>read(path, "$[0].status"), "VALIDATED"::equals);
        assertThat(scm.<String>read(path, "$[0].expires")).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{3}Z");
        assertThat(scm.get(path).body()).doesNotContain("backgroundStatus");
    }

    @Test
    void refusedOrganisationStaysSo() {
        var path = "organization/v2/%d/validations".formatted(scm.organisation("Network School"));
        assertThat(refuse("Network School").statusCode()).isEqualTo(204);

        await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(scm.<String>read(path, "$[0].status")).isEqualTo("PENDING");
        assertThat(scm.<String>read(path, "$[0].backgroundStatus")).isEqualTo("FAILED");
        assertThat(refuse("Nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void refusedOrganisationIsValidatedWhenItsCheckSucceedsLater() {
        var path = "organization/v2/%d/validations".formatted(scm.organisation("Network School"));
        refuse("Network School");
        assertThat(check("validated", "Network School").statusCode()).isEqualTo(204);

        assertThat(scm.<String>read(path, "$[0].status")).isEqualTo("VALIDATED");
        assertThat(scm.get(path).body()).contains("expires").doesNotContain("backgroundStatus");
        assertThat(check("validated", "Nobody").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> refuse(String name) {
        return check("refused", name);
    }

    private static HttpResponse<String> check(String outcome, String name) {
        return sandbox.send(sandbox.request("/api/sectigo/%s-organisations".formatted(outcome))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name))));
    }

    @Test
    void administratorOfOrganisationsMakesNone() {
        var answer = SectigoCaller.organisation(sandbox)
                .post("organization/v1", "{'name':'X','address1':'S','city':'N','country':'BE'}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.code")).isEqualTo(-3);
    }

    @Test
    void changeAndEndOfAnOrganisation() {
        var id = scm.organisation("Network School");
        var changed = scm.call(
                "PUT",
                "organization/v1/" + id,
                "{'name':'Net School','address1':'Street 2','city':'Liège','country':'BE','clientCertificate':{}}");

        assertThat(JsonPath.<String>read(changed.body(), "$.name")).isEqualTo("Net School");
        assertThat(scm.call("DELETE", "organization/v1/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(scm.get("organization/v1/" + id).statusCode()).isEqualTo(404);
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", null))
                .extracting(Effect::kind)
                .containsExactly("organisation created", "organisation changed", "organisation deleted");
    }

    @Test
    void sameNameIsTakenTwiceUnlessASettingForbidsIt() {
        scm.organisation("Network School");
        scm.organisation("Network School");
        assertThat(scm.<List<Object>>read("organization/v1", "$")).hasSize(2);

        try (var strict = SandboxRunner.start("--sandbox.sectigo.unique-organisations=true")) {
            var there = SectigoCaller.network(strict);
            there.organisation("Network School");
            assertThat(there.post("organization/v1", """
                    {'name':'network school','address1':'S','city':'N','country':'BE','clientCertificate':{}}""").body()).contains("-1021");
            assertThat(there.<List<Object>>read("organization/v1", "$")).hasSize(1);
        }
    }

    @Test
    void unknownAddressIsNotFound() {
        assertThat(scm.get("organization/v9").statusCode()).isEqualTo(404);
        assertThat(scm.get("organization/v1/x").statusCode()).isEqualTo(400);
    }
}
