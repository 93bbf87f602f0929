package be.belnet.orderdesk.dns;

import static be.belnet.orderdesk.fuzz.Parser.require;
import static be.belnet.orderdesk.fuzz.Parser.requireLine;

import be.belnet.orderdesk.dns.DcvChallenge.DnsRecord;
import be.belnet.orderdesk.dns.DcvChallenge.RecordType;
import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import be.belnet.orderdesk.dns.DnsProperties.Web;
import be.belnet.orderdesk.fuzz.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What reads what domains publish. */
public final class DnsParsers {
    private static final DomainName DOMAIN = DomainName.of("a.example");
    private static final DnsRecord CNAME =
            new DnsRecord(DOMAIN, RecordType.CNAME, DomainName.of("_ab.a.example"), "cd.sectigo.com");
    private static final DnsRecord TXT =
            new DnsRecord(DOMAIN, RecordType.TXT, DomainName.of("_pki-validation.a.example"), "abc");
    private static final WebFile FILE = new WebFile(DOMAIN, false, "/.well-known/pki-validation/AB.txt", "a\nb");

    private DnsParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.of("DNS answers", DnsParsers::answer)
                        .weighing(10)
                        .refusingBy(UnansweredException.class)
                        .like(
                                message("_ab.a.example.", "CNAME", "cd.sectigo.com."),
                                message("_pki-validation.a.example.", "TXT", "\"a\" \"bc\""),
                                message("a.example.", "CAA", "0 issue \"sectigo.com\"")),
                Parser.of("answers of web sites", DnsParsers::site)
                        .weighing(20)
                        .like(
                                "HTTP/1.1 200 OK\r\nServer: x\r\n\r\na\nb",
                                "HTTP/1.0 301 Moved\r\nLocation: https://a.example/x\r\n\r\n"),
                Parser.ofText(
                                "names of domains",
                                text -> requireLine("name", DomainName.of(text).text()))
                        .weighing(60)
                        .refusingBy(IllegalArgumentException.class)
                        .like("École.example.", "_dmarc.a.example"));
    }

    private static void answer(byte[] input) throws UnansweredException {
        var resolvers = new Resolvers(List.of(), Duration.ofSeconds(1)) {
            @Override
            List<Record> ask(String name, int type, Deadline deadline) throws UnansweredException {
                try {
                    return new Message(input).getSection(Section.ANSWER);
                } catch (IOException | RuntimeException unreadable) {
                    // as the resolver has it
                    throw new UnansweredException(FindingKind.NO_ANSWER, name);
                }
            }
        };
        var deadline = new Deadline(Duration.ofSeconds(8));
        var look = new RecordLook(resolvers, Duration.ofHours(1));
        requireLines(look.look(CNAME, deadline));
        requireLines(look.look(TXT, deadline));
        new CaaLook(resolvers)
                .forbidden(DOMAIN, "sectigo.com", true, deadline)
                .ifPresent(found -> requireLines(List.of(found)));
    }

    private static void site(byte[] input) throws UnansweredException {
        var web = new Web(false, 80, 443, DataSize.ofKilobytes(16));
        var resolvers = new Resolvers(List.of(), Duration.ofSeconds(1)) {
            @Override
            List<Record> ask(String name, int type, Deadline deadline) {
                return type == Type.A ? List.of(record(name + ".", "A", "193.190.1.1")) : List.of();
            }
        };
        var visitor = new WebVisitor(web) {
            @Override
            Page visit(URI url, InetAddress address, Deadline deadline) throws IOException {
                require(url.getHost().equalsIgnoreCase("a.example") && url.getPort() < 0, "visits another host");
                return page(input);
            }
        };
        requireLines(new FileLook(resolvers, web, visitor).look(FILE, new Deadline(Duration.ofSeconds(8))));
    }

    private static void requireLines(List<Finding> findings) {
        findings.forEach(finding -> requireLine("what is seen", finding.seen()));
    }

    private static byte[] message(String name, String type, String data) {
        var message = new Message(1);
        message.addRecord(record(name, type, data), Section.ANSWER);
        return message.toWire();
    }

    private static Record record(String name, String type, String data) {
        try {
            return Record.fromString(Name.fromString(name), Type.value(type), 1, 300, data, Name.root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(
                    new String(data.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), impossible);
        }
    }
}
