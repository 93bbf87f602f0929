package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.fuzz.Parser.require;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.fuzz.Parser;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.xbill.DNS.Master;
import org.xbill.DNS.TXTRecord;

/** What reads and writes lists of domains. */
public final class DomainParsers {
    private DomainParsers() {}

    public static List<Parser> all() {
        return List.of(
                Parser.of("file of domains", DomainParsers::file)
                        .weighing(4)
                        .refusingBy(AnswersRefusedException.class)
                        .like("Domain;Remark\nuniversity.example;x\n*.university.example\nécole.example\n")
                        .like("\uFEFFa.example\tb\r\nb.example\r\n".getBytes(StandardCharsets.UTF_16LE)),
                Parser.ofText("list of domains", DomainParsers::list)
                        .weighing(5)
                        .like("a.example\n*.B.example.\n\nx"),
                Parser.ofText("zone file", DomainParsers::zone).weighing(1).like("token=\"1\"; \\x", "é".repeat(200)));
    }

    private static void file(byte[] input) {
        require(!DomainFile.read(input).domains().isEmpty(), "a file without domains was taken");
    }

    private static void list(String text) {
        var domains = DomainList.read(text).domains();
        require(
                DomainList.read(DomainList.write(domains)).domains().equals(domains),
                "what was read is not read again");
    }

    /** A zone file says what the certificate authority wants, whatever that is. */
    private static void zone(String value) throws Exception {
        if (value.isEmpty()) {
            return;
        }
        var challenge = new Challenge.DnsRecord(ValidationMethod.TXT, "_pki-validation.a.example", value);
        var records = new DomainRecords(List.of(new CertificateDomain(
                1,
                "KBR",
                "sectigo",
                new Domain("a.example"),
                "DCS-2026-00001",
                0,
                State.RECORD_AWAITED,
                Instant.EPOCH,
                ValidationMethod.TXT,
                challenge,
                null,
                Wildcard.NONE,
                null,
                null,
                List.of(),
                null,
                null,
                null)));
        try (var master = new Master(new ByteArrayInputStream(records.zone()))) {
            var published = (TXTRecord) master.nextRecord();
            var said = new ByteArrayOutputStream();
            published.getStringsAsByteArrays().forEach(said::writeBytes);
            require(
                    new String(said.toByteArray(), StandardCharsets.UTF_8)
                            .equals(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)),
                    "the zone says something else");
            require(master.nextRecord() == null, "the zone says more");
        }
        records.csv();
    }
}
