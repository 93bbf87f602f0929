package be.belnet.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.sandbox.SandboxRunner;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults switched on and off by people, in the fields that the page sends: blank where nothing was said. */
class FaultFormsTest {

    private static final String SLOW = "partner=fortiflex&fault=slow&calls=&path=&times=&seconds=&status=&message=";

    private static SandboxRunner sandbox;

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
    }

    @Test
    void pageOffersEveryFaultForEveryPartner() {
        var page = sandbox.get("/");

        assertThat(page.body())
                .contains("action=\"/faults\"")
                .contains("value=\"forticloud\"", "value=\"fortimail\"")
                .contains("value=\"timeOutBefore\"", "Time-out before: it does not happen, and no answer comes")
                .contains("value=\"twoObjects\"")
                .doesNotContain("Faults are switched on", "/faults/off");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'");
    }

    @Test
    void whatIsSwitchedOnIsShownAndHintedAtOnEveryPage() {
        var answer = post(
                "/faults",
                "partner=openstack&fault=timeOutAfter&calls=all&path=%3Cb%3Eservers&times=3"
                        + "&seconds=2.5&status=&message=",
                "same-origin");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/#faults");
        assertThat(sandbox.get("/").body())
                .contains("Faults are switched on:", ">OpenStack</a>")
                .contains(">Time-out after<", "(2.5 s)", "&lt;b&gt;servers", ">all<", ">3<")
                .doesNotContain("<b>servers");
        assertThat(sandbox.get("/ledger/calls").body()).contains("Faults are switched on:", ">OpenStack</a>");
    }

    @Test
    void lookUpFaultIsShownToHitLookUps() {
        post("/faults", SLOW.replace("slow", "lateLookUp"), "same-origin");

        assertThat(sandbox.get("/").body()).contains(">look-ups<", "(30 s)", ">until switched off<");
    }

    @Test
    void switchedOffNothingIsHintedAt() {
        post("/faults", SLOW, "same-origin");
        assertThat(sandbox.get("/").body()).contains("action=\"/faults/off\"");

        assertThat(post("/faults/off", "partner=fortiflex", "same-origin").statusCode())
                .isEqualTo(302);
        assertThat(sandbox.get("/api/faults").body()).isEqualTo("[]");
        assertThat(sandbox.get("/").body()).doesNotContain("Faults are switched on");
    }

    @ParameterizedTest
    @CsvSource({
        "partner=acme&fault=slow, partner: one of forticloud",
        "partner=fortiflex&fault=late, fault: one of slow",
        "partner=fortiflex&fault=slow&times=many, times: not a number",
        "partner=fortiflex&fault=slow&times=0, times: at least 1",
        "partner=fortiflex&fault=reset&seconds=3, seconds: reset takes none"
    })
    void nonsenseIsExplainedOnAPage(String fields, String reason) {
        var answer = post("/faults", fields, "same-origin");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("That did not work", reason);
        assertThat(sandbox.get("/api/faults").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site", "none"})
    void formOfAnotherPageIsRefused(String site) {
        assertThat(post("/faults", SLOW, site).statusCode()).isEqualTo(403);
        assertThat(sandbox.get("/api/faults").body()).isEqualTo("[]");
    }

    @Test
    void faultCannotBeSwitchedOffFromAnotherPage() {
        post("/faults", SLOW, "same-origin");

        assertThat(post("/faults/off", "partner=fortiflex", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(sandbox.get("/api/faults").body()).contains("slow");
    }

    @Test
    void olderBrowserSaysItByTheOrigin() {
        assertThat(postFrom("http://evil.example").statusCode()).isEqualTo(403);
        assertThat(postFrom("null").statusCode()).isEqualTo(403);
        assertThat(postFrom(sandbox.address()).statusCode()).isEqualTo(302);
    }

    @Test
    void callsThatWereHitAreMarkedInTheLedger() {
        post("/faults", "partner=fortiflex&fault=timeOutBefore&calls=all&seconds=0.001&times=1", "same-origin");
        var call =
                sandbox.request("/fortiflex/ES/api/fortiflex/v2/programs/list").POST(BodyPublishers.noBody());
        assertThatThrownBy(() -> sandbox.send(call)).isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.get("/ledger/calls").body()).contains(">none<", ">timeOutBefore<");
    }

    private static HttpResponse<String> post(String path, String fields, String site) {
        return sandbox.send(sandbox.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(fields)));
    }

    private static HttpResponse<String> postFrom(String origin) {
        return sandbox.send(sandbox.request("/faults")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(SLOW)));
    }
}
