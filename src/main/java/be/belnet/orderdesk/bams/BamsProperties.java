package be.belnet.orderdesk.bams;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param mxDomain below which each customer's appliance has its name
 * @param watch how often appliances being built are looked at
 */
@Validated
@ConfigurationProperties("orderdesk.bams")
public record BamsProperties(
        @DefaultValue("mx.bams.belnet.example") @NotBlank String mxDomain,
        @DefaultValue("PT5S") Duration watch) {
    /** Name that the customer's MX records lead to. */
    public String mxHost(String acronym) {
        return acronym.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + "." + mxDomain;
    }
}
