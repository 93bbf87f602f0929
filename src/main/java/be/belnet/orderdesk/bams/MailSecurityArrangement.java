package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.ChangingService;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a customer of mail security has, as changes to it are written. */
@Service
public class MailSecurityArrangement implements ChangingService {
    public static final String MAIL_DOMAINS = "mailDomains";
    public static final String MAILBOXES = "mailboxes";
    public static final String CPUS = "cpus";
    public static final String PACKAGE = "package";
    public static final String ADD_ONS = "addOns";

    private final BamsOrders bamsOrders;
    private final Tariff tariff;
    private final NeedsReader needs;
    private final Subscriptions subscriptions;

    MailSecurityArrangement(BamsOrders bamsOrders, Tariff tariff, NeedsReader needs, Subscriptions subscriptions) {
        this.bamsOrders = bamsOrders;
        this.tariff = tariff;
        this.needs = needs;
        this.subscriptions = subscriptions;
    }

    @Override
    public String service() {
        return "BAMS";
    }

    @Override
    public String title() {
        return "Belnet Advanced Mail Security";
    }

    @Override
    public List<String> aspects() {
        return List.of(MAIL_DOMAINS, MAILBOXES, CPUS, PACKAGE, ADD_ONS);
    }

    /** Of what was there before Orderdesk the price line tells size and package; mail hosts are not known. */
    @Override
    public Arrangement origin(Subscription subscription) {
        return Optional.ofNullable(subscription.orderNumber())
                .flatMap(bamsOrders::find)
                .map(BamsOrder::needs)
                .map(known -> arrangement(known, subscriptions.domains(subscription.id())))
                .orElseGet(() -> imported(subscription));
    }

    @Override
    public String words(String aspect, String content) {
        return switch (aspect) {
            case MAIL_DOMAINS -> content.replace(" ", " → ");
            case PACKAGE -> "bams.package." + content;
            case ADD_ONS -> "bams.addOn." + content;
            default -> content;
        };
    }

    @Override
    public String priceLine(Subscription subscription, Arrangement before, Arrangement after) {
        boolean same = before.one(CPUS) != null
                && before.one(CPUS).equals(after.one(CPUS))
                && after.one(PACKAGE).equals(before.one(PACKAGE));
        return same
                ? subscription.agreement().priceLine()
                : needs.priceLines().stream()
                        .filter(line -> Integer.toString(line.cpus()).equals(after.one(CPUS))
                                && line.servicePackage().equals(after.one(PACKAGE)))
                        .findFirst()
                        .map(Tariff.Line::code)
                        .orElse(subscription.agreement().priceLine());
    }

    @Override
    public void settle(String number, Subscription subscription, Arrangement after) {
        subscriptions.keepDomains(
                subscription.id(),
                domains(after).stream().map(ProtectedDomain::domain).toList());
    }

    /** As needs are determined for an order. */
    public static Arrangement arrangement(Needs needs) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        aspects.put(
                MAIL_DOMAINS,
                needs.domains().stream()
                        .map(domain -> domain.domain() + " " + domain.mailHost())
                        .toList());
        if (needs.mailboxes() > 0) {
            aspects.put(MAILBOXES, List.of(Integer.toString(needs.mailboxes())));
        }
        aspects.put(CPUS, List.of(Integer.toString(needs.cpus())));
        aspects.put(PACKAGE, List.of(needs.servicePackage()));
        aspects.put(ADD_ONS, needs.addOns().stream().sorted().toList());
        return new Arrangement(aspects);
    }

    private Arrangement imported(Subscription subscription) {
        Map<String, List<String>> aspects = new LinkedHashMap<>();
        aspects.put(MAIL_DOMAINS, subscriptions.domains(subscription.id()));
        Optional.ofNullable(subscription.agreement().priceLine())
                .flatMap(tariff::line)
                .ifPresent(line -> {
                    aspects.put(CPUS, List.of(Integer.toString(line.cpus())));
                    aspects.put(PACKAGE, List.of(line.servicePackage()));
                });
        return new Arrangement(aspects);
    }

    /** Domains as the subscription has them today, an import may have corrected them. */
    private static Arrangement arrangement(Needs needs, List<String> domains) {
        Arrangement ordered = arrangement(needs);
        Map<String, String> hosts = new LinkedHashMap<>();
        needs.domains().forEach(domain -> hosts.put(domain.domain(), domain.mailHost()));
        Map<String, List<String>> aspects = new LinkedHashMap<>(ordered.aspects());
        aspects.put(
                MAIL_DOMAINS,
                domains.stream()
                        .map(domain -> hosts.containsKey(domain) ? domain + " " + hosts.get(domain) : domain)
                        .toList());
        return new Arrangement(aspects);
    }

    /** Names of the mail domains. */
    static List<String> names(Arrangement arrangement) {
        return arrangement.all(MAIL_DOMAINS).stream()
                .map(line -> line.split(" ")[0])
                .toList();
    }

    /** The mail domains whose mail host is known. */
    static List<ProtectedDomain> domains(Arrangement arrangement) {
        return arrangement.all(MAIL_DOMAINS).stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2)
                .map(words -> new ProtectedDomain(words[0], words[1]))
                .toList();
    }
}
