package be.belnet.orderdesk.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often strangers may come.
 *
 * @param pages requests for customers' pages by one address in a minute, at one node
 * @param link requests by one link in a minute, at one node
 * @param uploads files and other forms sent to customers' pages by one address in a minute, at one node
 * @param api calls of the API by one address in a minute, at one node
 * @param signIns failed sign-ins from one address within the window, at all nodes together
 * @param signInWindow how long a failed sign-in counts
 */
@Validated
@ConfigurationProperties("orderdesk.limits")
record LimitProperties(
        @DefaultValue("240") @Positive int pages,
        @DefaultValue("120") @Positive int link,
        @DefaultValue("30") @Positive int uploads,
        @DefaultValue("1200") @Positive int api,
        @DefaultValue("50") @Min(3) int signIns,
        @DefaultValue("15m") @NotNull Duration signInWindow) {}
