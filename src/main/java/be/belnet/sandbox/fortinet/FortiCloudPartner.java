package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The log-in before FortiFlex and FortiCare. */
class FortiCloudPartner implements Partner {

    @Override
    public String code() {
        return "forticloud";
    }

    @Override
    public String title() {
        return "FortiCloud log-in";
    }

    @Override
    public boolean keepsThings() {
        return false;
    }

    @Override
    public boolean changes(PartnerCall call) {
        return false;
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return FortiCloudController.refused(
                HttpStatus.UNAUTHORIZED,
                "invalid_grant",
                Objects.requireNonNullElse(message, "Invalid credentials given."));
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return FortiCloudController.refused(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_requests",
                Objects.requireNonNullElse(message, "Too many requests."));
    }
}
