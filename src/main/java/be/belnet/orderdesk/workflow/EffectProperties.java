package be.belnet.orderdesk.workflow;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lease how long one attempt may take; longer than any partner needs, shorter than the first retry
 * @param ceiling attempts after which a person must look
 */
@Validated
@ConfigurationProperties("orderdesk.effects")
record EffectProperties(
        @DefaultValue("PT5M") Duration lease,
        @DefaultValue("10") @Min(1) int ceiling) {}
