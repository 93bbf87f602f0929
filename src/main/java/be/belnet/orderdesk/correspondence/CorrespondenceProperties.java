package be.belnet.orderdesk.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Settings of the outbox; application.yaml says what each is for. */
@Validated
@ConfigurationProperties("orderdesk.correspondence")
record CorrespondenceProperties(
        @NotBlank String senderName,
        @NotNull Duration interval,
        @NotNull Duration lease,
        @NotNull Duration firstPause,
        @NotNull Duration longestPause,
        @Positive int tellAfter) {

    /** How long to wait after so many attempts came to nothing. */
    Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
