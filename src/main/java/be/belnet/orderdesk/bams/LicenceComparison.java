package be.belnet.orderdesk.bams;

import be.belnet.orderdesk.bams.MailSecurityHoldings.Holdings;
import be.belnet.orderdesk.reconciliation.Compared;
import be.belnet.orderdesk.reconciliation.Comparison;
import be.belnet.orderdesk.reconciliation.Difference;
import be.belnet.orderdesk.reconciliation.DifferenceAct;
import be.belnet.orderdesk.reconciliation.DifferenceKind;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.SubscriptionState;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Customers' licences beside one of the lists of Fortinet. */
abstract class LicenceComparison implements Comparison {
    private final MailSecurityHoldings holdings;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final boolean distributor;
    private final DifferenceAct endAct;

    /**
     * @param distributor which of both ways of buying the list is of
     * @param endAct what ends a licence there
     */
    LicenceComparison(
            MailSecurityHoldings holdings,
            Subscriptions subscriptions,
            Clock clock,
            boolean distributor,
            DifferenceAct endAct) {
        this.holdings = holdings;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.distributor = distributor;
        this.endAct = endAct;
    }

    @Override
    public String partner() {
        return "Fortinet";
    }

    @Override
    public boolean isUsed() {
        return holdings.isRouteUsed(distributor);
    }

    @Override
    public Compared compare() {
        Holdings before = holdings.read();
        List<ListedLicence> listed = listed();
        LocalDate today = BelgianTime.today(clock);
        return new LicenceDifferences(before, holdings.read(), listed, distributor, today, endAct).compared();
    }

    /** An end is taken for a subscription that has the licence still; one is ended that nobody has. */
    @Override
    public boolean holds(Difference difference) {
        return difference.kind() == DifferenceKind.LICENCE_END_DIFFERS
                ? isHeld(difference)
                : !holdings.read().isLicenceUsed(difference.subject());
    }

    @Override
    public Optional<String> find(Difference difference) {
        return Optional.empty();
    }

    /** An end is kept by {@link #keep}; nothing is done at the partner about it. */
    @Override
    public String act(Difference difference) {
        if (difference.act() != DifferenceAct.TAKE_END) {
            end(new Licence(difference.subject()));
        }
        return difference.subject();
    }

    @Override
    public void keep(Difference difference, String objectId) {
        if (difference.act() == DifferenceAct.TAKE_END) {
            subscriptions.keepLicenceEnd(difference.subscriptionId(), LocalDate.parse(difference.theirs()), null);
        }
    }

    abstract List<ListedLicence> listed();

    /** Safe to repeat. */
    abstract void end(Licence licence);

    private boolean isHeld(Difference difference) {
        Subscription subscription = subscriptions.get(difference.subscriptionId());
        return subscription.state() != SubscriptionState.TERMINATED
                && difference.subject().equals(subscription.references().licenceSerial());
    }
}
