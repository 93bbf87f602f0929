package be.belnet.orderdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.belnet.orderdesk.ProcessTest;
import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.order.NewOrder;
import be.belnet.orderdesk.order.OrderFile;
import be.belnet.orderdesk.order.Requester;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kill points of the fault suite in one JVM: what a dead node began is finished by the next run, and happens once. */
@ProcessTest
class EffectsKilledTest {
    @Autowired
    PartnerPauses pauses;

    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    OrderFile orders;

    @Autowired
    JdbcClient jdbc;

    private final List<String> partner = new ArrayList<>();
    private final EffectProperties properties = new EffectProperties(Duration.ofMinutes(5), 10);
    private String order;

    @BeforeEach
    void openOrder() {
        order = orders.open(new NewOrder(
                        "BAMS",
                        "order",
                        null,
                        null,
                        new Requester("Contact", "c@a.example", null, "en"),
                        null,
                        null,
                        null))
                .number();
    }

    @ParameterizedTest
    @EnumSource
    void nextRunFinishesWhatADeadNodeBegan(KillPoint place) {
        Death death = new Death(place);
        var rows = new MortalRows(ownTransaction, jdbc, death);
        dieAndRunAgain(new MortalEffects(rows, properties, pauses, Clock.systemUTC(), death), death);
        assertThat(partner).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_EFFECT", "BEFORE_DONE", "AFTER_DONE", "AFTER_COMMIT"})
    void plainCallDoesItTwice(KillPoint place) {
        Death death = new Death(place);
        var rows = new EffectRows(ownTransaction, jdbc);
        dieAndRunAgain(new PlainEffects(rows, properties, pauses, Clock.systemUTC(), death), death);
        assertThat(partner).hasSize(2);
    }

    private void dieAndRunAgain(Effects effects, Death death) {
        assertThatThrownBy(() -> once(effects, death)).isInstanceOf(Killed.class);
        jdbc.sql("update effect set lease_until = timestamp '2020-01-01 00:00:00' where order_number = ?")
                .param(order)
                .update();
        assertThat(once(effects, death)).isEqualTo("object-" + partner.size());
    }

    private String once(Effects effects, Death death) {
        return effects.once(order, "Partner", "step", this::find, () -> {
            partner.add("object-" + (partner.size() + 1));
            death.reached(KillPoint.AFTER_EFFECT, order + "/step");
            return partner.get(partner.size() - 1);
        });
    }

    private Optional<String> find() {
        return partner.stream().findFirst();
    }

    /** At one place, once. */
    private static class Death extends KillPoints {
        private final KillPoint place;
        private boolean over;

        Death(KillPoint place) {
            super(null, null);
            this.place = place;
        }

        @Override
        void reached(KillPoint here, String key) {
            if (here == place && !over) {
                over = true;
                throw new Killed();
            }
        }

        @Override
        void calling(String key) {
            reached(KillPoint.BEFORE_EFFECT, key);
        }
    }

    /** Nobody catches it, as nothing runs any more in a node that is dead. */
    private static class Killed extends Error {}
}
