package be.belnet.orderdesk.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
class DatabaseConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Closed with the context; given only to who asks for it by its name, which a parameter's name does not do. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    HikariDataSource ownTransactionDataSource(
            DataSourceProperties properties, @Value("${orderdesk.own-transaction.pool-size:12}") int poolSize) {
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("own-transactions");
        pool.setMaximumPoolSize(poolSize);
        pool.setMinimumIdle(1);
        return pool;
    }

    @Bean
    OwnTransaction ownTransaction(@Qualifier("ownTransactionDataSource") HikariDataSource ownPool) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ownPool));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new OwnTransaction(JdbcClient.create((DataSource) ownPool), transaction);
    }
}
