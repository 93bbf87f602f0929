package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("restart")
class WrongClockAtStartTest {
    @Test
    void nodeThatStartsWithAWrongClockRunsNoJobs() {
        try (Watched orderdesk = new Watched("jdbc:h2:mem:" + UUID.randomUUID(), Duration.ofMinutes(10))) {
            assertThat(orderdesk.bean(ClockCheck.class).hasStoppedJobs()).isTrue();
            assertThat(orderdesk.scrape().value("orderdesk_jobs_running")).isZero();
        }
    }
}
