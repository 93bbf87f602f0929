package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Licences that were bought through the distributor and registered. */
@Component
class RegisteredLicences extends LicenceComparison {
    private final LicenceRegistry registry;

    RegisteredLicences(
            LicenceRegistry registry, MailSecurityHoldings holdings, Subscriptions subscriptions, Clock clock) {
        super(holdings, subscriptions, clock, true, DifferenceAct.FREE_LICENCE);
        this.registry = registry;
    }

    @Override
    public String part() {
        return "forticare";
    }

    @Override
    List<ListedLicence> listed() {
        return registry.licences();
    }

    @Override
    void end(Licence licence) {
        registry.release(licence);
    }
}
