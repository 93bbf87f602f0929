package be.belnet.orderdesk.dcs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How certificates at former CAs are followed to their end.
 *
 * @param round how often Orderdesk looks whose certificates are to be read
 * @param hour of Brussels, from which each customer's are read, once a day
 * @param remindBefore days before the end of one that is not replaced
 * @param remindAgain the least time between two reminders of one contact
 * @param readWithin who has begun to read has done so by then; after it another node may
 */
@Validated
@ConfigurationProperties("orderdesk.dcs.former-certificates")
record FormerCertificatesProperties(
        @DefaultValue("PT5M") Duration round,
        @DefaultValue("6") @Min(0) @Max(23) int hour,
        @DefaultValue({"30", "14", "3"}) @NotEmpty List<@Min(1) @Max(365) Integer> remindBefore,
        @DefaultValue("7d") Duration remindAgain,
        @DefaultValue("15m") Duration readWithin) {

    /** The smallest of the reminders' days that has come; empty when none has. */
    Optional<Integer> reminder(long daysLeft) {
        return remindBefore.stream().filter(days -> daysLeft <= days).min(Comparator.naturalOrder());
    }
}
