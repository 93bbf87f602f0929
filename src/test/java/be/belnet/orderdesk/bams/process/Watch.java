package be.belnet.orderdesk.bams.process;

import be.belnet.orderdesk.Desk;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/** Runs the rounds of the appliance watcher for a test. */
@TestComponent
public class Watch {
    private final ApplianceWatcher watcher;
    private final Desk desk;

    Watch(ApplianceWatcher watcher, Desk desk) {
        this.watcher = watcher;
        this.desk = desk;
    }

    /** Until the appliance is ready, configured and waits to be handed over. */
    public void untilHandOver(String order) {
        until(order, "userTask_handOverAppliance");
    }

    /** Until the order waits for a person to do this. */
    public void until(String order, String task) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    watcher.look();
                    desk.runJobs(order);
                    return desk.openTasks(order).contains(task);
                });
    }
}
