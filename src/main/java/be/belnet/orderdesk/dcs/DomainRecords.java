package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.csv.CsvText;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer is to publish for the domains of a file, and to leave in place until they are validated. */
public record DomainRecords(List<CertificateDomain> domains) {
    /** Seconds; a correction is seen soon. */
    public static final int TTL = 300;

    private static final int LONGEST_STRING = 255;
    private static final List<String> COLUMNS = List.of("domain", "type", "name", "value", "ttl");

    /** @param domains those of a file; what is not asked for any more counts no longer */
    public DomainRecords {
        domains = domains.stream()
                .filter(domain -> domain.state() == State.RECORD_AWAITED || domain.state() == State.SUBMITTED)
                .filter(domain -> domain.challenge() instanceof Challenge.DnsRecord
                        || domain.challenge() instanceof Challenge.WebFile)
                .toList();
    }

    public boolean isEmpty() {
        return domains.isEmpty();
    }

    /** Whether some of it is records, not files. */
    public boolean hasZone() {
        return records().findAny().isPresent();
    }

    /** A table, in which a file has its address as its name. */
    public byte[] csv() {
        return CsvText.of(COLUMNS, domains.stream().map(DomainRecords::row).toList());
    }

    /** Lines of a zone file (RFC 1035), all names whole; files on web sites are left out. */
    public byte[] zone() {
        return records()
                .map(record -> "%s. %d IN %s %s\n".formatted(record.name(), TTL, record.type(), data(record)))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Stream<Challenge.DnsRecord> records() {
        return domains.stream()
                .map(CertificateDomain::challenge)
                .filter(Challenge.DnsRecord.class::isInstance)
                .map(Challenge.DnsRecord.class::cast);
    }

    private static List<String> row(CertificateDomain domain) {
        String name = domain.domain().name();
        if (domain.challenge() instanceof Challenge.DnsRecord record) {
            return List.of(name, record.type().name(), record.name(), record.value(), String.valueOf(TTL));
        }
        var file = (Challenge.WebFile) domain.challenge();
        return List.of(name, domain.method().name(), file.address().toString(), file.content(), "");
    }

    private static String data(Challenge.DnsRecord record) {
        return record.type() == ValidationMethod.TXT ? strings(record.value()) : record.value() + ".";
    }

    /** A text in strings of at most 255 bytes, one after the other. */
    private static String strings(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var strings = new StringBuilder();
        for (int place = 0; place < bytes.length; place++) {
            strings.append(place % LONGEST_STRING != 0 ? "" : place == 0 ? "\"" : "\" \"")
                    .append(escaped(bytes[place] & 0xFF));
        }
        return strings.append('"').toString();
    }

    private static String escaped(int octet) {
        if (octet < ' ' || octet > '~') {
            return "\\%03d".formatted(octet);
        }
        return octet == '"' || octet == '\\' ? "\\" + (char) octet : String.valueOf((char) octet);
    }
}
