package be.belnet.orderdesk.partner;

import be.belnet.orderdesk.database.OwnTransaction;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets one step at a time, on whatever node, change a thing at a partner whose change is made of what was read there before.
 * During the calls themselves no database connection is held.
 */
@Component
public class PartnerLeases {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerLeases.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final OwnTransaction ownTransaction;
    private final Duration lease;

    /** @param lease how long a change of which nobody hears again keeps others away */
    PartnerLeases(OwnTransaction ownTransaction, @Value("${orderdesk.effects.lease:PT5M}") Duration lease) {
        this.ownTransaction = ownTransaction;
        this.lease = lease;
    }

    /**
     * What {@code change} returns, which reads and writes while nobody else does. After a change whose outcome is not known
     * the thing is left alone until the lease is over.
     *
     * @param thing at most 100 characters
     * @throws PartnerBusyException while somebody else changes it; nothing was called
     */
    public <T> T holding(String partner, String thing, Supplier<T> change) {
        String name = partner + "/" + thing;
        String holder = UUID.randomUUID().toString();
        if (!take(name, holder)) {
            throw new PartnerBusyException(partner, SOON, "%s is being changed by another step".formatted(thing));
        }
        boolean settled = false;
        try {
            T made = change.get();
            settled = true;
            return made;
        } catch (PartnerRefusedException | PartnerUnavailableException | PartnerBusyException notDone) {
            settled = true;
            throw notDone;
        } finally {
            if (settled) {
                giveBack(name, holder);
            }
        }
    }

    private boolean take(String name, String holder) {
        try {
            return ownTransaction.run(jdbc -> {
                Timestamp until = Timestamp.from(now(jdbc).plus(lease));
                return takeOver(jdbc, name, holder, until) || insert(jdbc, name, holder, until);
            });
        } catch (DuplicateKeyException held) {
            return false;
        }
    }

    private static boolean takeOver(JdbcClient jdbc, String name, String holder, Timestamp until) {
        return jdbc.sql("update partner_lease set holder = ?, held_until = ? where name = ?"
                                + " and held_until <= current_timestamp")
                        .params(holder, until, name)
                        .update()
                == 1;
    }

    private static boolean insert(JdbcClient jdbc, String name, String holder, Timestamp until) {
        return jdbc.sql("insert into partner_lease (name, holder, held_until) values (?, ?, ?)")
                        .params(name, holder, until)
                        .update()
                == 1;
    }

    private static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select current_timestamp")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Never spoils what the change brought: a lease that cannot be given back ends by itself. */
    private void giveBack(String name, String holder) {
        try {
            ownTransaction.run(jdbc -> jdbc.sql("delete from partner_lease where name = ? and holder = ?")
                    .params(name, holder)
                    .update());
        } catch (DataAccessException | TransactionException notGivenBack) {
            LOG.warn(
                    "Lease of {} not given back: {}",
                    name,
                    notGivenBack.getClass().getSimpleName());
        }
    }
}
