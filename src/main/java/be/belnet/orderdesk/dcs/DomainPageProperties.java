package be.belnet.orderdesk.dcs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the page that customers have for their domains; application.yaml says what each is for.
 *
 * @param secret signs the links to it; with another one all links are void
 * @param linkValid how long a link works
 * @param manual where customers find technical information
 */
@Validated
@ConfigurationProperties("orderdesk.dcs.page")
record DomainPageProperties(
        @NotNull @Size(min = 32) String secret,
        @DefaultValue("90d") @NotNull Duration linkValid,
        @NotNull URI manual) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "DomainPageProperties[linkValid=%s, manual=%s]".formatted(linkValid, manual);
    }
}
