package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.partner.PartnerConnection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to reach CertCentral.
 *
 * @param url ends in {@code /services/v2}
 * @param apiKey one that may only view is enough
 * @param pageSize entries of one call; CertCentral gives 1000 at most
 */
@Validated
@ConfigurationProperties("orderdesk.digicert")
record DigiCertProperties(
        @NotNull URI url,
        @NotBlank String apiKey,
        @DefaultValue("1000") @Min(1) @Max(1000) int pageSize,
        @DefaultValue @Valid Retry retry,
        @DefaultValue PartnerConnection connection) {

    /** The longest that so many pages may take. */
    Duration pages(int number) {
        var onePage = connection
                .longestCall()
                .multipliedBy(retry.attempts())
                .plus(retry.longestPause().multipliedBy(retry.attempts() - 1L));
        return onePage.multipliedBy(number);
    }

    @Override
    public String toString() {
        return "DigiCertProperties[url=" + url + "]";
    }

    /**
     * How a read is repeated.
     *
     * @param attempts all in all
     * @param pause where the partner does not say how long to wait
     * @param longestPause who is asked to wait longer gives up, for the job to come again
     */
    record Retry(
            @DefaultValue("3") @Min(1) int attempts,
            @DefaultValue("5s") @NotNull Duration pause,
            @DefaultValue("10s") @NotNull Duration longestPause) {}
}
