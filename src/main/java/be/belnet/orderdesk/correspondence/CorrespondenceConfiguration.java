package be.belnet.orderdesk.correspondence;

import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration
@EnableScheduling
@EnableConfigurationProperties(CorrespondenceProperties.class)
class CorrespondenceConfiguration {
    /** By name; the mail library else looks through all jars for it, several times for each part of a mail. */
    static {
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** One thread: a mail server that hangs holds up mail only. A round that waits already covers a later wish. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskExecutor outboxExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("outbox-");
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setQueueCapacity(1);
        executor.setRejectedExecutionHandler((round, pool) -> {});
        executor.setDaemon(true);
        return executor;
    }
}
