package be.belnet.orderdesk.termination;

import be.belnet.orderdesk.order.Consequence;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.ordering.OtherFiles;
import be.belnet.orderdesk.subscription.Subscriptions;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What leaving the file of a notice means: the service runs on. */
@Component
class TerminationFiles implements OtherFiles {
    private final Terminations terminations;
    private final Subscriptions subscriptions;
    private final OrderFile orders;
    private final Clock clock;

    TerminationFiles(Terminations terminations, Subscriptions subscriptions, OrderFile orders, Clock clock) {
        this.terminations = terminations;
        this.subscriptions = subscriptions;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Terminations.KIND;
    }

    @Override
    public boolean isLeavable(String number) {
        Termination file = terminations.get(number);
        return file.endingSince() == null && (file.endsOn() == null || isAhead(file));
    }

    /** What was taken away before the day, with its order, cannot run on. */
    private boolean isAhead(Termination file) {
        return BelgianTime.today(clock).isBefore(file.endsOn())
                && subscriptions.get(file.subscription()).mayBeEnded();
    }

    @Override
    public List<Consequence> consequences(String number) {
        Termination file = terminations.get(number);
        return file.endsOn() == null || file.endingSince() != null
                ? List.of()
                : List.of(new Consequence("serviceRunsOn", orders.get(number).service(), true));
    }

    @Override
    public void leave(String number) {
        Termination file = terminations.get(number);
        if (file.endsOn() != null) {
            subscriptions.withdrawNotice(file.subscription(), number);
        }
    }

    @Override
    public String withdrawalMail(String number) {
        return orders.has(number, NoticeDesk.LAPSED) ? "notice-lapsed" : "notice-withdrawn";
    }

    @Override
    public String cancellationMail() {
        return "termination-cancelled";
    }
}
