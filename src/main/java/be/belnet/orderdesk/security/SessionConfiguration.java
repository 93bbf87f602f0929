package be.belnet.orderdesk.security;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps sessions in the database, so that people stay signed in when their node is lost. The connections are those of own
 * transactions: a request that holds one of the engine's must not wait for a second of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionProperties.class, SignOnProperties.class})
class SessionConfiguration {
    private static final String KEEP_ON_H2 = "merge into %TABLE_NAME%_attributes"
            + " (session_primary_id, attribute_name, attribute_bytes) key (session_primary_id, attribute_name)"
            + " values (?, ?, ?)";

    @Bean(defaultCandidate = false, destroyMethod = "")
    @SpringSessionDataSource
    DataSource sessionDataSource(@Qualifier("ownTransactionDataSource") DataSource ownPool) {
        return ownPool;
    }

    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(@SpringSessionDataSource DataSource sessions) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(sessions));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transaction;
    }

    /** Requests of one page come at once, and each may be the first to keep something: none may fail for that. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> firstOfSeveralRequests(
            @SpringSessionDataSource DataSource sessions) throws MetaDataAccessException {
        return database(sessions) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : repository -> repository.setCreateSessionAttributeQuery(KEEP_ON_H2);
    }

    private static DatabaseDriver database(DataSource sessions) throws MetaDataAccessException {
        return DatabaseDriver.fromProductName(
                JdbcUtils.extractDatabaseMetaData(sessions, metadata -> metadata.getDatabaseProductName()));
    }
}
