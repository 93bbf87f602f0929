package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.subscription.NoticesUnderWay;
import be.belnet.orderdesk.subscription.Subscription;
import org.springframework.stereotype.Component;

/** Notices whose file is open: looked at, decided on or waiting for their letter. */
@Component
class OpenNotices implements NoticesUnderWay {
    private final Terminations terminations;

    OpenNotices(Terminations terminations) {
        this.terminations = terminations;
    }

    @Override
    public boolean concern(Subscription subscription) {
        return terminations.openFor(subscription).isPresent();
    }
}
