package be.belnet.orderdesk.reconciliation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the reconciliation; application.yaml says what each is for.
 *
 * @param at from when on in the night of Brussels; a night that was missed is made up for on the same day
 * @param tasks which nights put differences before people
 * @param doubtShare more differences than this share of what was compared, and the listing is not trusted
 * @param doubtFrom as few differences as this are never too large a share
 * @param retry how long after a partner did not answer it is asked again
 * @param patience how long after the beginning of a night partners that do not answer are asked again
 * @param lease how long one node compares before another may go on in its place
 * @param keep how long nights and differences that are over are kept
 */
@Validated
@ConfigurationProperties("orderdesk.reconciliation")
public record ReconciliationProperties(
        @DefaultValue("02:30") @NotNull LocalTime at,
        @DefaultValue("after-first") @NotNull Tasks tasks,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
        double doubtShare,

        @DefaultValue("10") @Min(1) int doubtFrom,
        @DefaultValue("PT15M") @NotNull Duration retry,
        @DefaultValue("PT2H") @NotNull Duration patience,
        @DefaultValue("PT2H") @NotNull Duration lease,
        @DefaultValue("P400D") @NotNull Period keep) {

    /** Which nights put differences before people. */
    public enum Tasks {
        /** None: differences are only reported. */
        NEVER,
        /** All but the first after subscriptions were imported. */
        AFTER_FIRST,
        ALWAYS
    }
}
