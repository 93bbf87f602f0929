package be.belnet.orderdesk.database;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction that commits at once, whatever becomes of the caller's. It has a connection pool of its
 * own: a thread that holds one connection and waits for a second would otherwise lock the pool for all.
 */
public class OwnTransaction {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OwnTransaction(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What {@code work} returns, committed; an exception rolls back and is passed on. */
    public <T> T run(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }
}
