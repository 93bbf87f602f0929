package be.belnet.orderdesk.bams.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import be.belnet.orderdesk.bams.Appliance;
import be.belnet.orderdesk.bams.Appliance.State;
import be.belnet.orderdesk.bams.BamsProperties;
import be.belnet.orderdesk.bams.BamsProperties.Distributor;
import be.belnet.orderdesk.bams.BamsProperties.LicenceRoute;
import be.belnet.orderdesk.bams.MailSecurity;
import be.belnet.orderdesk.order.OrderSteps;
import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.order.Turn;
import be.belnet.orderdesk.partner.PartnerPause;
import be.belnet.orderdesk.partner.PartnerPauses;
import be.belnet.orderdesk.workflow.StandingOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ApplianceWatcherTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final String ORDER = "BAMS-2026-00001";
    private static final Appliance RUNNING = new Appliance("server", State.READY, "192.0.2.1", null);
    private static final Appliance BUILDING = new Appliance("server", State.BUILDING, null, null);

    private final OrderSteps steps = mock(OrderSteps.class);
    private final MailSecurity mailSecurity = mock(MailSecurity.class);
    private final DeliveryTrouble trouble = mock(DeliveryTrouble.class);
    private final PartnerPauses pauses = mock(PartnerPauses.class);
    private final TaskScheduler scheduler = mock(TaskScheduler.class);
    private final ApplianceWatcher watcher = new ApplianceWatcher(
            new StandingOrders(steps, new TransactionTemplate(mock(PlatformTransactionManager.class))),
            mailSecurity,
            mock(RuntimeService.class),
            trouble,
            pauses,
            new BamsProperties(
                    "mx.example",
                    Duration.ofSeconds(5),
                    List.of(SOON),
                    Duration.ofMinutes(30),
                    5,
                    LicenceRoute.FORTIFLEX,
                    new Distributor("Orders", "orders@distributor.example", "en"),
                    null),
            scheduler,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void nobodyIsFaster() {
        given(steps.hold(any())).willReturn(true);
    }

    @Test
    void orderThatWentOnMeanwhileIsLeftAlone() {
        waitsSince(Duration.ofMinutes(31));
        given(steps.hold(any())).willReturn(false);
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.empty());

        watcher.look();

        then(trouble).shouldHaveNoInteractions();
    }

    @Test
    void applianceIsLookedAtSoonAfterItsCreation() {
        given(steps.open(List.of(ORDER))).willReturn(List.of(waiting(ORDER, Duration.ZERO)));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.empty());
        var look = ArgumentCaptor.forClass(Runnable.class);

        watcher.lookSoon(new ApplianceCreated(ORDER));
        then(scheduler).should().schedule(look.capture(), eq(NOW.plus(SOON)));
        look.getValue().run();

        then(trouble).should().applianceGone(ORDER);
    }

    @Test
    void orderThatCannotBeFollowedHoldsUpNoOther() {
        String other = "BAMS-2026-00002";
        given(steps.standingAt("receiveTask_applianceReady"))
                .willReturn(List.of(waiting(ORDER, Duration.ZERO), waiting(other, Duration.ZERO)));
        given(mailSecurity.lookAtAppliance(ORDER)).willThrow(new IllegalStateException("unexpected"));

        watcher.look();

        then(mailSecurity).should().lookAtAppliance(other);
    }

    @Test
    void runningApplianceThatStaysSilentIsAPersons() {
        waitsSince(Duration.ofMinutes(31));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.of(RUNNING));

        watcher.look();

        then(trouble).should().applianceSilent(ORDER);
    }

    @Test
    void runningApplianceIsGivenTheTimeToAnswer() {
        waitsSince(Duration.ofMinutes(29));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.of(RUNNING));

        watcher.look();

        then(trouble).shouldHaveNoInteractions();
    }

    @Test
    void applianceStillBeingBuiltMayTakeItsTime() {
        waitsSince(Duration.ofMinutes(29));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.of(BUILDING));

        watcher.look();

        then(trouble).shouldHaveNoInteractions();
    }

    @Test
    void applianceThatIsNeverBuiltIsAPersons() {
        waitsSince(Duration.ofMinutes(31));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.of(BUILDING));

        watcher.look();

        then(trouble).should().applianceSlow(ORDER);
    }

    @Test
    void applianceThatIsGoneIsAPersons() {
        waitsSince(Duration.ofMinutes(1));
        given(mailSecurity.lookAtAppliance(ORDER)).willReturn(Optional.empty());

        watcher.look();

        then(trouble).should().applianceGone(ORDER);
    }

    @Test
    void pausedPartnerIsNotLookedAt() {
        waitsSince(Duration.ofMinutes(31));
        given(steps.open(List.of(ORDER))).willReturn(List.of(waiting(ORDER, Duration.ZERO)));
        given(pauses.current())
                .willReturn(List.of(new PartnerPause("FortiMail", NOW.plusSeconds(60), "Works", "operations1")));
        var soon = ArgumentCaptor.forClass(Runnable.class);

        watcher.look();
        watcher.lookSoon(new ApplianceCreated(ORDER));
        then(scheduler).should().schedule(soon.capture(), eq(NOW.plus(SOON)));
        soon.getValue().run();

        then(mailSecurity).shouldHaveNoInteractions();
        then(trouble).shouldHaveNoInteractions();
    }

    private void waitsSince(Duration ago) {
        given(steps.standingAt("receiveTask_applianceReady")).willReturn(List.of(waiting(ORDER, ago)));
    }

    private static Step waiting(String order, Duration since) {
        return new Step(order, "receiveTask_applianceReady", Turn.SUPPLIER, NOW.minus(since), null, null);
    }
}
