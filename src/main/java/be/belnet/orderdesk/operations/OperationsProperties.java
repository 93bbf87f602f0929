package be.belnet.orderdesk.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long what was counted for one scrape serves the next
 * @param patience how long a scrape or a look at health waits for the database
 */
@ConfigurationProperties("orderdesk.operations")
record OperationsProperties(
        @DefaultValue("10s") Duration keep,
        @DefaultValue("3s") Duration patience,
        @DefaultValue Clock clock) {

    /**
     * How far the node's clock may be from the database's.
     *
     * @param alarm beyond it the log and the signals tell
     * @param limit beyond it the node runs no jobs
     */
    record Clock(
            @DefaultValue("1s") Duration alarm,
            @DefaultValue("10s") Duration limit) {}
}
