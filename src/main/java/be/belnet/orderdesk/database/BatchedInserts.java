package be.belnet.orderdesk.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Has PostgreSQL's driver send rows that go to one table together as one statement; other drivers do not know the word. */
@Component
class BatchedInserts implements BeanPostProcessor {
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool.getJdbcUrl())) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return bean;
    }

    private static boolean isPostgres(String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }
}
