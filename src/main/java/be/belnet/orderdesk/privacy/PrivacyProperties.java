package be.belnet.orderdesk.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long personal data are kept.
 *
 * @param keep period by class, from the end of what they were kept for
 */
@Validated
@ConfigurationProperties("orderdesk.privacy")
record PrivacyProperties(
        @NotEmpty Map<String, Period> keep, @NotNull @Valid Retention retention) {
    /**
     * @param at when it runs, as cron expression in the time of Brussels
     * @param discard whether it discards what it reports
     */
    record Retention(@NotBlank String at, boolean discard) {}

    /** @throws IllegalStateException when no period is set for this class */
    Period keep(String name) {
        Period period = keep.get(name);
        if (period == null || period.isZero() || period.isNegative()) {
            throw new IllegalStateException(
                    "Setting orderdesk.privacy.keep.%s is missing or no period".formatted(name));
        }
        return period;
    }
}
