package be.belnet.orderdesk.dns;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Type;

/** Looks with the resolvers of the settings. */
@Component
class ResolverMxLookUp implements MxLookUp {
    /** For all domains of one look-up; a step that looks has to come to its end. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Resolvers resolvers;
    private final DnsProperties properties;

    ResolverMxLookUp(DnsProperties properties) {
        this.resolvers = new Resolvers(properties.servers(), properties.tryFor());
        this.properties = properties;
    }

    @Override
    public List<MxReport> look(List<String> domains) {
        var all = new Deadline(LONGEST);
        return domains.stream().map(domain -> look(domain, all)).toList();
    }

    private MxReport look(String domain, Deadline all) {
        if (all.isOver()) {
            return new MxReport(domain, false, List.of());
        }
        try {
            var hosts = resolvers.ask(domain, Type.MX, new Deadline(properties.patience())).stream()
                    .filter(MXRecord.class::isInstance)
                    .map(record -> host((MXRecord) record))
                    .toList();
            return new MxReport(domain, true, hosts);
        } catch (UnansweredException unanswered) {
            return new MxReport(domain, false, List.of());
        }
    }

    private static String host(MXRecord record) {
        return record.getTarget().toString(true).toLowerCase(Locale.ROOT);
    }
}
