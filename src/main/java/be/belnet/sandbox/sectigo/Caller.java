package be.belnet.sandbox.sectigo;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whose call is being answered.
 *
 * @param network whether it is the network's own administrator (MRAO), who may do everything
 */
record Caller(String login, boolean network) {

    static final String ATTRIBUTE = Caller.class.getName();

    static Caller current() {
        return (Caller) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    static void requireNetwork() {
        if (!current().network()) {
            throw SectigoError.notAllowed();
        }
    }
}
