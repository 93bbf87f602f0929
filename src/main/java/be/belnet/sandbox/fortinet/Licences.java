package be.belnet.sandbox.fortinet;

import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** What an appliance has to do with Fortinet: it turns a token into the licence it runs on. */
public class Licences {

    static final String PARTNER = "fortiflex";

    private final FortiFlexEntitlements entitlements;

    Licences(FortiFlexEntitlements entitlements) {
        this.entitlements = entitlements;
    }

    /**
     * Uses a one-time token; the licence is ACTIVE and charged from then on.
     *
     * @param token 20 upper-case hexadecimal digits
     * @return the serial number the appliance runs on; empty for a token that is unknown, used or replaced, or whose
     *     licence is stopped or expired
     */
    @Transactional
    public Optional<String> consume(String token) {
        return entitlements.consume(token);
    }
}
