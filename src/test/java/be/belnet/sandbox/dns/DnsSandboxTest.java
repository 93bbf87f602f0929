package be.belnet.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.sandbox.SandboxRunner;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsSandboxTest {
    private static final String TARGET = "0123.4567.sectigo.com.";

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
    void newWorld() {
        sandbox.delete("/api/world");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void recordIsSeenAsSoonAsItIsPublishedAndUntilItIsRemoved(boolean tcp) throws IOException {
        assertThat(ask("_ab12.nsol.example", Type.CNAME, tcp).getRcode()).isEqualTo(Rcode.NXDOMAIN);

        int id = JsonPath.read(
                publish("_AB12.nsol.example.", "CNAME", 300, TARGET).body(), "$.id");
        var answer = ask("_ab12.NSOL.example", Type.CNAME, tcp);
        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getHeader().getFlag(Flags.RA)).isTrue();
        assertThat(values(answer)).containsExactly(TARGET);
        assertThat(answer.getSection(Section.ANSWER).get(0).getTTL()).isEqualTo(300);

        assertThat(sandbox.delete("/api/dns/records/" + id).statusCode()).isEqualTo(204);
        assertThat(ask("_ab12.nsol.example", Type.CNAME, tcp).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void everyTypeIsAnswered() throws IOException {
        publish("mixed.example", "A", 60, "192.0.2.7");
        publish("mixed.example", "MX", 60, "10 mx1.mixed.example.");
        publish("mixed.example", "CAA", 60, "0 issue \\\"sectigo.com\\\"");

        assertThat(values(ask("mixed.example", Type.A))).containsExactly("192.0.2.7");
        assertThat(values(ask("mixed.example", Type.MX))).containsExactly("10 mx1.mixed.example.");
        assertThat(values(ask("mixed.example", Type.CAA))).containsExactly("0 issue \"sectigo.com\"");
        var nothing = ask("mixed.example", Type.TXT);
        assertThat(nothing.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(nothing.getSection(Section.ANSWER)).isEmpty();
        assertThat(nothing.getSection(Section.AUTHORITY)).hasSize(1);
    }

    @Test
    void textIsKeptToTheLetter() throws IOException {
        var text = "a\\\\b|c`d;\\\"e\\\" é " + "x".repeat(300);
        publish("_pki-validation.nsol.example", "TXT", 60, text);

        var record = (TXTRecord) ask("_pki-validation.nsol.example", Type.TXT, true)
                .getSection(Section.ANSWER)
                .get(0);
        var seen = record.getStringsAsByteArrays().stream()
                .map(bytes -> new String((byte[]) bytes, StandardCharsets.ISO_8859_1))
                .reduce("", String::concat);
        assertThat(new String(seen.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .isEqualTo("a\\b|c`d;\"e\" é " + "x".repeat(300));
    }

    @Test
    void whatDoesNotFitIntoADatagramComesByTcp() throws IOException {
        for (var number = 0; number < 30; number++) {
            publish("large.example", "TXT", 60, number + "x".repeat(200));
        }
        var resolver = resolver(false);
        resolver.setIgnoreTruncation(true);

        var cut = resolver.send(query("large.example", Type.TXT));
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(ask("large.example", Type.TXT).getSection(Section.ANSWER)).hasSize(30);
    }

    @Test
    void aliasesAreFollowedButNotWhenTheyAreAskedFor() throws IOException {
        publish("www.alias.example", "CNAME", 60, "web.alias.example.");
        publish("web.alias.example", "A", 60, "192.0.2.8");

        assertThat(values(ask("www.alias.example", Type.A))).containsExactly("web.alias.example.", "192.0.2.8");
        assertThat(values(ask("www.alias.example", Type.CNAME))).containsExactly("web.alias.example.");
    }

    @Test
    void aliasesThatGoRoundFail() throws IOException {
        publish("a.round.example", "CNAME", 60, "b.round.example.");
        publish("b.round.example", "CNAME", 60, "a.round.example.");

        assertThat(ask("a.round.example", Type.TXT).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void asteriskStandsForNamesThatDoNotExist() throws IOException {
        publish("*.wild.example", "CNAME", 60, "web.wild.example.");
        publish("web.wild.example", "A", 60, "192.0.2.9");

        assertThat(values(ask("_ab12.wild.example", Type.CNAME))).containsExactly("web.wild.example.");
        assertThat(values(ask("web.wild.example", Type.A))).containsExactly("192.0.2.9");
        assertThat(ask("web.wild.example", Type.TXT).getSection(Section.ANSWER)).isEmpty();
    }

    @Test
    void chainLeadsByTwoAliasesToWhatWasPublished() throws IOException {
        publish("_pki-validation.cname-chain.example", "TXT", 60, "token");

        assertThat(values(ask("_pki-validation.cname-chain.example", Type.TXT)))
                .containsExactly(
                        "alias-1._pki-validation.cname-chain.example.",
                        "alias-2._pki-validation.cname-chain.example.",
                        "token");
    }

    @Test
    void validatingFailsOnWrongSignaturesUnlessToldNotTo() throws IOException {
        publish("_ab12.dnssec-failure.example", "CNAME", 60, TARGET);

        var failed = ask("_ab12.dnssec-failure.example", Type.CNAME);
        assertThat(failed.getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(reason(failed)).isEqualTo(ExtendedErrorCodeOption.DNSSEC_BOGUS);
        var unchecked = query("_ab12.dnssec-failure.example", Type.CNAME);
        unchecked.getHeader().setFlag(Flags.CD);
        assertThat(values(resolver(false).send(unchecked))).containsExactly(TARGET);
    }

    @Test
    void failingServersFailWithAndWithoutChecking() throws IOException {
        var unchecked = query("server-failure.example", Type.A);
        unchecked.getHeader().setFlag(Flags.CD);

        assertThat(resolver(false).send(unchecked).getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(reason(ask("server-failure.example", Type.A)))
                .isEqualTo(ExtendedErrorCodeOption.NO_REACHABLE_AUTHORITY);
    }

    @Test
    void silentZoneNeverAnswers() {
        var resolver = resolver(false);
        resolver.setTimeout(Duration.ofMillis(400));

        assertThatThrownBy(() -> resolver.send(query("silent.example", Type.A)))
                .isInstanceOfAny(SocketTimeoutException.class, IOException.class);
    }

    @Test
    void zoneNobodyDelegatedDoesNotExist() throws IOException {
        publish("_ab12.nxdomain.example", "CNAME", 60, TARGET);

        assertThat(ask("_ab12.nxdomain.example", Type.CNAME).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("nobody.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void longTimeToLiveIsAWeek() throws IOException {
        publish("_ab12.long-ttl.example", "CNAME", 60, TARGET);

        assertThat(ask("_ab12.long-ttl.example", Type.CNAME)
                        .getSection(Section.ANSWER)
                        .get(0)
                        .getTTL())
                .isEqualTo(Duration.ofDays(7).toSeconds());
    }

    @Test
    void doubledNameIsSeenAtTheWrongPlace() throws IOException {
        publish("_ab12.doubled-name.example", "CNAME", 60, TARGET);

        assertThat(ask("_ab12.doubled-name.example", Type.CNAME).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(values(ask("_ab12.doubled-name.example.doubled-name.example", Type.CNAME)))
                .containsExactly(TARGET);
        assertThat(values(ask("doubled-name.example", Type.A))).containsExactly("127.0.0.1");
    }

    @Test
    void anyZoneCanGoWrong() throws IOException {
        publish("_ab12.nsol.example", "CNAME", 60, TARGET);
        var answer = sandbox.put("/api/dns/zones/nsol.example", "{\"behaviour\":\"dnssecFailure\"}");

        assertThat(answer.body()).isEqualTo("{\"name\":\"nsol.example\",\"behaviour\":\"dnssecFailure\"}");
        assertThat(ask("_ab12.nsol.example", Type.CNAME).getRcode()).isEqualTo(Rcode.SERVFAIL);
        sandbox.put("/api/dns/zones/nsol.example", "{\"behaviour\":\"normal\"}");
        assertThat(values(ask("_ab12.nsol.example", Type.CNAME))).containsExactly(TARGET);
        assertThat(sandbox.put("/api/dns/zones/nsol.example", "{\"behaviour\":\"odd\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "nsol.example, PTR, 60, x, type",
        "nsol, A, 60, 192.0.2.1, name",
        "'a b.example', A, 60, 192.0.2.1, name",
        "x.nsol.example, A, 60, 192.0.2.256, value",
        "x.nsol.example, CAA, 60, sectigo.com, value",
        "x.nsol.example, A, -1, 192.0.2.1, ttl",
        "x.nsol.example, TXT, 60, '', value",
        "nsol.example, CNAME, 60, www.nsol.example., name"
    })
    void badRecordsAreRefusedInWords(String name, String type, long ttl, String value, String field) {
        var answer = publish(name, type, ttl, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(answer.body(), "$.message")).startsWith(field + ":");
        assertThat(sandbox.delete("/api/dns/records/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void noiseStopsNothing() throws IOException {
        try (var socket = new DatagramSocket()) {
            var to = new InetSocketAddress(
                    "127.0.0.1", sandbox.bean(DnsServer.class).port());
            socket.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, to));
            socket.send(new DatagramPacket(new byte[40], 40, to));
        }
        assertThat(values(ask("nsol.example", Type.A))).containsExactly("127.0.0.1");
    }

    @Test
    void restartForgetsNothing() throws IOException {
        var database = "jdbc:h2:mem:dns-restart;DB_CLOSE_DELAY=-1";
        try (var first = SandboxRunner.startWith(database)) {
            first.bean(Zones.class).add("kept.example", "TXT", null, "kept");
        }
        try (var second = SandboxRunner.startWith(database)) {
            assertThat(second.get("/api/dns/records?name=kept.example").body()).contains("\"value\":\"kept\"");
        }
    }

    @Test
    void fileIsFoundOnItsHostAlone() throws IOException {
        var path = "/.well-known/pki-validation/AB12.txt";
        int id = JsonPath.read(
                sandbox.put(
                                "/api/dns/files",
                                "{\"host\":\"nsol.example\",\"path\":\"%s\",\"content\":\"0123\\nsectigo.com\"}"
                                        .formatted(path))
                        .body(),
                "$.id");

        assertThat(visit("nsol.example", path)).startsWith("HTTP/1.1 200").endsWith("0123\nsectigo.com");
        assertThat(visit("www.nsol.example", path)).startsWith("HTTP/1.1 404");
        sandbox.put(
                "/api/dns/files",
                "{\"host\":\"nsol.example\",\"path\":\"%s\",\"location\":\"https://other.example/\"}".formatted(path));
        assertThat(visit("nsol.example", path)).startsWith("HTTP/1.1 302").contains("Location: https://other.example/");
        sandbox.delete("/api/dns/files/" + id);
        assertThat(visit("nsol.example", path)).startsWith("HTTP/1.1 404");
    }

    @Test
    void authoritiesOfTheSandboxSeeTheSame() {
        var view = sandbox.bean(PublicView.class);
        publish("_pki-validation.cname-chain.example", "TXT", 60, "a\\\\b " + "x".repeat(300));
        publish("_ab12.nsol.example", "CNAME", 60, TARGET);
        publish("_ab12.dnssec-failure.example", "CNAME", 60, TARGET);
        sandbox.put(
                "/api/dns/files",
                "{\"host\":\"nsol.example\",\"path\":\"/.well-known/pki-validation/A.txt\",\"content\":\"x\"}");

        assertThat(view.values("TXT", "_pki-validation.cname-chain.example"))
                .containsExactly("a\\b " + "x".repeat(300));
        assertThat(view.values("CNAME", "_AB12.nsol.example.")).containsExactly(TARGET);
        assertThat(view.values("CNAME", "_ab12.dnssec-failure.example")).isEmpty();
        assertThat(view.values("A", "silent.example")).isEmpty();
        assertThat(view.values("CAA", "a..b")).isEmpty();
        assertThat(view.file("http://nsol.example/.well-known/pki-validation/A.txt"))
                .contains("x");
        assertThat(view.file("https://nsol.example/.well-known/pki-validation/B.txt"))
                .isEmpty();
    }

    @Test
    void peoplePublishOnThePage() throws IOException {
        assertThat(post("/dns/records", "name=_ab12.nsol.example&type=CNAME&ttl=&value=" + TARGET, "same-origin")
                        .statusCode())
                .isEqualTo(302);
        assertThat(values(ask("_ab12.nsol.example", Type.CNAME))).containsExactly(TARGET);
        assertThat(post("/dns/zones", "name=nsol.example&behaviour=longTtl", "same-origin")
                        .statusCode())
                .isEqualTo(302);
        post(
                "/dns/files",
                "host=nsol.example&path=/.well-known/pki-validation/A.txt&content=%3Cb%3Ex&location=",
                "same-origin");

        assertThat(sandbox.get("/dns").body())
                .contains("_ab12.nsol.example", "every answer may be kept for a week", "&lt;b&gt;x")
                .doesNotContain("<b>x");
        assertThat(sandbox.get("/").body())
                .contains("What customers publish in DNS", "href=\"/dns\"", "href=\"/dns#files\"");
    }

    @Test
    void othersPagesPublishNothing() {
        for (var form : List.of(
                "/dns/records name=x.nsol.example&type=A&ttl=&value=192.0.2.1",
                "/dns/records/remove id=1",
                "/dns/zones name=nsol.example&behaviour=silent",
                "/dns/files host=nsol.example&path=/.well-known/pki-validation/A.txt&content=x",
                "/dns/files/remove id=1")) {
            var parts = form.split(" ");
            assertThat(post(parts[0], parts[1], "cross-site").statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    private static HttpResponse<String> publish(String name, String type, long ttl, String value) {
        return sandbox.send(sandbox.request("/api/dns/records")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"%s\",\"type\":\"%s\",\"ttl\":%d,\"value\":\"%s\"}"
                        .formatted(name, type, ttl, value))));
    }

    private static HttpResponse<String> post(String path, String fields, String site) {
        return sandbox.send(sandbox.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(fields)));
    }

    private static String visit(String host, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(sandbox.address()).getPort())) {
            var request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Message ask(String name, int type) throws IOException {
        return ask(name, type, false);
    }

    private static Message ask(String name, int type, boolean tcp) throws IOException {
        return resolver(tcp).send(query(name, type));
    }

    private static SimpleResolver resolver(boolean tcp) {
        var resolver = new SimpleResolver(
                new InetSocketAddress("127.0.0.1", sandbox.bean(DnsServer.class).port()));
        resolver.setTCP(tcp);
        return resolver;
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
    }

    private static int reason(Message answer) {
        return ((ExtendedErrorCodeOption) answer.getOPT().getOptions().get(0)).getErrorCode();
    }

    private static List<String> values(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }
}
