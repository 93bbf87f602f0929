package be.belnet.orderdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import be.belnet.orderdesk.ProcessTest;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Work apart from the caller's transaction has connections apart from the caller's. */
@ProcessTest
class OwnTransactionTest {
    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    @Qualifier("ownTransactionDataSource")
    HikariDataSource pool;

    @Test
    void connectionComesFromThePoolKeptForIt() {
        int taken = ownTransaction.run(jdbc -> pool.getHikariPoolMXBean().getActiveConnections());

        assertThat(taken).isPositive();
    }
}
