package be.belnet.sandbox.faults;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The seconds of a fault that is switched on without any.
 *
 * @param delay of a slow answer
 * @param hold how long a call is held before its connection is closed
 * @param retryAfter what a partner with too many calls asks to wait
 * @param age look-ups do not see what is younger
 */
@ConfigurationProperties("sandbox.faults")
record FaultSettings(Duration delay, Duration hold, Duration retryAfter, Duration age) {

    Duration usual(Fault fault) {
        return switch (fault) {
            case SLOW -> delay;
            case TIME_OUT_BEFORE, TIME_OUT_AFTER -> hold;
            case TOO_MANY -> retryAfter;
            case LATE_LOOK_UP -> age;
            default -> throw new IllegalArgumentException(fault + " takes no seconds");
        };
    }
}
