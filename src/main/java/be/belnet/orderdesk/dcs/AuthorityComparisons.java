package be.belnet.orderdesk.dcs;

import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.Comparisons;
import java.util.List;
import org.springframework.stereotype.Component;

/** A part of the reconciliation for each certificate authority. */
@Component
class AuthorityComparisons implements Comparisons {
    private final Authorities authorities;
    private final DomainHoldings holdings;

    AuthorityComparisons(Authorities authorities, DomainHoldings holdings) {
        this.authorities = authorities;
        this.holdings = holdings;
    }

    @Override
    public List<Comparison> comparisons() {
        return authorities.all().stream()
                .<Comparison>map(authority -> new DelegatedDomains(authority, authorities, holdings))
                .toList();
    }
}
