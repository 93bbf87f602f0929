package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.database.OwnTransaction;
import be.belnet.orderdesk.partner.PartnerPauses;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a node of the fault suite has in the place of the real effects: the same on a node that can die, or plain ones.
 * Without annotation, so that no other test's scan finds it.
 */
public class FaultyEffects {
    @Bean
    KillPoints killPoints(OwnTransaction ownTransaction, @Value("${orderdesk.faults.sandbox}") String sandbox) {
        return new KillPoints(ownTransaction, new HeldCalls(sandbox));
    }

    @Bean
    @Primary
    EffectRows mortalRows(OwnTransaction ownTransaction, JdbcClient jdbc, KillPoints killPoints) {
        return new MortalRows(ownTransaction, jdbc, killPoints);
    }

    @Bean
    @Primary
    Effects mortalOrPlainEffects(
            EffectRows rows,
            EffectProperties properties,
            PartnerPauses pauses,
            Clock clock,
            KillPoints killPoints,
            @Value("${orderdesk.faults.plain}") boolean plain) {
        return plain
                ? new PlainEffects(rows, properties, pauses, clock, killPoints)
                : new MortalEffects(rows, properties, pauses, clock, killPoints);
    }
}
