package be.belnet.orderdesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionsTest {
    @Test
    void namesAreToldFromFunctionsLabelsAndRanges() {
        assertThat(Expressions.metrics("sum by (partner) (increase(calls_count{outcome=~\"a|b\"}[15m])) > 3 and"
                        + " max(orders_open) / free{job=\"x\"} < 0.1"))
                .containsExactlyInAnyOrder("calls_count", "orders_open", "free");
    }
}
