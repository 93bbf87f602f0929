package be.belnet.orderdesk.feedback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of feedback; application.yaml says what each is for.
 *
 * @param secret signs the links to its page; with another one all links are void
 * @param linkValid how long a link works, and an answer can be changed
 */
@Validated
@ConfigurationProperties("orderdesk.feedback")
record FeedbackProperties(
        @NotNull @Size(min = 32) String secret,
        @DefaultValue("60d") @NotNull Duration linkValid) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "FeedbackProperties[linkValid=%s]".formatted(linkValid);
    }
}
