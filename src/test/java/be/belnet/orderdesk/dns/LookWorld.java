package be.belnet.orderdesk.dns;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.dns.DcvChallenge.DnsRecord;
import be.belnet.orderdesk.dns.DcvChallenge.RecordType;
import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import be.belnet.orderdesk.dns.DnsProperties.Web;
import be.belnet.sandbox.SandboxRunner;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A look-up at a sandbox of its own, where customers publish by JSON with single quotes for legibility. */
record LookWorld(SandboxRunner sandbox) implements AutoCloseable {
    static final String CA = "sectigo.com";
    static final String TARGET = "0123456789abcdef.fedcba9876543210.sectigo.com.";
    static final String PATH = "/.well-known/pki-validation/AB12.txt";
    static final String CONTENT = "0123456789abcdef\nsectigo.com";

    static LookWorld start() {
        return new LookWorld(SandboxRunner.start());
    }

    void publish(String name, String type, long ttl, String value) {
        var answer = sandbox.send(sandbox.request("/api/dns/records")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{'name':'%s','type':'%s','ttl':%d,'value':'%s'}"
                        .formatted(name, type, ttl, value)
                        .replace('\'', '"'))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    void putFile(String host, String what, String value) {
        var json = "{'host':'%s','path':'%s','%s':'%s'}".formatted(host, PATH, what, value);
        var answer = sandbox.put("/api/dns/files", json.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    DcvReport look(DcvChallenge challenge) {
        return lookUp(Duration.ofSeconds(8)).look(challenge, CA, false);
    }

    DcvLookUp lookUp(Duration patience) {
        return lookUp(patience, resolver(), web(true));
    }

    DcvLookUp lookUp(Duration patience, String resolvers, Web web) {
        return new ResolverLookUp(new DnsProperties(
                List.of(resolvers.split(",")), Duration.ofMillis(700), patience, Duration.ofHours(1), web));
    }

    String resolver() {
        return "127.0.0.1:" + sandbox.context().getEnvironment().getProperty("local.dns.port");
    }

    Web web(boolean privateAddresses) {
        return web(privateAddresses, URI.create(sandbox.address()).getPort(), 443);
    }

    Web web(boolean privateAddresses, int httpPort, int httpsPort) {
        return new Web(privateAddresses, httpPort, httpsPort, DataSize.ofKilobytes(16));
    }

    static DnsRecord cname(String domain) {
        return new DnsRecord(DomainName.of(domain), RecordType.CNAME, DomainName.of("_ab12." + domain), TARGET);
    }

    static DnsRecord txt(String domain, String value) {
        return new DnsRecord(DomainName.of(domain), RecordType.TXT, DomainName.of("_pki-validation." + domain), value);
    }

    static WebFile file(String domain) {
        return new WebFile(DomainName.of(domain), false, PATH, CONTENT);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
