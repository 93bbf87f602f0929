package be.belnet.orderdesk.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Answers that are nothing like what was agreed. */
class NotUnderstoodTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PartnerCalls calls = new PartnerCalls(registry);

    @Test
    void whatAnAdapterStumblesOverLeavesTheOutcomeUnknownAndQuotesNothing() {
        Supplier<?> port = calls.counted("Partner", Supplier.class, () -> LocalDate.parse("somebody@a.example"));

        assertThatThrownBy(port::get)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessage("Partner: answers what is not understood (DateTimeParseException)")
                .hasNoCause();
        assertThat(registry.get("orderdesk.partner.calls")
                        .tag("outcome", "unknown")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void whatIsNoAnswerOfThePartnersStaysWhatItIs() {
        Supplier<?> port = calls.counted("Partner", Supplier.class, () -> {
            throw new IllegalStateException("ours");
        });

        assertThatThrownBy(port::get).isInstanceOf(IllegalStateException.class).hasMessage("ours");
    }
}
