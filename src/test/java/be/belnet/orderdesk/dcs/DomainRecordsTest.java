package be.belnet.orderdesk.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.Challenge.DnsRecord;
import be.belnet.orderdesk.dcs.Challenge.MailToOneOf;
import be.belnet.orderdesk.dcs.Challenge.WebFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/** The files that customers get, read as their tools read them. */
class DomainRecordsTest {
    private static final DnsRecord ALIAS =
            new DnsRecord(ValidationMethod.CNAME, "_ab12.nsol.example", "0123.4567.sectigo.com");

    @Test
    void aliasStandsInBothFiles() throws IOException {
        var records = of(waiting("nsol.example", ALIAS));

        assertThat(zone(records)).singleElement().isInstanceOfSatisfying(CNAMERecord.class, alias -> {
            assertThat(alias.getName()).hasToString("_ab12.nsol.example.");
            assertThat(alias.getTarget()).hasToString("0123.4567.sectigo.com.");
            assertThat(alias.getTTL()).isEqualTo(300);
        });
        assertThat(csv(records).get(0).toMap())
                .containsEntry("domain", "nsol.example")
                .containsEntry("type", "CNAME")
                .containsEntry("name", "_ab12.nsol.example")
                .containsEntry("value", "0123.4567.sectigo.com")
                .containsEntry("ttl", "300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b`c\\d\"e;f (g) $TTL @ \\065", "é\t€", "=1+2"})
    void textIsReadBackToTheLetter(String text) throws IOException {
        assertThat(textInZone(text)).isEqualTo(text);
        assertThat(textInZone(text.repeat(100))).isEqualTo(text.repeat(100));
    }

    @Test
    void longTextIsInStringsThatFit() throws IOException {
        for (int length : List.of(254, 255, 256, 510, 511)) {
            var text = (TXTRecord)
                    zone(of(waiting("nsol.example", txt("x".repeat(length))))).get(0);
            assertThat(text.getStringsAsByteArrays()).hasSize((length + 254) / 255);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"})
    void spreadsheetsCalculateNothing(String value) throws IOException {
        assertThat(csv(of(waiting("nsol.example", txt(value)))).get(0).get("value"))
                .startsWith("'" + value.charAt(0));
    }

    @Test
    void cellsKeepTheirSeparators() throws IOException {
        var file = new WebFile(
                URI.create("http://nsol.example/.well-known/pki-validation/AB.txt"), "012\nsectigo.com, \"x\"");
        var records = of(waiting("nsol.example", file));

        assertThat(csv(records).get(0).get("value")).isEqualTo(file.content());
        assertThat(csv(records).get(0).get("name")).isEqualTo(file.address().toString());
        assertThat(records.hasZone()).isFalse();
        assertThat(zone(records)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void onlyWhatIsStillLookedForCounts(State state) {
        var records = of(domain("nsol.example", state, ALIAS));

        assertThat(records.isEmpty()).isEqualTo(state != State.RECORD_AWAITED && state != State.SUBMITTED);
    }

    @Test
    void whatIsNotPublishedStandsInNeither() {
        assertThat(of(
                                waiting("nsol.example", new MailToOneOf(List.of("admin@nsol.example"))),
                                waiting("nsol2.example", null),
                                waiting("nsol3.example", new Challenge.SentToContact()))
                        .isEmpty())
                .isTrue();
    }

    private static String textInZone(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ((TXTRecord) zone(of(waiting("nsol.example", txt(text)))).get(0))
                .getStringsAsByteArrays()
                .forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static DnsRecord txt(String value) {
        return new DnsRecord(ValidationMethod.TXT, "_pki-validation.nsol.example", value);
    }

    private static DomainRecords of(CertificateDomain... domains) {
        return new DomainRecords(List.of(domains));
    }

    private static CertificateDomain waiting(String name, Challenge challenge) {
        return domain(name, State.RECORD_AWAITED, challenge);
    }

    private static CertificateDomain domain(String name, State state, Challenge challenge) {
        return new CertificateDomain(
                1,
                "NSOL",
                "sectigo",
                new Domain(name),
                "DCS-2026-00001",
                0,
                state,
                Instant.EPOCH,
                challenge instanceof DnsRecord record ? record.type() : ValidationMethod.HTTP,
                challenge,
                null,
                Wildcard.NONE,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static List<Record> zone(DomainRecords records) throws IOException {
        var found = new ArrayList<Record>();
        try (var zone =
                new Master(new ByteArrayInputStream(records.zone()), Name.fromConstantString("other.example."), 60)) {
            for (Record record = zone.nextRecord(); record != null; record = zone.nextRecord()) {
                found.add(record);
            }
        }
        return found;
    }

    private static List<CSVRecord> csv(DomainRecords records) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(new String(records.csv(), StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }
}
