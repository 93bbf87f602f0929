package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.dcs.DomainHoldings.Holdings;
import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.subscription.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers' organisations and domains beside what a certificate authority lists. What customers add there themselves, such as
 * wildcards, is theirs and no difference.
 */
class DelegatedDomains implements Comparison {
    private final String authority;
    private final Authorities authorities;
    private final DomainHoldings holdings;

    DelegatedDomains(String authority, Authorities authorities, DomainHoldings holdings) {
        this.authority = authority;
        this.authorities = authorities;
        this.holdings = holdings;
    }

    @Override
    public String part() {
        return authority;
    }

    @Override
    public String partner() {
        return authorities.name(authority);
    }

    @Override
    public boolean isUsed() {
        return holdings.isUsed(authority);
    }

    @Override
    public Compared compare() {
        Holdings before = holdings.read();
        Map<String, String> organisations = ca().organisations().stream()
                .collect(Collectors.toMap(
                        RegisteredOrganisation::id,
                        one -> Optional.ofNullable(one.name()).orElse(""),
                        (one, other) -> one));
        Map<String, Set<Domain>> delegated = ca().delegated(wanted(before, organisations.keySet()));
        Optional<Set<String>> administrators = ca().administratorIds();
        return new Listed(before, holdings.read(), organisations, delegated, administrators).compared();
    }

    /** A domain is given to who has it still, and taken from who has the service no more. */
    @Override
    public boolean holds(Difference difference) {
        Holdings now = holdings.read();
        return difference.kind() == DifferenceKind.DOMAIN_NOT_DELEGATED
                ? now.running(authority)
                        .filter(one -> difference.subscriptionId() == one.id())
                        .anyMatch(one -> bases(now, one).contains(new Domain(difference.subject())))
                : !now.isUsed(authority, organisation(difference));
    }

    /** The authority's id of the domain, where it stands as it should. */
    @Override
    public Optional<String> find(Difference difference) {
        Optional<RegisteredDomain> found = ca().findDomain(organisation(difference), new Domain(difference.subject()))
                .filter(RegisteredDomain::isDelegated);
        if (difference.act() == DifferenceAct.ADD_DOMAIN) {
            return found.map(RegisteredDomain::id);
        }
        return found.isPresent() ? Optional.empty() : Optional.of(difference.subject());
    }

    @Override
    public String act(Difference difference) {
        var domain = new Domain(difference.subject());
        if (difference.act() == DifferenceAct.ADD_DOMAIN) {
            return ca().addDomain(organisation(difference), domain).id();
        }
        ca().removeDomain(organisation(difference), domain);
        return difference.subject();
    }

    /** Those whose domains have to be looked at, as far as the authority knows them. */
    private Set<String> wanted(Holdings known, Set<String> organisations) {
        return Stream.concat(known.running(authority), known.ended(authority))
                .map(DelegatedDomains::organisation)
                .filter(organisations::contains)
                .collect(Collectors.toSet());
    }

    private CertificateAuthority ca() {
        return authorities.authority(authority);
    }

    private static Set<Domain> bases(Holdings holdings, Subscription subscription) {
        return holdings.domains(subscription).map(Domain::base).collect(Collectors.toSet());
    }

    private static String organisation(Subscription subscription) {
        return subscription.references().organisationId();
    }

    /** Where it is delegated to, or should be. */
    private static String organisation(Difference difference) {
        return difference.kind() == DifferenceKind.DOMAIN_AFTER_END ? difference.theirs() : difference.ours();
    }

    /** What was listed, between two looks at what customers have. */
    private final class Listed {
        private final Holdings after;
        private final Map<String, String> organisations;
        private final Map<String, Set<Domain>> delegated;
        private final Optional<Set<String>> administrators;
        private final List<Subscription> customers;
        private final boolean changesDomains;

        Listed(
                Holdings before,
                Holdings after,
                Map<String, String> organisations,
                Map<String, Set<Domain>> delegated,
                Optional<Set<String>> administrators) {
            this.administrators = administrators;
            this.after = after;
            this.organisations = organisations;
            this.delegated = delegated;
            this.customers = customers(before);
            this.changesDomains = ca().changesDomains();
        }

        Compared compared() {
            int ours =
                    customers.stream().mapToInt(one -> bases(after, one).size()).sum();
            int listed = delegated.values().stream().mapToInt(Set::size).sum();
            List<Difference> differences = Stream.of(
                            customers.stream().flatMap(this::ofCustomer), withoutAdministrator(), afterEnd(), nobodys())
                    .flatMap(Function.identity())
                    .toList();
            return new Compared(ours, listed, differences);
        }

        /** Those that were there before the list was read, and are still. */
        private List<Subscription> customers(Holdings before) {
            Map<Long, Subscription> still =
                    after.running(authority).collect(Collectors.toMap(Subscription::id, Function.identity()));
            return before.running(authority)
                    .filter(one ->
                            still.containsKey(one.id()) && organisation(one).equals(organisation(still.get(one.id()))))
                    .filter(one -> before.domains().get(one.id()) == null
                            || before.domains()
                                    .get(one.id())
                                    .equals(after.domains().get(one.id())))
                    .toList();
        }

        private Stream<Difference> ofCustomer(Subscription customer) {
            String organisation = organisation(customer);
            if (!organisations.containsKey(organisation)) {
                return Stream.of(of(DifferenceKind.ORGANISATION_UNKNOWN, organisation, customer, organisation, null));
            }
            Set<Domain> used = delegated.getOrDefault(organisation, Set.of());
            return bases(after, customer).stream()
                    .filter(domain -> !used.contains(domain) && !used.contains(domain.wildcard()))
                    .map(domain -> new Difference(
                            DifferenceKind.DOMAIN_NOT_DELEGATED,
                            domain.name(),
                            customer.acronym(),
                            customer.id(),
                            organisation,
                            null,
                            changesDomains ? DifferenceAct.ADD_DOMAIN : null));
        }

        /** None where the authority lists no accounts. */
        private Stream<Difference> withoutAdministrator() {
            return customers.stream()
                    .filter(one -> Optional.ofNullable(after.administrators().get(one.id()))
                            .filter(id ->
                                    administrators.map(all -> !all.contains(id)).orElse(false))
                            .isPresent())
                    .map(one -> of(
                            DifferenceKind.ADMINISTRATOR_UNKNOWN,
                            after.administrators().get(one.id()),
                            one,
                            organisation(one),
                            null));
        }

        private Stream<Difference> afterEnd() {
            return after
                    .ended(authority)
                    .collect(Collectors.toMap(
                            DelegatedDomains::organisation, Function.identity(), (earlier, later) -> later))
                    .values()
                    .stream()
                    .flatMap(ended -> delegated.getOrDefault(organisation(ended), Set.of()).stream()
                            .map(domain -> new Difference(
                                    DifferenceKind.DOMAIN_AFTER_END,
                                    domain.name(),
                                    ended.acronym(),
                                    ended.id(),
                                    ended.endsOn().toString(),
                                    organisation(ended),
                                    changesDomains ? DifferenceAct.REMOVE_DOMAIN : null)));
        }

        /** At the authority that customers leave, what they leave behind is nobody's and no difference. */
        private Stream<Difference> nobodys() {
            return !authority.equals(authorities.inForce())
                    ? Stream.empty()
                    : organisations.entrySet().stream()
                            .filter(one -> !after.isKnown(authority, one.getKey()))
                            .map(one -> new Difference(
                                    DifferenceKind.ORGANISATION_WITHOUT_CUSTOMER,
                                    one.getKey(),
                                    null,
                                    null,
                                    null,
                                    one.getValue(),
                                    null));
        }

        private static Difference of(
                DifferenceKind kind, String subject, Subscription customer, String ours, String theirs) {
            return new Difference(kind, subject, customer.acronym(), customer.id(), ours, theirs, null);
        }
    }
}
