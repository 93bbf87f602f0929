package be.belnet.orderdesk.dcs.process;

import be.belnet.orderdesk.Desk;
import org.springframework.boot.test.context.TestComponent;

/** Runs a round of the organisation watcher for a test. */
@TestComponent
public class OrganisationRounds {
    private final OrganisationWatcher watcher;
    private final Desk desk;

    OrganisationRounds(OrganisationWatcher watcher, Desk desk) {
        this.watcher = watcher;
        this.desk = desk;
    }

    /** One look at all organisations; what became due for the order has run. */
    public void look(String order) {
        look();
        desk.runJobs(order);
    }

    /** As the other, but runs nothing. */
    void look() {
        watcher.look();
    }
}
