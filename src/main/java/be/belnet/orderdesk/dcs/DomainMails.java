package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.correspondence.Attachment;
import be.belnet.orderdesk.correspondence.Correspondence;
import be.belnet.orderdesk.correspondence.Mail;
import be.belnet.orderdesk.correspondence.Recipient;
import be.belnet.orderdesk.correspondence.Recipients;
import be.belnet.orderdesk.correspondence.SentMail;
import be.belnet.orderdesk.customer.ContactRole;
import be.belnet.orderdesk.dcs.CertificateDomain.Actor;
import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.dcs.CertificateDomain.Wildcard;
import be.belnet.orderdesk.dcs.DomainLinks.Link;
import be.belnet.orderdesk.feedback.FeedbackLinks;
import be.belnet.orderdesk.order.OrderEvent;
import be.belnet.orderdesk.order.OrderFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Mails to the customer's technical contact about all domains of a file, each with a link to their page. Nothing is mailed
 * about a file without domains.
 */
@Component
public class DomainMails {
    private static final String LINK = "domains-link";
    private static final Duration BETWEEN_LINKS = Duration.ofHours(1);

    private final OrderFile orders;
    private final CertificateDomains domains;
    private final Certificates certificates;
    private final Authorities authorities;
    private final Correspondence correspondence;
    private final Recipients recipients;
    private final DomainLinks links;
    private final FeedbackLinks feedback;
    private final DomainWords words;
    private final DomainPageProperties properties;
    private final Clock clock;

    DomainMails(
            OrderFile orders,
            CertificateDomains domains,
            Certificates certificates,
            Authorities authorities,
            Correspondence correspondence,
            Recipients recipients,
            DomainLinks links,
            FeedbackLinks feedback,
            DomainWords words,
            DomainPageProperties properties,
            Clock clock) {
        this.orders = orders;
        this.domains = domains;
        this.certificates = certificates;
        this.authorities = authorities;
        this.correspondence = correspondence;
        this.recipients = recipients;
        this.links = links;
        this.feedback = feedback;
        this.words = words;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Tells what Belnet has done and what only the customer can do.
     *
     * @param formerAuthorityName where the customer moves away from, as staff know it; null where it does not move
     */
    public void tell(String orderNumber, String formerAuthorityName) {
        List<CertificateDomain> all = domains.of(orderNumber);
        Recipient to = contact(orderNumber);
        Map<String, Object> model = model(orderNumber, all, formerAuthorityName == null ? "validation" : "migration");
        model.put("former", formerAuthorityName == null ? "" : formerAuthorityName);
        model.put("domains", standings(all, to));
        model.put("leftOut", certificates.leftOut(orderNumber));
        model.put("wildcards", all.stream().anyMatch(domain -> domain.wildcard() == Wildcard.WANTED));
        model.put("manual", properties.manual().toString());
        send(orderNumber, "domains-to-validate", to, all, model);
    }

    /** Names the domains that wait for the customer; mails nothing when none does. */
    public void remind(String orderNumber) {
        List<CertificateDomain> all = domains.of(orderNumber);
        List<CertificateDomain> waiting = matching(all, domain -> domain.state().actor() == Actor.CUSTOMER);
        Recipient to = contact(orderNumber);
        Map<String, Object> model = model(orderNumber, all, kind(orderNumber));
        model.put("domains", standings(waiting, to));
        model.put("done", matching(all, domain -> !domain.state().isOpen()).size());
        model.put("all", all.size());
        send(orderNumber, "domains-reminder", to, waiting, model);
    }

    /** As {@link #confirm}; mails nothing where all was validated as the customer wanted it. */
    public void confirmWhatWasGivenUp(String orderNumber) {
        List<CertificateDomain> all = domains.of(orderNumber);
        boolean givenUp = all.stream().anyMatch(domain -> domain.state() == State.GIVEN_UP);
        if (givenUp || !reasons(orderNumber, ControlProofs.WILDCARD_FORGONE).isEmpty()) {
            confirm(orderNumber);
        }
    }

    /** Tells that all is done, and names what was left out. */
    public void confirm(String orderNumber) {
        List<CertificateDomain> all = domains.of(orderNumber);
        Recipient to = contact(orderNumber);
        Map<String, Object> model = model(orderNumber, all, kind(orderNumber));
        model.put("domains", standings(all, to));
        model.put("leftOut", certificates.leftOut(orderNumber));
        model.put("givenUp", givenUp(orderNumber, all));
        Map<String, String> forgone = reasons(orderNumber, ControlProofs.WILDCARD_FORGONE);
        List<CertificateDomain> without = matching(all, DomainMails::isWithoutWildcard);
        model.put("forgone", wildcards(without, forgone));
        model.put("declined", names(matching(without, domain -> !forgone.containsKey(name(domain)))));
        if (kind(orderNumber).equals("migration")) {
            model.putAll(feedback.invitation(orderNumber));
        }
        send(orderNumber, "customer-migrated", to, all, model);
    }

    /** Mails the contact a new link; not more than one within an hour, however often it is asked for. */
    public void sendLink(String orderNumber) {
        Instant now = clock.instant();
        boolean lately = correspondence.of(orderNumber).stream()
                .filter(mail -> mail.template().equals(LINK))
                .map(SentMail::writtenAt)
                .anyMatch(written -> written.isAfter(now.minus(BETWEEN_LINKS)));
        if (!lately) {
            Map<String, Object> model = model(orderNumber, domains.of(orderNumber), kind(orderNumber));
            correspondence.send(new Mail(orderNumber, LINK, contact(orderNumber), model), onceAnHour(orderNumber, now));
        }
    }

    private void send(
            String orderNumber,
            String template,
            Recipient to,
            List<CertificateDomain> about,
            Map<String, Object> model) {
        List<Attachment> files = files(about);
        model.put("files", !files.isEmpty());
        if (!about.isEmpty()) {
            correspondence.send(new Mail(orderNumber, template, to, model, files));
        }
    }

    private Map<String, Object> model(String orderNumber, List<CertificateDomain> all, String kind) {
        Link link = links.to(orderNumber);
        Map<String, Object> model = new HashMap<>();
        model.put("kind", kind);
        Optional<String> authority =
                all.stream().map(CertificateDomain::authority).findFirst();
        model.put("authority", authority.map(authorities::name).orElse("–"));
        model.put(
                "interfaceAddress",
                authority.map(authorities::webAddress).map(URI::toString).orElse(""));
        model.put("link", link.address());
        model.put("linkUntil", link.until());
        return model;
    }

    private Recipient contact(String orderNumber) {
        return recipients.contact(orderNumber, ContactRole.TECHNICAL);
    }

    private String kind(String orderNumber) {
        return orders.get(orderNumber).kind().equals("migration") ? "migration" : "validation";
    }

    /** In their order. */
    private Map<String, String> standings(List<CertificateDomain> all, Recipient reader) {
        Map<String, String> standings = new LinkedHashMap<>();
        Locale language = Locale.forLanguageTag(reader.language());
        all.forEach(domain -> standings.put(name(domain), words.standing(domain, language)));
        return standings;
    }

    private static List<Attachment> files(List<CertificateDomain> all) {
        var records = new DomainRecords(all);
        var files = new ArrayList<Attachment>();
        if (!records.isEmpty()) {
            files.add(new Attachment("records.csv", "text/csv", records.csv(), null));
        }
        if (records.hasZone()) {
            files.add(new Attachment("records.zone", "text/dns", records.zone(), null));
        }
        return files;
    }

    /** With the reason, where the customer may read it: notes of the board and of talks with the customer are staff's. */
    private Map<String, String> givenUp(String orderNumber, List<CertificateDomain> all) {
        Map<String, String> reasons = reasons(
                orderNumber,
                ControlProofs.GIVEN_UP,
                facts -> ControlProofs.CUSTOMER.equals(facts.get(ControlProofs.READ_BY)));
        Map<String, String> givenUp = new LinkedHashMap<>();
        matching(all, domain -> domain.state() == State.GIVEN_UP)
                .forEach(domain -> givenUp.put(name(domain), reasons.getOrDefault(name(domain), "")));
        return givenUp;
    }

    /** Wildcards that Belnet did without, with the CA's words, which are empty where they were not kept. */
    private static Map<String, String> wildcards(List<CertificateDomain> without, Map<String, String> forgone) {
        Map<String, String> wildcards = new LinkedHashMap<>();
        matching(without, domain -> forgone.containsKey(name(domain)))
                .forEach(domain -> wildcards.put(domain.domain().wildcard().name(), forgone.get(name(domain))));
        return wildcards;
    }

    private Map<String, String> reasons(String orderNumber, String kind) {
        return reasons(orderNumber, kind, facts -> true);
    }

    /** By domain, as events of a kind have them. */
    private Map<String, String> reasons(String orderNumber, String kind, Predicate<Map<String, String>> wanted) {
        Map<String, String> reasons = new HashMap<>();
        orders.events(orderNumber, List.of(kind)).stream()
                .map(OrderEvent::facts)
                .filter(wanted)
                .forEach(facts -> reasons.put(facts.get("domain"), facts.getOrDefault("reason", "")));
        return reasons;
    }

    private static boolean isWithoutWildcard(CertificateDomain domain) {
        return domain.wildcard() == Wildcard.DECLINED && domain.state() != State.GIVEN_UP;
    }

    private static List<CertificateDomain> matching(List<CertificateDomain> all, Predicate<CertificateDomain> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static String names(List<CertificateDomain> all) {
        return all.stream().map(DomainMails::name).collect(Collectors.joining(", "));
    }

    private static String name(CertificateDomain domain) {
        return domain.domain().name();
    }

    /** Two nodes that are asked at the same moment mail one. */
    private static UUID onceAnHour(String orderNumber, Instant now) {
        String hour = "%s %s %d".formatted(LINK, orderNumber, now.toEpochMilli() / BETWEEN_LINKS.toMillis());
        return UUID.nameUUIDFromBytes(hour.getBytes(StandardCharsets.UTF_8));
    }
}
