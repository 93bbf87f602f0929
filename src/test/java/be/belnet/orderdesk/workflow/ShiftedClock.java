package be.belnet.orderdesk.workflow;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The wrong clock of a node: the application's and the engine's, by the same amount. Found by no scan. */
public class ShiftedClock {
    @Bean
    @Primary
    Clock wrongClock(@Value("${orderdesk.faults.clock-offset}") Duration offset) {
        ClockUtil.offset(offset.toMillis());
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
