package be.belnet.sandbox.sectigo;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Call;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectigoDomainTest {

    private static SandboxRunner sandbox;
    private static SectigoCaller scm;

    private int organisation;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start();
        scm = SectigoCaller.network(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void oneOrganisation() {
        sandbox.delete("/api/world");
        organisation = scm.organisation("Network School");
    }

    @Test
    void newDomainIsDelegatedAndNotValidated() {
        var answer = scm.post("domain/v1", """
                {'name':'NSOL.example','description':'Main','enabled':true,'includeSubdomains':true,
                 'delegations':[{'orgId':'%d','certTypes':['SSL','SMIME']}]}""".formatted(organisation));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
        var details = scm.get("domain/v1/" + SectigoCaller.id(answer)).body();
        assertThat(JsonPath.<String>read(details, "$.name")).isEqualTo("nsol.example");
        assertThat(JsonPath.<String>read(details, "$.validationStatus")).isEqualTo("NOT_VALIDATED");
        assertThat(JsonPath.<String>read(details, "$.delegationStatus")).isEqualTo("ACTIVE");
        assertThat(JsonPath.<String>read(details, "$.state")).isEqualTo("ACTIVE");
        assertThat(JsonPath.<List<String>>read(details, "$.delegations[0].certTypes"))
                .containsExactly("SSL", "SMIME");
        assertThat(details).doesNotContain("null", "dcvExpiration", "validationMethod");
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", "nsol.example"))
                .extracting(Effect::kind)
                .containsExactly("domain created", "delegation made");
        assertThat(sandbox.bean(Ledger.class).calls("sectigo", "nsol.example"))
                .extracting(Call::call)
                .containsExactly("POST /api/domain/v1", "GET /api/domain/v1/" + SectigoCaller.id(answer));
    }

    @Test
    void pagesAddUpToTheWhole() {
        for (var number = 1; number <= 5; number++) {
            scm.domain("d%d.example".formatted(number), organisation);
        }

        assertThat(scm.<String>readAll("domain/v1", 2, "$[*].name"))
                .containsExactly("d1.example", "d2.example", "d3.example", "d4.example", "d5.example");
        var page = scm.get("domain/v1?size=2&position=1");
        assertThat(page.headers().firstValue("X-Total-Count")).contains("5");
        assertThat(JsonPath.<List<String>>read(page.body(), "$[*].name")).containsExactly("d2.example", "d3.example");
        assertThat(scm.<List<String>>read("domain/v1?position=4&size=", "$[*].name"))
                .containsExactly("d5.example");
        assertThat(scm.<List<String>>read("domain/v1?position=9", "$[*].name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=201", "size=0", "size=x", "position=-1", "dateFormat=MARS"})
    void nonsenseInAListIsRefused(String query) {
        var id = scm.domain("nsol.example", organisation);
        var answer = scm.get("domain/v1" + (query.startsWith("date") ? "/" + id : "") + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(-1601);
    }

    @Test
    void filtersNarrowTheList() {
        var other = scm.organisation("Other School");
        scm.domain("nsol.example", organisation);
        var suspended = scm.domain("other.example", other);
        scm.call("PUT", "domain/v1/%d/suspend".formatted(suspended), null);
        SectigoCaller.organisation(sandbox).domain("asked.example", other);

        assertThat(names("name=SOL")).containsExactly("nsol.example");
        assertThat(names("orgId=" + other)).containsExactly("other.example", "asked.example");
        assertThat(names("state=inactive")).containsExactly("other.example");
        assertThat(names("status=requested")).containsExactly("asked.example");
        assertThat(names("status=approved&state=active")).containsExactly("nsol.example");
        assertThat(names("name=&orgId=&state=&status=")).hasSize(3);
        assertThat(scm.<Integer>read("domain/v1/count?orgId=" + other, "$.count"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'name':'nsol.example','delegations':[{'orgId':ORG,'certTypes':['SSL']}]}     | -700
            {'name':'NSOL.EXAMPLE','delegations':[{'orgId':ORG,'certTypes':['SSL']}]}     | -700
            {'name':'new.example','delegations':[]}                                       | -709
            {'name':'new.example'}                                                        | -709
            {'name':'new.example','delegations':[{'orgId':1,'certTypes':['SSL']}]}        | -1023
            {'name':'new.example','delegations':[{'orgId':ORG,'certTypes':[]}]}           | -7
            {'name':'new.example','delegations':[{'orgId':ORG,'certTypes':['CAR']}]}      | -1601
            {'name':'a.b','delegations':[{'orgId':ORG,'certTypes':['SSL']}]}              | -712
            {'name':'example','delegations':[{'orgId':ORG,'certTypes':['SSL']}]}          | -714
            {'name':'*.example','delegations':[{'orgId':ORG,'certTypes':['SSL']}]}        | -714
            {'name':'two words.example','delegations':[{'orgId':ORG,'certTypes':['SSL']}]} | -732
            {'delegations':[{'orgId':ORG,'certTypes':['SSL']}]}                           | -7
            """)
    void unfitDomainIsRefusedAndNotMade(String body, int code) {
        scm.domain("nsol.example", organisation);

        assertThat(code(scm.post("domain/v1", body.replace("ORG", String.valueOf(organisation)))))
                .isEqualTo(code);
        assertThat(names("")).containsExactly("nsol.example");
    }

    @Test
    void delegationAskedForByAnOrganisationIsApprovedOnce() {
        var id = SectigoCaller.organisation(sandbox).domain("nsol.example", organisation);
        var asked = "{'orgId':%d}".formatted(organisation);

        assertThat(scm.<String>read("domain/v1/" + id, "$.delegationStatus")).isEqualTo("REQUESTED");
        assertThat(code(SectigoCaller.organisation(sandbox)
                        .post("domain/v1/%d/delegation/approve".formatted(id), asked)))
                .isEqualTo(-3);
        assertThat(scm.post("domain/v1/%d/delegation/approve".formatted(id), asked)
                        .statusCode())
                .isEqualTo(200);
        assertThat(scm.<String>read("domain/v1/" + id, "$.delegations[0].status"))
                .isEqualTo("ACTIVE");
        assertThat(code(scm.post("domain/v1/%d/delegation/approve".formatted(id), asked)))
                .isEqualTo(-705);
    }

    @Test
    void rejectedDelegationIsGone() {
        var id = SectigoCaller.organisation(sandbox).domain("nsol.example", organisation);
        var path = "domain/v1/%d/delegation/reject".formatted(id);
        var asked = "{'orgId':%d}".formatted(organisation);

        assertThat(scm.post(path, asked).statusCode()).isEqualTo(200);
        assertThat(scm.<List<Object>>read("domain/v1/" + id, "$.delegations")).isEmpty();
        assertThat(code(scm.post(path, asked))).isEqualTo(-707);
    }

    @Test
    void delegationsComeAndGo() {
        var other = scm.organisation("Other School");
        var first = scm.domain("nsol.example", organisation);
        var second = scm.domain("*.nsol.example", organisation);
        var asked =
                "{'domainIds':['%d',%d],'orgId':%d,'certTypes':['SSL'],'domainCertificateRequestPrivileges':['SUBDOMAIN']}"
                        .formatted(first, second, other);

        assertThat(scm.post("domain/v1/delegation", asked).statusCode()).isEqualTo(200);
        assertThat(names("orgId=" + other)).containsExactly("nsol.example", "*.nsol.example");
        assertThat(scm.<List<String>>read("domain/v1/" + first, "$.delegations[1].domainCertificateRequestPrivileges"))
                .containsExactly("SUBDOMAIN");

        var gone = scm.call("DELETE", "domain/v1/%d/delegation".formatted(first), "{'orgId':%d}".formatted(other));
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(names("orgId=" + other)).containsExactly("*.nsol.example");
        assertThat(scm.post(
                                "domain/v1/%d/delegation".formatted(first),
                                "{'orgId':%d,'certTypes':['SSL']}".formatted(other))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void domainIsSuspendedActivatedAndDeletedByTheNetworkAlone() {
        var id = scm.domain("nsol.example", organisation);

        for (var step : List.of("suspend", "activate")) {
            assertThat(code(SectigoCaller.organisation(sandbox)
                            .call("PUT", "domain/v1/%d/%s".formatted(id, step), null)))
                    .isEqualTo(-3);
        }
        assertThat(scm.call("PUT", "domain/v1/%d/suspend".formatted(id), null).statusCode())
                .isEqualTo(200);
        assertThat(scm.<String>read("domain/v1/" + id, "$.state")).isEqualTo("SUSPENDED");
        scm.call("PUT", "domain/v1/%d/activate".formatted(id), null);
        assertThat(scm.<String>read("domain/v1/" + id, "$.state")).isEqualTo("ACTIVE");
        assertThat(scm.call("DELETE", "domain/v1/" + id, null).statusCode()).isEqualTo(204);
        assertThat(scm.get("domain/v1/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void monitoringIsKept() {
        var id = scm.domain("nsol.example", organisation);
        scm.call("PUT", "domain/v1/%d/monitoring".formatted(id), "{'enabled':true,'includeSubdomains':false}");

        assertThat(scm.<Boolean>read("domain/v1/" + id, "$.ctLogMonitoring.enabled"))
                .isTrue();
    }

    private List<String> names(String query) {
        return scm.read("domain/v1?" + query, "$[*].name");
    }

    private static int code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JsonPath.read(answer.body(), "$.code");
    }
}
