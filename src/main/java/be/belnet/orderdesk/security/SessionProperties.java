package be.belnet.orderdesk.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of sessions besides the idle time, which is Spring Boot's own setting.
 *
 * @param longest from the sign-on, however busy somebody is
 * @param perPerson how many at once; one more ends the one that was used least lately
 */
@Validated
@ConfigurationProperties("orderdesk.sessions")
record SessionProperties(
        @DefaultValue("12h") @NotNull Duration longest,
        @DefaultValue("20") @Min(1) int perPerson) {}
