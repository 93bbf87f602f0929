package be.belnet.sandbox.fortimail;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All appliances together. */
@Component
class FortiMailPartner implements Partner {
    private final FortiMailController appliances;

    FortiMailPartner(FortiMailController appliances) {
        this.appliances = appliances;
    }

    @Override
    public String code() {
        return "fortimail";
    }

    @Override
    public String title() {
        return "FortiMail";
    }

    @Override
    public boolean changes(PartnerCall call) {
        return !call.method().equals("GET") && !isLogIn(call);
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return answer(usualRefusal(PartnerCall.of(request)), message);
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return answer(new FortiMailError(429, 1, "Failed: Too many requests "), message);
    }

    private FortiMailError usualRefusal(PartnerCall call) {
        return changes(call)
                ? FortiMailError.invalid("Maximum number of entries has been reached")
                : FortiMailError.accessDenied(isLogIn(call) ? "Add object (AdminLogin)" : "Get object");
    }

    private static boolean isLogIn(PartnerCall call) {
        return call.path().contains("/AdminLogin");
    }

    private ResponseEntity<?> answer(FortiMailError usual, String message) {
        return appliances.refused(message == null ? usual : new FortiMailError(usual.status(), usual.type(), message));
    }
}
