package be.belnet.sandbox.sectigo;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectigoAdministratorTest {

    private static final String ACCOUNT = """
            {'login':'%1$s','email':'%1$s','forename':'Certificate','surname':'Administrator','telephone':'+32 2 1',
             'credentials':[{'role':'RAO_SSL','orgId':%2$d}]}""";

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
    void newAccountManagesItsOrganisationAndIsToldSo() {
        var id = scm.create("admin/v1", ACCOUNT.formatted("pki@nsol.example", organisation));

        assertThat(scm.<String>read("admin/v1/" + id, "$.credentials[0].role")).isEqualTo("RAO_SSL");
        assertThat(scm.<Integer>read("admin/v1/" + id, "$.credentials[0].orgId"))
                .isEqualTo(organisation);
        assertThat(scm.<String>read("admin/v1/" + id, "$.phone")).isEqualTo("+32 2 1");
        assertThat(JsonPath.<List<String>>read(
                        sandbox.get("/api/mails?to=pki@nsol.example").body(), "$[*].text"))
                .singleElement()
                .asString()
                .contains("pki@nsol.example");
        assertThat(sandbox.bean(Ledger.class).effects("sectigo", "Network School"))
                .extracting(Effect::kind)
                .containsExactly("organisation created", "administrator created");
    }

    @Test
    void listIsFilteredAndPaged() {
        var other = scm.organisation("Other School");
        scm.create("admin/v1", ACCOUNT.formatted("a@nsol.example", organisation));
        scm.create("admin/v1", ACCOUNT.formatted("b@other.example", other));

        assertThat(logins("email=A@NSOL")).containsExactly("a@nsol.example");
        assertThat(logins("orgId=" + other)).containsExactly("b@other.example");
        assertThat(logins("size=1&position=1")).containsExactly("b@other.example");
        assertThat(logins("email=&orgId=")).hasSize(2);
    }

    @Test
    void loginIsTakenOnce() {
        scm.create("admin/v1", ACCOUNT.formatted("a@nsol.example", organisation));

        assertThat(scm.post("admin/v1", ACCOUNT.formatted("A@nsol.example", organisation))
                        .statusCode())
                .isEqualTo(400);
        assertThat(logins("")).hasSize(1);
    }

    @Test
    void credentialsChangeAndTheAccountEnds() {
        var other = scm.organisation("Other School");
        var id = scm.create("admin/v1", ACCOUNT.formatted("a@nsol.example", organisation));

        assertThat(scm.call("PUT", "admin/v1/" + id, ACCOUNT.formatted("a@nsol.example", other))
                        .statusCode())
                .isEqualTo(200);
        assertThat(logins("orgId=" + organisation)).isEmpty();
        assertThat(scm.call("DELETE", "admin/v1/" + id, null).statusCode()).isEqualTo(204);
        assertThat(scm.get("admin/v1/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {'login':'a','email':'a@b.example','forename':'A','surname':'B'}                                               | -7
            {'login':'a','email':'a@b.example','forename':'A','surname':'B','credentials':[{'role':'RAO_SSL'}]}            | -7
            {'login':'a','email':'nobody','forename':'A','surname':'B','credentials':[{'role':'MRAO'}]}                    | -1601
            {'login':'a','email':'a@b.example','forename':'A','surname':'B','credentials':[{'role':'KING'}]}               | -1601
            {'login':'a','email':'a@b.example','forename':'A','surname':'B','credentials':[{'role':'RAO_SSL','orgId':1}]}  | -1023
            """)
    void unfitAccountIsRefused(String body, int code) {
        var answer = scm.post("admin/v1", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.code"))
                .as(answer.body())
                .isEqualTo(code);
        assertThat(logins("")).isEmpty();
    }

    private static List<String> logins(String query) {
        return scm.read("admin/v1?" + query, "$[*].login");
    }
}
