package be.belnet.orderdesk.dns;

import java.util.List;

/**
 * Where the mail of a domain goes.
 *
 * @param answered false where nobody could tell
 * @param hosts of its MX records, lower case and without the last dot; none where it has none, or nobody could tell
 */
public record MxReport(String domain, boolean answered, List<String> hosts) {
    public MxReport {
        hosts = List.copyOf(hosts);
    }
}
