package be.belnet.orderdesk.operations;

import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of what Spring Boot and the engine would look at less well; the names of the beans take the place of theirs. */
@Configuration
class HealthConfiguration {
    /** Red after some seconds without an answer, where Spring Boot's would wait half a minute for a connection. */
    @Bean
    HealthIndicator dbHealthIndicator(DataSource dataSource, Readings readings, OperationsProperties properties) {
        var database = new DataSourceHealthIndicator(dataSource);
        Reading<Health> reading =
                readings.of(database::health, properties.keep().dividedBy(5));
        return () -> reading.value().orElseGet(() -> Health.down()
                .withDetail("error", "no answer within " + properties.patience())
                .build());
    }

    /** Out of service while the clock keeps this node from running jobs. */
    @Bean
    HealthIndicator jobExecutorHealthIndicator(ClockCheck clock) {
        return () -> {
            var health = Health.status(clock.hasStoppedJobs() ? Status.OUT_OF_SERVICE : Status.UP)
                    .withDetail("runsJobs", clock.runsJobs())
                    .withDetail("stoppedByClock", clock.hasStoppedJobs())
                    .withDetail("clocksAgree", clock.agrees());
            clock.skew()
                    .ifPresent(
                            skew -> health.withDetail("clockAhead", skew.ahead().toString()));
            return health.build();
        };
    }
}
