package be.belnet.orderdesk.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole application on a random port, with a database of its own in memory. One context for all such tests. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:security;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "orderdesk.demo-users=true",
            "orderdesk.customers.sample=true",
            "orderdesk.sandbox=false",
            "management.server.port=0"
        })
@Import(RunningOrderdesk.Probes.class)
@interface RunningOrderdesk {
    @TestConfiguration
    class Probes {
        @Bean
        Probe probe() {
            return new Probe();
        }
    }
}
