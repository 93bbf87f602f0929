package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.partner.PartnerAnswer;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerRefusedException;
import be.belnet.orderdesk.partner.PartnerUnavailableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpMethod;

/** The calls to CertCentral's Services API that a migration needs; each only reads. */
class CertCentral {
    static final String NAME = "DigiCert";

    private static final String KEY = "X-DC-DEVKEY";
    private static final String PAGE = "limit={limit}&offset={offset}";
    private static final int MOST_PAGES = 1000;

    private final PartnerClient client;
    private final DigiCertProperties settings;
    private final PatientReads reads;

    CertCentral(PartnerClient client, DigiCertProperties settings) {
        this.client = client;
        this.settings = settings;
        this.reads = new PatientReads(settings.retry());
    }

    List<Organization> organizations() {
        return all("/organization?" + PAGE, Organizations.class, Organization::id);
    }

    /** Of all organisations: nothing is documented that would ask for those of one. */
    List<Domain> domains() {
        return all("/domain?include_dcv_expiration_time=true&" + PAGE, Domains.class, Domain::id);
    }

    List<Order> orders(String organizationId) {
        return all("/order/certificate?filters[organization_id]={id}&" + PAGE, Orders.class, Order::id, organizationId);
    }

    /** Page after page until the total is reached. */
    private <T> List<T> all(String path, Class<? extends Listed<T>> type, Function<T, Long> id, Object... values) {
        Map<Long, T> found = new LinkedHashMap<>();
        var offset = 0;
        for (var page = 0; page < MOST_PAGES; page++) {
            var next = page(path, type, offset, values);
            next.entries().forEach(entry -> found.put(id.apply(entry), entry));
            offset += next.entries().size();
            if (offset >= next.page().total() || next.entries().isEmpty()) {
                requireWhole(found.size(), next.page().total());
                break;
            }
        }
        return List.copyOf(found.values());
    }

    /** Entries that came or went between two pages have shifted the others. */
    private static void requireWhole(int found, int total) {
        if (found != total) {
            throw new PartnerUnavailableException(NAME, "the list changed while it was read");
        }
    }

    private <T> Listed<T> page(String path, Class<? extends Listed<T>> type, int offset, Object... values) {
        return reads.read(() -> {
            var answer = get(path, offset, values);
            var listed = answer.as(type);
            if (listed.entries() == null || listed.page() == null) {
                throw answer.unreadable();
            }
            return listed;
        });
    }

    private PartnerAnswer get(String path, int offset, Object... values) {
        var all = new ArrayList<>(List.of(values));
        all.add(settings.pageSize());
        all.add(offset);
        var address = PartnerClient.at(settings.url().toString(), path, all.toArray());
        return accepted(client.read(HttpMethod.GET, address, headers -> headers.set(KEY, settings.apiKey()), null));
    }

    private static PartnerAnswer accepted(PartnerAnswer answer) {
        if (!answer.successful()) {
            var error = answer.json().path("errors").path(0);
            throw new PartnerRefusedException(
                    NAME,
                    error.path("code").asText(String.valueOf(answer.status())),
                    error.path("message").asText());
        }
        return answer;
    }

    /** One page of a list. */
    interface Listed<T> {
        List<T> entries();

        Page page();
    }

    record Organizations(@JsonProperty("organizations") List<Organization> entries, Page page)
            implements Listed<Organization> {}

    record Domains(@JsonProperty("domains") List<Domain> entries, Page page) implements Listed<Domain> {}

    record Orders(@JsonProperty("orders") List<Order> entries, Page page) implements Listed<Order> {}

    record Page(int total) {}

    record Organization(
            long id,
            String name,
            @JsonProperty("assumed_name") String assumedName,
            String status) {}

    /** Of the organisation inside, little is what it is outside: its flags are strings there. */
    record Domain(
            long id,
            String name,
            @JsonProperty("is_active") boolean active,
            Owner organization,
            @JsonProperty("dcv_expiration") DcvExpiration dcvExpiration) {}

    record Owner(long id) {}

    /** @param ov last day, as a date alone or with a time; absent where there is none */
    record DcvExpiration(String ov) {}

    record Order(
            long id,
            String status,
            Certificate certificate,
            @JsonProperty("has_duplicates") boolean hasDuplicates) {}

    /** @param validTill last day, {@code yyyy-MM-dd}; absent until it is issued */
    record Certificate(
            @JsonProperty("common_name") String commonName,
            @JsonProperty("dns_names") List<String> dnsNames,
            @JsonProperty("valid_till") String validTill) {}
}
