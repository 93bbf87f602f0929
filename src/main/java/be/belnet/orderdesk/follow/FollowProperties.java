package be.belnet.orderdesk.follow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the customer's page; application.yaml says what each is for.
 *
 * @param secret signs the links to it; with another one all links are void
 * @param linkValid how long a link works
 */
@Validated
@ConfigurationProperties("orderdesk.follow")
record FollowProperties(
        @NotNull @Size(min = 32) String secret,
        @DefaultValue("90d") @NotNull Duration linkValid) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "FollowProperties[linkValid=%s]".formatted(linkValid);
    }
}
