package be.belnet.orderdesk.security;

import java.util.Locale;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider knows somebody, or cannot say, and Orderdesk lets nobody in for it. */
class SignOnRefusedException extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SignOnRefusedException(Reason reason) {
        this(reason, null);
    }

    SignOnRefusedException(Reason reason, Throwable cause) {
        super(new OAuth2Error(reason.name().toLowerCase(Locale.ROOT)), reason.name(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    enum Reason {
        /** None of the provider's groups is on the allow list. */
        STRANGER,
        /** The account's id cannot be a user's id here, or is somebody else's. */
        UNFIT,
        /** The provider takes back what it said: signed out there, disabled, or somebody else's answer. */
        ENDED,
        /** The provider does not answer. */
        UNAVAILABLE
    }
}
