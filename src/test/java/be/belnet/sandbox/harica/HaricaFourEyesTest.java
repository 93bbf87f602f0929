package be.belnet.sandbox.harica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate needs two people. */
class HaricaFourEyesTest {
    private static SandboxRunner sandbox;

    private HaricaCaller requester;
    private HaricaCaller approver;

    @BeforeAll
    static void start() {
        sandbox = SandboxRunner.start(
                "--sandbox.harica.check-time=0s",
                "--sandbox.harica.organisation-time=0s",
                "--sandbox.harica.look-time=10ms");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void validatedDomain() {
        sandbox.delete("/api/world");
        requester = HaricaCaller.network(sandbox);
        approver = HaricaCaller.approver(sandbox);
        requester.enterprise("Network School", "nsol.example");
        requester.validate(requester
                .<List<String>>read("GetOrganizations", "$[*].organizationId")
                .get(0));
        requester.publish("nsol.example", requester.mailedToken());
        await().until(() -> check("nsol.example").contains("\"isPrevalidated\":true"));
    }

    @Test
    void whoAskedMayNotApprove() {
        assertThat(request("www.nsol.example", "OV")).isEqualTo(200);
        assertThat(review(requester, true)).isEqualTo(400);
        assertThat(status()).containsExactly("Pending");

        assertThat(review(approver, true)).isEqualTo(200);
        assertThat(status()).containsExactly("Completed");
    }

    @Test
    void secondPersonMayDecline() {
        request("nsol.example", "DV");

        assertThat(review(approver, false)).isEqualTo(200);
        assertThat(status()).containsExactly("Cancelled");
    }

    @Test
    void whoAskedMayCancel() {
        request("nsol.example", "DV");
        List<String> ids = JsonPath.read(own(), "$[*].transactionId");
        var path = "Transaction/CancelTransaction";

        assertThat(approver.post(path, "{'id':'%s'}".formatted(ids.get(0))).statusCode())
                .isEqualTo(400);
        assertThat(requester.post(path, "{'id':'%s'}".formatted(ids.get(0))).statusCode())
                .isEqualTo(200);
        assertThat(status()).containsExactly("Cancelled");
    }

    @Test
    void wildcardIsAFlagOfAName() {
        assertThat(check("*.nsol.example")).contains("\"isWildcard\":true", "\"isPrevalidated\":true");
        assertThat(request("*.nsol.example", "DV")).isEqualTo(200);
        assertThat(requester.<List<String>>read("GetOrganizations", "$[*].domain"))
                .containsExactly("nsol.example");
    }

    @Test
    void nameThatNobodyHasProvenIsRefused() {
        assertThat(request("other.example", "DV")).isEqualTo(400);
        assertThat(request("notnsol.example", "DV")).isEqualTo(400);
    }

    private int request(String name, String type) {
        return requester
                .form(
                        "ServerCertificate/RequestServerCertificate",
                        "domains",
                        "[{\"domain\":\"%s\"}]".formatted(name),
                        "csr",
                        "-----BEGIN CERTIFICATE REQUEST-----",
                        "transactionType",
                        type)
                .statusCode();
    }

    private int review(HaricaCaller reviewer, boolean valid) {
        List<String> reviews = JsonPath.read(
                reviewer.post(
                                "OrganizationValidatorSSL/GetSSLReviewableTransactions",
                                "{'startIndex':0,'status':'Pending','filterPostDTOs':[]}")
                        .body(),
                "$[*].reviewGetDTOs[*].reviewId");
        return reviewer.form(
                        "OrganizationValidatorSSL/UpdateReviews",
                        "reviewId",
                        reviews.get(0),
                        "isValid",
                        String.valueOf(valid))
                .statusCode();
    }

    private List<String> status() {
        return JsonPath.read(own(), "$[*].transactionStatus");
    }

    private String own() {
        return requester.post("ServerCertificate/GetMyTransactions", "{}").body();
    }

    private String check(String name) {
        return requester
                .post("ServerCertificate/CheckDomainNames", "[{'domain':'%s'}]".formatted(name))
                .body();
    }
}
