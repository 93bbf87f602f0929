package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.order.Step;
import be.belnet.orderdesk.time.BelgianTime;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings waiting tasks back on their day. Each round looks anew at what is over, so a day missed is made up for. */
@Component
class WaitRounds {
    private static final Logger LOG = LoggerFactory.getLogger(WaitRounds.class);

    private final Waits waits;
    private final Clock clock;

    WaitRounds(Waits waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${orderdesk.waits.round:PT1M}")
    void look() {
        waits.over(BelgianTime.today(clock)).forEach(this::end);
    }

    private void end(Step step) {
        try {
            waits.endOnItsDay(step);
        } catch (RuntimeException unexpected) {
            // the others come back all the same; this one is tried again in the next round
            LOG.warn(
                    "Wait of {} at {} not ended: {}",
                    step.orderNumber(),
                    step.activity(),
                    unexpected.getClass().getName());
        }
    }
}
