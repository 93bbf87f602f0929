package be.belnet.orderdesk.bams.process;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderSteps;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

class ApplianceWatcherTest {
    private final OrderSteps steps = mock(OrderSteps.class);
    private final MailSecurity mailSecurity = mock(MailSecurity.class);
    private final ApplianceWatcher watcher =
            new ApplianceWatcher(steps, mailSecurity, mock(RuntimeService.class), mock(DeliveryTrouble.class));

    @Test
    void orderThatCannotBeFollowedHoldsUpNoOther() {
        given(steps.standingAt("receiveTask_applianceReady")).willReturn(List.of("BAMS-2026-00001", "BAMS-2026-00002"));
        given(mailSecurity.lookAtAppliance("BAMS-2026-00001")).willThrow(new IllegalStateException("unexpected"));

        watcher.look();

        then(mailSecurity).should().lookAtAppliance("BAMS-2026-00002");
    }
}
