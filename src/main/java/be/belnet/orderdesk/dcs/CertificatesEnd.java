package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.CertificateDomain.State;
import be.belnet.orderdesk.order.Order;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PartnerReferences;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.termination.EndingService;
import be.belnet.orderdesk.termination.Terminations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Takes certificates away where the service ends: the organisation may use its domains no more. Nothing is revoked. */
@Service
public class CertificatesEnd implements EndingService {
    private static final String GONE = "–";

    private final Terminations terminations;
    private final Subscriptions subscriptions;
    private final CertificateDomains domains;
    private final Migrations migrations;
    private final Authorities authorities;
    private final OrderFile orders;

    CertificatesEnd(
            Terminations terminations,
            Subscriptions subscriptions,
            CertificateDomains domains,
            Migrations migrations,
            Authorities authorities,
            OrderFile orders) {
        this.terminations = terminations;
        this.subscriptions = subscriptions;
        this.domains = domains;
        this.migrations = migrations;
        this.authorities = authorities;
        this.orders = orders;
    }

    @Override
    public String service() {
        return "DCS";
    }

    @Override
    public List<String> mailStillHere(Subscription subscription) {
        return List.of();
    }

    /** Numbers of the customer's files that move its domains, or have them validated, and so would use them on. */
    public List<String> filesInTheWay(String number) {
        String acronym = terminations.subscription(number).acronym();
        return Stream.of(Migrations.MIGRATION, Migrations.VALIDATION)
                .flatMap(kind -> migrations.open(acronym, kind).stream())
                .map(Order::number)
                .toList();
    }

    /** Writes down that such files are in the way. */
    public void noteFilesInTheWay(String number, List<String> files) {
        orders.record(number, "domainsInUse", Map.of("files", String.join(", ", files)));
    }

    /** Writes down which domains the customer has at its CA, wildcards after what they are of. How many. */
    public int gather(String number) {
        Subscription subscription = terminations.subscription(number);
        PartnerReferences references = subscription.references();
        if (references.authority() == null || references.organisationId() == null) {
            return 0;
        }
        Stream<Domain> bases = Stream.concat(
                subscriptions.domains(subscription.id()).stream()
                        .map(Domain::new)
                        .map(CertificatesEnd::base),
                settled(subscription).stream().map(CertificateDomain::domain));
        List<Domain> all = bases.distinct().toList();
        return terminations
                .keepDomains(
                        number,
                        Stream.concat(all.stream(), all.stream().map(Domain::wildcard))
                                .map(Domain::name)
                                .toList())
                .size();
    }

    /** The file's domain at a place, from 0. */
    public Domain domain(String number, int place) {
        return new Domain(terminations.domains(number).get(place));
    }

    /** The CA as staff know it. */
    public String authority(String number) {
        return authorities.name(references(number).authority());
    }

    /** What the CA knew the domain by, where the organisation may not use it any more. */
    public Optional<String> findRemoved(String number, Domain domain) {
        boolean used = at(number)
                .findDomain(references(number).organisationId(), domain)
                .filter(RegisteredDomain::isDelegated)
                .isPresent();
        return used ? Optional.empty() : Optional.of(GONE);
    }

    /** Takes the domain away from the organisation. Safe to repeat. Its name. */
    public String removeDomain(String number, Domain domain) {
        at(number).removeDomain(references(number).organisationId(), domain);
        return domain.name();
    }

    /** The domain is not validated anew any more. */
    public void keepRemoved(String number, Domain domain, String removed) {
        if (!removed.equals(GONE)) {
            orders.record(number, "domainTakenAway", Map.of("domain", domain.name()));
        }
        settled(terminations.subscription(number)).stream()
                .filter(settled -> settled.domain().equals(domain))
                .forEach(settled -> domains.enter(settled, State.GIVEN_UP));
    }

    /** Writes down that the CA does not let go of a domain, in its words. */
    public void noteRefusal(String number, Domain domain, String words) {
        String reason = words.contains(domain.name()) ? words : domain + ": " + words;
        orders.record(number, "domainKept", Map.of("domain", domain.name(), "reason", reason));
    }

    private List<CertificateDomain> settled(Subscription subscription) {
        return domains.settled(subscription.acronym(), subscription.references().authority());
    }

    private static Domain base(Domain domain) {
        return domain.isWildcard() ? domain.base() : domain;
    }

    private CertificateAuthority at(String number) {
        return authorities.authority(references(number).authority());
    }

    private PartnerReferences references(String number) {
        return terminations.subscription(number).references();
    }
}
