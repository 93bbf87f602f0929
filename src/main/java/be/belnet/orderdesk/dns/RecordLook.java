package be.belnet.orderdesk.dns;

import be.belnet.orderdesk.dns.DcvChallenge.DnsRecord;
import be.belnet.orderdesk.dns.DcvChallenge.RecordType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Looks for a record where it should be, behind aliases, and where it lands by mistake. */
class RecordLook {
    private static final int MOST_ALIASES = 8;

    /** Of a zone. */
    private static final int FEWEST_LABELS = 2;

    private final Resolvers resolvers;
    private final Duration longestTtl;

    RecordLook(Resolvers resolvers, Duration longestTtl) {
        this.resolvers = resolvers;
        this.longestTtl = longestTtl;
    }

    List<Finding> look(DnsRecord wanted, Deadline deadline) throws UnansweredException {
        var there = chain(wanted.name().text(), wanted, deadline);
        var findings = new ArrayList<Finding>();
        findings.add(verdict(wanted, there, deadline));
        hintAtAliases(wanted, there).ifPresent(findings::add);
        hintAtTtl(wanted, there).ifPresent(findings::add);
        return findings;
    }

    private Finding verdict(DnsRecord wanted, List<Record> there, Deadline deadline) throws UnansweredException {
        var at = wanted.name().text();
        if (there.stream().anyMatch(record -> isWanted(record, wanted))) {
            return new Finding(FindingKind.PUBLISHED, at, "", wanted.value());
        }
        var elsewhere = elsewhere(wanted, deadline);
        if (elsewhere.isPresent()) {
            return new Finding(FindingKind.WRONG_NAME, at, elsewhere.get(), wanted.value());
        }
        var seen = there.stream()
                .filter(record -> record.getType() == type(wanted))
                .map(RecordLook::value)
                .collect(Collectors.joining(", "));
        return seen.isEmpty()
                ? new Finding(FindingKind.MISSING, at, "", wanted.value())
                : new Finding(FindingKind.WRONG_VALUE, at, seen, wanted.value());
    }

    /** What the name leads to. Resolvers follow aliases by themselves, but not where an alias is what is asked for. */
    private List<Record> chain(String name, DnsRecord wanted, Deadline deadline) throws UnansweredException {
        var seen = new ArrayList<>(resolvers.ask(name, type(wanted), deadline));
        if (wanted.type() == RecordType.CNAME) {
            follow(seen, wanted, deadline);
        }
        return seen;
    }

    private void follow(List<Record> seen, DnsRecord wanted, Deadline deadline) {
        while (!seen.isEmpty() && seen.size() < MOST_ALIASES && !isWanted(last(seen), wanted)) {
            var next = aliasAt(value(last(seen)), deadline);
            if (next.isEmpty()) {
                return;
            }
            seen.add(next.get());
        }
    }

    private Optional<Record> aliasAt(String name, Deadline deadline) {
        try {
            return resolvers.ask(name, Type.CNAME, deadline).stream().findFirst();
        } catch (UnansweredException endOfTheChain) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> hintAtAliases(DnsRecord wanted, List<Record> there) {
        var aliases = there.stream().filter(CNAMERecord.class::isInstance).count()
                - (wanted.type() == RecordType.CNAME ? 1 : 0);
        var found = there.stream().filter(record -> isWanted(record, wanted)).findFirst();
        return found.filter(record -> aliases > 0)
                .map(record -> new Finding(
                        FindingKind.CNAME_CHAIN, wanted.name().text(), text(record.getName()), wanted.value()));
    }

    private Optional<Finding> hintAtTtl(DnsRecord wanted, List<Record> there) {
        return there.stream()
                .map(Record::getTTL)
                .max(Long::compare)
                .filter(ttl -> ttl > longestTtl.toSeconds())
                .map(ttl -> new Finding(
                        FindingKind.LONG_TTL,
                        wanted.name().text(),
                        ttl.toString(),
                        String.valueOf(longestTtl.toSeconds())));
    }

    /** The name under which the record stands by mistake. One that cannot be looked up is passed over. */
    private Optional<String> elsewhere(DnsRecord wanted, Deadline deadline) {
        return mistakenNames(wanted).stream()
                .filter(name -> stands(name, wanted, deadline))
                .findFirst();
    }

    private boolean stands(String name, DnsRecord wanted, Deadline deadline) {
        try {
            return resolvers.ask(name, type(wanted), deadline).stream().anyMatch(record -> isWanted(record, wanted));
        } catch (UnansweredException passedOver) {
            return false;
        }
    }

    /** With the zone appended once more, at the bare domain, or without the underscore that some forms refuse. */
    private static Set<String> mistakenNames(DnsRecord wanted) {
        var name = wanted.name().text();
        var doubled = wanted.domain().climbing(FEWEST_LABELS).stream().map(zone -> name + "." + zone);
        var others = Stream.of(wanted.domain().text(), name.replaceFirst("^_", ""));
        return Stream.concat(doubled, others)
                .filter(other -> !other.equals(name) && other.length() < 254)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isWanted(Record record, DnsRecord wanted) {
        return record.getType() == type(wanted) && value(record).equals(normal(wanted));
    }

    private static String normal(DnsRecord wanted) {
        return wanted.type() == RecordType.CNAME
                ? wanted.value().strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")
                : wanted.value();
    }

    private static int type(DnsRecord wanted) {
        return wanted.type() == RecordType.CNAME ? Type.CNAME : Type.TXT;
    }

    private static String value(Record record) {
        if (record instanceof CNAMERecord alias) {
            return text(alias.getTarget());
        }
        return record instanceof TXTRecord text ? whole(text) : record.rdataToString();
    }

    /** The strings of a text belong together. */
    private static String whole(TXTRecord text) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] string : text.getStringsAsByteArrays()) {
            bytes.writeBytes(string);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String text(org.xbill.DNS.Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static Record last(List<Record> records) {
        return records.get(records.size() - 1);
    }
}
