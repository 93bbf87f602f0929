package be.belnet.orderdesk.subscription;

import static be.belnet.orderdesk.subscription.SubscriptionState.ACTIVE;
import static be.belnet.orderdesk.subscription.SubscriptionState.INITIAL;
import static be.belnet.orderdesk.subscription.SubscriptionState.MIGRATING;
import static be.belnet.orderdesk.subscription.SubscriptionState.PROVISIONING;
import static be.belnet.orderdesk.subscription.SubscriptionState.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionStateTest {
    private static final Map<SubscriptionState, List<SubscriptionState>> WAYS = Map.of(
            INITIAL, List.of(PROVISIONING, TERMINATED),
            PROVISIONING, List.of(ACTIVE, TERMINATED),
            ACTIVE, List.of(MIGRATING, TERMINATED),
            MIGRATING, List.of(ACTIVE, TERMINATED),
            TERMINATED, List.of());

    @ParameterizedTest
    @EnumSource
    void stateLeadsToTheseAndToNoOther(SubscriptionState state) {
        assertThat(SubscriptionState.values())
                .filteredOn(state::mayBecome)
                .containsExactlyInAnyOrderElementsOf(WAYS.get(state));
    }

    @ParameterizedTest
    @EnumSource
    void codeIsReadBack(SubscriptionState state) {
        assertThat(SubscriptionState.of(state.code())).isEqualTo(state);
    }
}
