package be.belnet.orderdesk;

import be.belnet.orderdesk.correspondence.PageLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * Orders, customers, mails and contracts on a real database, without the engine. Bears no stereotype: as a configuration
 * the application's own scan would find it, as a test configuration it would bring the whole application.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "be.belnet.orderdesk.belnet",
            "be.belnet.orderdesk.calendar",
            "be.belnet.orderdesk.contract",
            "be.belnet.orderdesk.correspondence",
            "be.belnet.orderdesk.customer",
            "be.belnet.orderdesk.database",
            "be.belnet.orderdesk.notice",
            "be.belnet.orderdesk.order",
            "be.belnet.orderdesk.person"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.DecideReminderDelegate"))
public class PaperworkSlice {
    /** The link at the foot of mails to customers. */
    public static final String PAGE = "http://127.0.0.1:8080/follow/one";

    private static final Set<String> CUSTOMERS = Set.of("requester", "signatory", "technical", "invoices");

    @Bean
    PageLinks pageLinks() {
        return (order, recipient) -> CUSTOMERS.contains(recipient.role())
                ? Optional.of(new PageLinks.PageLink(PAGE, LocalDate.of(2027, 2, 1)))
                : Optional.empty();
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** Stands still until it is moved. */
    public static class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-12-01T09:00:00Z");

        public void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
