package be.belnet.orderdesk.dns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Type;

/** Whether a CA may issue for a domain: the nearest CAA records at or above it decide (RFC 8659). */
class CaaLook {
    private static final String ISSUE = "issue";
    private static final String ISSUE_WILDCARD = "issuewild";
    private static final Set<String> KNOWN =
            Set.of(ISSUE, ISSUE_WILDCARD, "iodef", "issuemail", "issuevmc", "contactemail", "contactphone");
    private static final int CRITICAL = 128;

    private final Resolvers resolvers;

    CaaLook(Resolvers resolvers) {
        this.resolvers = resolvers;
    }

    /** What forbids it; empty where nothing does. */
    Optional<Finding> forbidden(DomainName domain, String ca, boolean wildcard, Deadline deadline)
            throws UnansweredException {
        for (var name : domain.climbing(1)) {
            var records = resolvers.ask(name, Type.CAA, deadline).stream()
                    .filter(CAARecord.class::isInstance)
                    .map(CAARecord.class::cast)
                    .toList();
            if (!records.isEmpty()) {
                return allow(records, ca, wildcard)
                        ? Optional.empty()
                        : Optional.of(new Finding(FindingKind.CAA_FORBIDS, name, shown(records), ca));
            }
        }
        return Optional.empty();
    }

    private static boolean allow(List<CAARecord> records, String ca, boolean wildcard) {
        return records.stream().noneMatch(CaaLook::isCriticalAndUnknown)
                && allow(ISSUE, records, ca)
                && (!wildcard || allowWildcard(records, ca));
    }

    /** Without a word on wildcards, what holds for names holds for them. */
    private static boolean allowWildcard(List<CAARecord> records, String ca) {
        return allow(ISSUE_WILDCARD, records, ca);
    }

    private static boolean allow(String tag, List<CAARecord> records, String ca) {
        var issuers = records.stream()
                .filter(record -> record.getTag().equalsIgnoreCase(tag))
                .map(CaaLook::issuer)
                .toList();
        return issuers.isEmpty() || issuers.contains(ca.toLowerCase(Locale.ROOT));
    }

    /** Before its parameters; empty for nobody. */
    private static String issuer(CAARecord record) {
        return record.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isCriticalAndUnknown(CAARecord record) {
        return (record.getFlags() & CRITICAL) != 0
                && !KNOWN.contains(record.getTag().toLowerCase(Locale.ROOT));
    }

    private static String shown(List<CAARecord> records) {
        return records.stream()
                .map(record -> record.getTag() + " \"" + record.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }
}
