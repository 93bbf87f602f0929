package be.belnet.orderdesk.workflow;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.OrderdeskTest;
import be.belnet.orderdesk.partner.LongestJob;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Times that keep two nodes from doing one job at once, as shipped and otherwise. */
@OrderdeskTest
class JobTimesTest {
    private static final JobTimes GOOD = new JobTimes(ofMinutes(15), ofMinutes(5), ofMinutes(6), 8, 12);

    @Autowired
    List<LongestJob> jobs;

    @Autowired
    EffectProperties effects;

    @Autowired
    CamundaBpmProperties engine;

    @Value("${camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle}")
    String retryCycle;

    @Value("${orderdesk.correspondence.lease}")
    Duration mailLease;

    @Value("${spring.mail.properties.mail.smtp.timeout}")
    int mailTimeout;

    @Test
    void shippedTimesAreInOrder() {
        var lock = Duration.ofMillis(engine.getJobExecution().getLockTimeInMillis());

        assertThat(jobs).isNotEmpty().allSatisfy(job -> assertThat(job.time())
                .isPositive()
                .isLessThan(lock.dividedBy(3))
                .isLessThan(effects.lease()));
        assertThat(JobTimes.firstOf(retryCycle)).isGreaterThan(effects.lease());
        assertThat(mailLease).as("a mail takes eight answers").isGreaterThan(Duration.ofMillis(8L * mailTimeout));
    }

    @Test
    void jobThatOutlivesAThirdOfItsLockIsNamed() {
        var times = new JobTimes(ofMinutes(12), ofMinutes(5), ofMinutes(6), 8, 12);

        assertThat(times.contradictions(making(ofMinutes(4))))
                .singleElement()
                .asString()
                .contains("an appliance may take PT4M", "a third of lock-time-in-millis (PT12M)");
    }

    @Test
    void jobThatOutlivesItsLeaseIsNamed() {
        var times = new JobTimes(ofMinutes(30), ofMinutes(5), ofMinutes(6), 8, 12);

        assertThat(times.contradictions(making(ofMinutes(5))))
                .singleElement()
                .asString()
                .contains("less than orderdesk.effects.lease (PT5M)");
    }

    @Test
    void retryWithinTheLeaseIsNamed() {
        var times = new JobTimes(ofMinutes(15), ofMinutes(5), ofMinutes(5), 8, 12);

        assertThat(times.contradictions(making(ofMinutes(1))))
                .singleElement()
                .asString()
                .contains("first retry", "PT5M");
    }

    @Test
    void fewerConnectionsThanThreadsAreNamed() {
        var times = new JobTimes(ofMinutes(15), ofMinutes(5), ofMinutes(6), 8, 7);

        assertThat(times.contradictions(making(ofMinutes(1))))
                .singleElement()
                .asString()
                .contains("pool-size (7)", "(8)");
    }

    @Test
    void contradictionKeepsOrderdeskFromStarting() {
        assertThat(GOOD.contradictions(making(ofMinutes(4)))).isEmpty();
        assertThatThrownBy(() -> new JobTimesCheck(
                        making(ofMinutes(4)), new EffectProperties(ofMinutes(7), 10), engine, retryCycle, 12))
                .hasMessageContaining("Settings contradict each other")
                .hasMessageContaining("PT7M");
    }

    @Test
    void firstPauseIsReadFromBothKindsOfCycle() {
        assertThat(JobTimes.firstOf("PT6M,PT15M,PT1H")).isEqualTo(ofMinutes(6));
        assertThat(JobTimes.firstOf("R3/PT10S")).isEqualTo(ofSeconds(10));
    }

    private static List<LongestJob> making(Duration time) {
        return List.of(new LongestJob("OpenStack, making an appliance", time));
    }
}
