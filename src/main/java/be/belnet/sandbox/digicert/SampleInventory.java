package be.belnet.sandbox.digicert;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * What the sample customers had at DigiCert: each that is Belnet's, with several domains, and with certificates that
 * run, run out soon, have run out, or never came. Ids are the same in every new world, days count from its first.
 */
@Component
class SampleInventory {
    static final long ACCOUNT = 1234001;
    static final long CONTAINER = 9001;

    private static final long FIRST_ORGANIZATION = 500_010;
    private static final long FIRST_DOMAIN = 700_001;
    private static final long FIRST_ORDER = 120_000_001;
    private static final long FIRST_CERTIFICATE = 2_200_000_001L;
    private static final int YEAR = 365;
    private static final List<String> METHODS = List.of("email", "dns-txt-token", "dns-cname-token", "http-token");

    private final Clock clock;
    private final LocalDate today;
    private final SigningRequest requests = new SigningRequest();
    private final List<Organization> organizations = new ArrayList<>();
    private final List<Domain> domains = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    SampleInventory(Clock clock) {
        this.clock = clock;
        this.today = LocalDate.now(clock);
        customers().forEach(this::add);
    }

    List<Organization> organizations() {
        return organizations;
    }

    List<Domain> domains() {
        return domains;
    }

    List<Order> orders() {
        return orders;
    }

    private static List<CSVRecord> customers() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = format.parse(new InputStreamReader(
                SampleInventory.class.getResourceAsStream("/sample/organisations.csv"), StandardCharsets.UTF_8))) {
            return lines.stream()
                    .filter(line -> Boolean.parseBoolean(line.get("belnet_customer")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(CSVRecord customer) {
        var number = organizations.size();
        var names = domainNames(customer.get("mail_domains").split(" "), number);
        var organization = organization(customer, number, names.get(0));
        organizations.add(organization);
        names.forEach(name -> add(organization, name));
        addOrders(organization, names, number);
    }

    /** Those of its mail, and others such as institutions have: for events, and every second for its foundation. */
    private static List<String> domainNames(String[] mailDomains, int number) {
        var label = mailDomains[0].substring(0, mailDomains[0].indexOf('.'));
        var more = Stream.of("events-" + label, "foundation-" + label).limit(number % 2 == 0 ? 2 : 1);
        return Stream.concat(Stream.of(mailDomains), more.map(name -> name + ".example"))
                .toList();
    }

    private Organization organization(CSVRecord customer, int number, String domain) {
        return new Organization(
                FIRST_ORGANIZATION + number * 10L,
                "active",
                customer.get("legal_name"),
                customer.get("acronym"),
                customer.get("legal_name"),
                customer.get("street"),
                customer.get("postcode"),
                customer.get("city"),
                customer.get("country").toLowerCase(Locale.ROOT),
                "+32 2 900 %d 00".formatted(10 + number),
                "mail-admin@" + domain,
                CONTAINER,
                today.plusDays(100L + 20 * number),
                today.minusYears(5));
    }

    /** Every fifth has never been validated, and of the others every seventh no longer is. */
    private void add(Organization organization, String name) {
        var number = domains.size();
        var validated = number % 7 == 6 ? today.minusDays(30) : today.plusDays(40L + 15 * number);
        domains.add(new Domain(
                FIRST_DOMAIN + number,
                organization,
                name,
                true,
                today.minusDays(900L + number),
                METHODS.get(number % METHODS.size()),
                number % 5 == 4 ? null : validated));
    }

    private void addOrders(Organization organization, List<String> names, int number) {
        var main = names.get(0);
        add(organization, Product.MULTI_DOMAIN, Order.ISSUED, 200 + 5 * number, "www." + main, main);
        add(organization, Product.WILDCARD, Order.ISSUED, 12 + number, "*." + main, main);
        add(organization, Product.MULTI_DOMAIN, Order.ISSUED, -40 - number, "mail." + main);
        add(organization, Product.MULTI_YEAR, Order.ISSUED, 60 + number, "portal." + main);
        add(organization, Product.MULTI_DOMAIN, "pending", 0, "vpn." + main);
        add(organization, Product.MULTI_DOMAIN, unusual(number), 150, "archive." + main);
        names.stream()
                .skip(1)
                .forEach(name ->
                        add(organization, Product.MULTI_DOMAIN, Order.ISSUED, 90 + 3 * number, "www." + name, name));
        if (number % 2 == 0) {
            add(organization, Product.WILDCARD, Order.ISSUED, 300, "*." + names.get(1), names.get(1));
        }
    }

    private static String unusual(int number) {
        return List.of("rejected", Order.REVOKED, "canceled").get(number % 3);
    }

    private void add(Organization organization, Product product, String status, int days, String... names) {
        var number = orders.size();
        var came = status.equals(Order.ISSUED) || status.equals(Order.REVOKED);
        var end = today.plusDays(days);
        var from = end.minusDays(YEAR);
        orders.add(new Order(
                FIRST_ORDER + number,
                FIRST_CERTIFICATE + 3L * number,
                organization,
                List.of(names),
                status,
                came ? from : today.minusDays(3),
                came ? from : null,
                came ? end : null,
                came ? end.plusDays((product.years() - 1L) * YEAR) : null,
                came ? hexadecimal("serial", number, 32) : null,
                came ? hexadecimal("thumbprint", number, 32) + "0A1B2C3D" : null,
                product,
                requests.pem(List.of(names)),
                organization.contactEmail(),
                product == Product.MULTI_YEAR,
                days < 0,
                (came ? from : today.minusDays(3))
                        .atTime(9, 0)
                        .atZone(clock.getZone())
                        .toOffsetDateTime(),
                null));
    }

    private static String hexadecimal(String kind, int number, int length) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, length)
                .toUpperCase(Locale.ROOT);
    }
}
