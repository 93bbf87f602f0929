package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PartnerCallsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PartnerCalls calls = new PartnerCalls(registry);

    @Test
    void eachCallIsCountedByItsOutcome() {
        Map<String, RuntimeException> failures = Map.of(
                "refused", new PartnerRefusedException("Partner", "409", "no"),
                "busy", new PartnerBusyException("Partner", null, "later"),
                "unavailable", new PartnerUnavailableException("Partner", "not there"),
                "unknown", new OutcomeUnknownException("Partner", "reply lost"));

        assertThat(ask(() -> "answer")).isEqualTo("answer");
        failures.forEach((outcome, failure) -> assertThat(catchThrowable(() -> ask(() -> {
                    throw failure;
                })))
                .isSameAs(failure));

        assertThat(count("done")).isEqualTo(1);
        assertThat(failures.keySet())
                .allSatisfy(outcome -> assertThat(count(outcome)).isEqualTo(1));
    }

    @Test
    void failureOfOursLeavesTheOutcomeUnknown() {
        catchThrowable(() -> ask(() -> {
            throw new IllegalStateException("ours");
        }));

        assertThat(count("unknown")).isEqualTo(1);
    }

    @Test
    void outcomesStandAtZeroBeforeTheFirstCall() {
        counted(() -> "answer");

        assertThat(count("refused")).isZero();
    }

    private String ask(Supplier<String> partner) {
        return counted(partner).get();
    }

    @SuppressWarnings("unchecked")
    private Supplier<String> counted(Supplier<String> partner) {
        return calls.counted("Partner", Supplier.class, partner);
    }

    private long count(String outcome) {
        return registry.get("orderdesk.partner.calls")
                .tags("partner", "Partner", "outcome", outcome)
                .timer()
                .count();
    }
}
