package be.belnet.orderdesk.dcs;

import static be.belnet.orderdesk.dcs.CertificatesArrangement.ADMINISTRATORS;
import static be.belnet.orderdesk.dcs.CertificatesArrangement.DOMAINS;

import be.belnet.orderdesk.change.Arrangement;
import be.belnet.orderdesk.change.Change;
import be.belnet.orderdesk.change.Changes;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.subscription.PartnerReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Changes what a customer has at its CA: domains and administrators of the same organisation. */
@Service
public class CertificatesChange {
    /** Stands for what the CA has taken away. */
    private static final String GONE = "–";

    private final Changes changes;
    private final CertificateDomains domains;
    private final Authorities authorities;
    private final OrderFile orders;

    CertificatesChange(Changes changes, CertificateDomains domains, Authorities authorities, OrderFile orders) {
        this.changes = changes;
        this.domains = domains;
        this.authorities = authorities;
        this.orders = orders;
    }

    /** Of the domains that come with a change, those that a file has validated now: such a one is not the change's to have. */
    public List<CertificateDomain> underWay(String number, Arrangement after) {
        String authority = references(number).authority();
        if (authority == null) {
            return List.of();
        }
        return after.beyond(changes.get(number).before(), DOMAINS).stream()
                .map(name -> new Domain(name).base())
                .distinct()
                .flatMap(domain -> domains.underWay(authority, domain).stream())
                .toList();
    }

    /** The CA as staff know it; a dash where nobody knows which one it is. */
    public String authority(String number) {
        String authority = references(number).authority();
        return authority == null ? GONE : authorities.name(authority);
    }

    /** Whether anybody knows where at which CA the customer is. */
    public boolean isAtAuthority(String number) {
        return references(number).authority() != null && references(number).organisationId() != null;
    }

    /** Domains that come, then those that go; each once. */
    public List<Domain> changingDomains(String number) {
        Change change = changes.get(number);
        List<String> all = new ArrayList<>(change.after().beyond(change.before(), DOMAINS));
        all.addAll(change.before().beyond(change.after(), DOMAINS));
        return all.stream().map(Domain::new).toList();
    }

    /** Whether the domain is to be there after the change. */
    public boolean isAdded(String number, Domain domain) {
        return changes.get(number).after().all(DOMAINS).contains(domain.name());
    }

    /** The CA's id of the domain, or what stands for one that is gone, where it is as it should be. */
    public Optional<String> findDomain(String number, Domain domain, boolean wanted) {
        Optional<String> used = at(number)
                .findDomain(organisation(number), domain)
                .filter(RegisteredDomain::isDelegated)
                .map(RegisteredDomain::id);
        return wanted ? used : used.isPresent() ? Optional.empty() : Optional.of(GONE);
    }

    /** Has the organisation use the domain, or takes it away. Safe to repeat. */
    public String changeDomain(String number, Domain domain, boolean wanted) {
        if (wanted) {
            return at(number).addDomain(organisation(number), domain).id();
        }
        at(number).removeDomain(organisation(number), domain);
        return domain.name();
    }

    /** Administrators that come, then those that go. */
    public List<NamedAdministrator> changingAdministrators(String number) {
        Change change = changes.get(number);
        List<String> all = new ArrayList<>(change.after().beyond(change.before(), ADMINISTRATORS));
        all.addAll(change.before().beyond(change.after(), ADMINISTRATORS));
        return all.stream().map(NamedAdministrator::of).toList();
    }

    /** Whether the administrator is to be there after the change. */
    public boolean isAdded(String number, NamedAdministrator administrator) {
        return changes.get(number).after().all(ADMINISTRATORS).contains(administrator.line());
    }

    /** The CA's id of the account, or what stands for one that is gone, where it is as it should be. */
    public Optional<String> findAdministrator(String number, NamedAdministrator administrator, boolean wanted) {
        Optional<String> there = at(number)
                .findAdministrator(organisation(number), administrator.email())
                .map(Administrator::id);
        return wanted ? there : there.isPresent() ? Optional.empty() : Optional.of(GONE);
    }

    /** Has the CA invite the administrator, or takes the organisation away from it. The CA's id. */
    public String changeAdministrator(String number, NamedAdministrator administrator, boolean wanted) {
        CertificateAuthority authority = at(number);
        String organisation = organisation(number);
        if (wanted) {
            String language = orders.get(number).requester().language();
            return authority
                    .inviteAdministrator(organisation, administrator.invitation(language))
                    .id();
        }
        return authority
                .findAdministrator(organisation, administrator.email())
                .map(Administrator::id)
                .map(id -> {
                    authority.removeAdministrator(organisation, id);
                    return id;
                })
                .orElse(GONE);
    }

    /** Writes down what the CA has changed, once. */
    public void keep(String number, String kind, Map<String, String> facts) {
        boolean told = orders.events(number, List.of(kind)).stream()
                .anyMatch(event -> event.facts().equals(facts));
        if (!told) {
            orders.record(number, kind, facts);
        }
    }

    /** Writes down what the CA did not do, in its words. */
    public void noteRefusal(String number, String kind, String words) {
        orders.record(number, kind, Map.of("reason", words));
    }

    private CertificateAuthority at(String number) {
        return authorities.authority(references(number).authority());
    }

    private String organisation(String number) {
        return references(number).organisationId();
    }

    private PartnerReferences references(String number) {
        return changes.subscription(number).references();
    }
}
