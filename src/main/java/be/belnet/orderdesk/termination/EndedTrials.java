package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.contract.Countersigning;
import be.belnet.orderdesk.subscription.Subscription;
import be.belnet.orderdesk.subscription.Subscriptions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps a contract from coming about whose service was ended in its trial: its order would activate what ends. */
@Component
class EndedTrials implements Countersigning {
    private final Subscriptions subscriptions;
    private final Terminations terminations;

    EndedTrials(Subscriptions subscriptions, Terminations terminations) {
        this.subscriptions = subscriptions;
        this.terminations = terminations;
    }

    @Override
    public Optional<String> endedBy(String orderNumber) {
        return subscriptions
                .ofOrder(orderNumber)
                .filter(Subscription::isNoticeGiven)
                .flatMap(terminations::openFor);
    }
}
