package be.belnet.orderdesk.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many sign-ins from one address have failed: nothing was looked at. */
class TooManySignInsException extends AuthenticationException {
    private final Duration wait;

    TooManySignInsException(Duration wait) {
        super("refused");
        this.wait = wait;
    }

    /** Until the next attempt. */
    Duration untilNext() {
        return wait;
    }
}
