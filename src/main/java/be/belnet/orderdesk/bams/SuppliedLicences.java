package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Licences of Fortinet's points program. */
@Component
class SuppliedLicences extends LicenceComparison {
    private final LicenceSupplier licences;

    SuppliedLicences(
            LicenceSupplier licences, MailSecurityHoldings holdings, Subscriptions subscriptions, Clock clock) {
        super(holdings, subscriptions, clock, false, DifferenceAct.END_LICENCE);
        this.licences = licences;
    }

    @Override
    public String part() {
        return "fortiflex";
    }

    @Override
    List<ListedLicence> listed() {
        return licences.licences();
    }

    @Override
    void end(Licence licence) {
        licences.stop(licence);
    }
}
