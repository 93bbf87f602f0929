package be.belnet.orderdesk.dns;

import be.belnet.orderdesk.dns.DcvChallenge.DnsRecord;
import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks with the resolvers of the settings, and at web sites whose addresses they tell. */
@Component
class ResolverLookUp implements DcvLookUp {
    private final DnsProperties properties;
    private final RecordLook records;
    private final FileLook files;
    private final CaaLook caa;

    ResolverLookUp(DnsProperties properties) {
        var resolvers = new Resolvers(properties.servers(), properties.tryFor());
        this.properties = properties;
        this.records = new RecordLook(resolvers, properties.longestTtl());
        this.files = new FileLook(resolvers, properties.web());
        this.caa = new CaaLook(resolvers);
    }

    @Override
    public DcvReport look(DcvChallenge challenge, String ca, boolean wildcard) {
        var deadline = new Deadline(properties.patience());
        var findings = new ArrayList<Finding>();
        try {
            findings.addAll(findings(challenge, deadline));
            caa.forbidden(challenge.domain(), ca, wildcard, deadline).ifPresent(findings::add);
        } catch (UnansweredException unanswered) {
            findings.add(unanswered.finding());
        }
        return new DcvReport(worstFirst(findings));
    }

    private List<Finding> findings(DcvChallenge challenge, Deadline deadline) throws UnansweredException {
        return challenge instanceof DnsRecord record
                ? records.look(record, deadline)
                : files.look((WebFile) challenge, deadline);
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream()
                .sorted((one, other) ->
                        Boolean.compare(other.kind().blocking(), one.kind().blocking()))
                .toList();
    }
}
