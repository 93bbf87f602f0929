package be.belnet.orderdesk.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of working together; application.yaml says what each is for.
 *
 * @param absencesKept days after their end
 * @param samePerson whether who did the latest task of a group in a phase of an order gets the next one
 * @param digestAt hour of Brussels from which on the morning's mail leaves
 * @param digestsKept days
 */
@Validated
@ConfigurationProperties("orderdesk.team")
public record TeamProperties(
        @NotNull Duration round,
        @Positive int absencesKept,
        boolean samePerson,
        @NotNull LocalTime digestAt,
        @Positive int digestsKept) {}
