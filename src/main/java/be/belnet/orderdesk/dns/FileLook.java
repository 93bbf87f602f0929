package be.belnet.orderdesk.dns;

import be.belnet.orderdesk.dns.DcvChallenge.WebFile;
import be.belnet.orderdesk.dns.DnsProperties.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Looks for a file on a domain's web site, without letting whoever owns the domain choose where we connect: addresses come
 * from our resolvers, must all be public, and are connected to as they are; redirects lead no further than the same host.
 */
class FileLook {
    private static final Logger LOG = LoggerFactory.getLogger(FileLook.class);
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int FOUND = 200;

    private final Resolvers resolvers;
    private final Web settings;
    private final WebVisitor visitor;

    FileLook(Resolvers resolvers, Web settings) {
        this(resolvers, settings, new WebVisitor(settings));
    }

    FileLook(Resolvers resolvers, Web settings, WebVisitor visitor) {
        this.resolvers = resolvers;
        this.settings = settings;
        this.visitor = visitor;
    }

    List<Finding> look(WebFile wanted, Deadline deadline) throws UnansweredException {
        var host = wanted.domain().text();
        var addresses = addresses(host, deadline);
        if (addresses.isEmpty()) {
            return List.of(Finding.of(FindingKind.SITE_UNREACHABLE, wanted.url()));
        }
        if (!settings.privateAddresses() && !addresses.stream().allMatch(PublicAddress::is)) {
            return List.of(new Finding(FindingKind.ADDRESS_NOT_PUBLIC, host, shown(addresses), ""));
        }
        try {
            return visit(wanted, addresses.get(0), deadline);
        } catch (IOException unreachable) {
            LOG.debug("{} cannot be visited", host, unreachable);
            return List.of(Finding.of(FindingKind.SITE_UNREACHABLE, wanted.url()));
        }
    }

    private List<Finding> visit(WebFile wanted, InetAddress address, Deadline deadline) throws IOException {
        var findings = new ArrayList<Finding>();
        var at = URI.create(wanted.url());
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var page = visitor.visit(at, address, deadline);
            if (!REDIRECTS.contains(page.status())) {
                findings.add(0, verdict(wanted, page));
                return findings;
            }
            var next = next(at, page.location());
            if (next == null) {
                return List.of(new Finding(FindingKind.REDIRECTED_ELSEWHERE, wanted.url(), page.location(), ""));
            }
            findings.clear();
            findings.add(new Finding(FindingKind.REDIRECTED, wanted.url(), page.location(), ""));
            at = next;
        }
        return List.of(new Finding(FindingKind.REDIRECTED_ELSEWHERE, wanted.url(), at.toString(), ""));
    }

    private static Finding verdict(WebFile wanted, WebVisitor.Page page) {
        if (page.status() != FOUND) {
            return new Finding(FindingKind.FILE_MISSING, wanted.url(), String.valueOf(page.status()), wanted.content());
        }
        var same = lines(page.content()).equals(lines(wanted.content()));
        return new Finding(
                same ? FindingKind.PUBLISHED : FindingKind.WRONG_CONTENT,
                wanted.url(),
                same ? "" : page.content(),
                String.join(" ", lines(wanted.content())));
    }

    /** A redirect is followed on the same host, by the usual ports and without a user; null for any other. */
    private static URI next(URI from, String location) {
        try {
            var next = from.resolve(location);
            var usual = Set.of("http", "https")
                            .contains(Objects.toString(next.getScheme(), "").toLowerCase(Locale.ROOT))
                    && from.getHost().equalsIgnoreCase(next.getHost())
                    && next.getPort() < 0
                    && next.getRawUserInfo() == null;
            return usual ? next : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private List<InetAddress> addresses(String host, Deadline deadline) throws UnansweredException {
        var addresses = new ArrayList<InetAddress>();
        resolvers.ask(host, Type.A, deadline).forEach(record -> add(record, addresses));
        resolvers.ask(host, Type.AAAA, deadline).forEach(record -> add(record, addresses));
        return addresses;
    }

    private static void add(Record record, List<InetAddress> addresses) {
        if (record instanceof ARecord four) {
            addresses.add(four.getAddress());
        } else if (record instanceof AAAARecord six) {
            addresses.add(six.getAddress());
        }
    }

    private static String shown(List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> !PublicAddress.is(address))
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
    }

    private static List<String> lines(String content) {
        return content.strip().lines().map(String::strip).toList();
    }
}
