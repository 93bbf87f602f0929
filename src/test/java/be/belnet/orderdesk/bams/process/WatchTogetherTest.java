package be.belnet.orderdesk.bams.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.AtOnce;
import be.belnet.orderdesk.Desk;
import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.Way;
import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.BamsOrders;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderFile;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The watchers of several nodes look at the same appliance at the same moment. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class WatchTogetherTest {
    @Autowired
    ApplianceWatcher watcher;

    @Autowired
    Desk desk;

    @Autowired
    Way way;

    @Autowired
    MailSecurity mailSecurity;

    @Autowired
    BamsOrders bamsOrders;

    @Autowired
    OrderFile orders;

    private String order;

    @BeforeEach
    void orderThatWaitsForItsAppliance() {
        order = way.signed("nl");
        desk.runJobs(order);
        assertThat(bamsOrders.get(order).applianceId()).isNotNull();
    }

    @Test
    void applianceThatIsReadyLetsTheOrderGoOnOnce(CapturedOutput output) throws Exception {
        until(Appliance.State.READY);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> mailSecurity
                .lookAtAppliance(order)
                .filter(appliance -> mailSecurity.answers(appliance))
                .isPresent());
        assertThat(AtOnce.run(6, watcher::look)).isEmpty();
        desk.runJobs(order);

        assertThat(desk.openTasks(order)).containsOnlyOnce("userTask_handOverAppliance");
        assertThat(told("applianceConfigured")).isOne();
        assertThat(output).doesNotContain("could not be followed");
    }

    @Test
    void applianceThatIsGoneIsHandedToAPersonOnce(CapturedOutput output) throws Exception {
        until(Appliance.State.READY);
        mailSecurity.removeAppliance(bamsOrders.get(order).applianceId());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mailSecurity.lookAtAppliance(order).isEmpty());
        assertThat(AtOnce.run(6, watcher::look)).isEmpty();
        desk.runJobs(order);

        assertThat(desk.openTasks(order)).containsOnlyOnce("userTask_decideOnAppliance");
        assertThat(told("applianceGone")).isOne();
        assertThat(output).doesNotContain("could not be followed");
    }

    private void until(Appliance.State state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> mailSecurity
                .lookAtAppliance(order)
                .filter(appliance -> appliance.state() == state)
                .isPresent());
    }

    private long told(String kind) {
        return orders.events(order).stream()
                .filter(event -> event.kind().equals(kind))
                .count();
    }
}
