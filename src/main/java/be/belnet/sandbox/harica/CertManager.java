package be.belnet.sandbox.harica;

import be.belnet.sandbox.world.WorldPart;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * CertManager as a whole. Time passes when somebody looks: each access first lets happen what is due by now. One access at
 * a time, each in its own transaction.
 */
class CertManager implements WorldPart {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Enterprises enterprises;
    private final EnterpriseDomains domains;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    CertManager(JdbcClient jdbc, TransactionTemplate transaction, Enterprises enterprises, EnterpriseDomains domains) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.enterprises = enterprises;
        this.domains = domains;
    }

    <T> T now(Supplier<T> access) {
        oneAtATime.lock();
        try {
            return transaction.execute(status -> {
                var now = Instant.now();
                enterprises.letTimePass(now);
                domains.letTimePass(now);
                return access.get();
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    void run(Runnable access) {
        now(() -> {
            access.run();
            return null;
        });
    }

    @Override
    public void startAgain() {
        List.of("harica_transaction", "harica_domain", "harica_enterprise")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }
}
