package be.belnet.sandbox.harica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import be.belnet.sandbox.ledger.Effect;
import be.belnet.sandbox.ledger.Ledger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaricaEnterpriseTest {
    private static SandboxRunner sandbox;

    private HaricaCaller harica;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start(
                "--sandbox.harica.check-time=100ms",
                "--sandbox.harica.organisation-time=300ms",
                "--sandbox.harica.look-time=50ms");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void emptyWorld() {
        sandbox.delete("/api/world");
        harica = HaricaCaller.network(sandbox);
    }

    @Test
    void enterpriseIsListedWithItsDomain() {
        var id = harica.enterprise("Network School", "nsol.example");

        assertThat(harica.<List<String>>read("SearchGroups", "$[*].id")).containsExactly(id);
        assertThat(harica.<List<String>>read("GetOrganizations", "$[*].groupId"))
                .containsExactly(id);
        assertThat(harica.<List<String>>read("GetOrganizations", "$[*].organization"))
                .containsExactly("Network School");
    }

    @Test
    void listsIgnoreWhatTheyAreToFilterBy() {
        harica.enterprise("Network School", "nsol.example");
        harica.enterprise("Other School", "other.example");

        assertThat(harica.post("OrganizationAdmin/SearchGroups", "{'key':'alias','value':'Other School'}")
                        .body())
                .contains("Network School", "Other School");
    }

    @Test
    void secondEnterpriseOfTheSameNameIsAnother() {
        harica.enterprise("Network School", "nsol.example");
        harica.enterprise("Network School", "nsol2.example");

        assertThat(harica.<List<String>>read("SearchGroups", "$[*].id")).hasSize(2);
    }

    @Test
    void enterpriseNeedsWhatHaricaAsksFor() {
        var answer = harica.post(
                "OrganizationAdmin/CreateEnterprise", "{'alias':'NSOL','legalName':'Network School','country':'BE'}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("enterpriseNumber");
        assertThat(effects()).isEmpty();
    }

    @Test
    void domainOfAnotherEnterpriseMakesNone() {
        harica.enterprise("Network School", "nsol.example");
        var answer = harica.post("OrganizationAdmin/CreateEnterprise", """
                {'alias':'B','legalName':'B','enterpriseNumber':'1','domain':'nsol.example','country':'BE',
                 'notificationAlias':'pki@nsol.example'}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(effects()).containsExactly("enterprise created", "domain added");
    }

    @Test
    void nothingIsValidatedBeforeTheBasicCheck() {
        try (var slow = SandboxRunner.start("--sandbox.harica.check-time=1h")) {
            var there = HaricaCaller.network(slow);
            there.enterprise("Network School", "nsol.example");
            var answer = there.validate(id(there));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("still being checked");
        }
    }

    @Test
    void organisationIsValidatedAfterTheBasicCheck() {
        harica.enterprise("Network School", "nsol.example");
        assertThat(harica.<List<String>>read("GetOrganizations", "$[*].validityOV"))
                .containsOnlyNulls();

        await().until(() -> harica.validate(id(harica)).statusCode() == 200);
        await().until(() -> harica.<List<String>>read("GetOrganizations", "$[*].validityOV").stream()
                .anyMatch(Objects::nonNull));
    }

    @Test
    void tokenGoesByMailAndTheDomainIsValidatedOncePublished() {
        harica.enterprise("Network School", "nsol.example");
        await().until(() -> harica.validate(id(harica)).statusCode() == 200);
        assertThat(harica.validate(id(harica)).body()).isEmpty();
        assertThat(harica.mailedToken()).startsWith("HARICA-");
        assertThat(validity()).isNull();

        harica.publish("nsol.example", harica.mailedToken());
        await().until(() -> validity() != null);
        assertThat(LocalDateTime.parse(validity())).isAfter(LocalDateTime.now().plusDays(300));
        assertThat(harica.post(
                                "OrganizationAdmin/GetDomainsValidityByGroupId",
                                "{'id':'%s'}"
                                        .formatted(harica.<List<String>>read("SearchGroups", "$[*].id")
                                                .get(0)))
                        .body())
                .contains("nsol.example");
        assertThat(effects()).contains("domain validated");
    }

    @Test
    void otherMethodsAreRefused() {
        harica.enterprise("Network School", "nsol.example");
        var answer = harica.post("OrganizationAdmin/CreatePrevalidatedValidation", """
                {'organizationId':'%s','usersEmail':'pki@belnet.example','validationMethodName':'3.2.2.4.4'}""".formatted(id(harica)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void unknownAddressesAreNotFound() {
        assertThat(harica.post("OrganizationAdmin/Nothing", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void pageShowsEnterprises() {
        harica.enterprise("Network School", "nsol.example");

        assertThat(sandbox.get("/").body()).contains("Enterprises (HARICA)", "Network School", "nsol.example");
    }

    private static String id(HaricaCaller caller) {
        return caller.<List<String>>read("GetOrganizations", "$[*].organizationId")
                .get(0);
    }

    private String validity() {
        return harica.<List<String>>read("GetOrganizations", "$[*].validity").get(0);
    }

    private static List<String> effects() {
        return sandbox.bean(Ledger.class).effects("harica", null).stream()
                .map(Effect::kind)
                .toList();
    }
}
