package be.belnet.sandbox.digicert;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** CertCentral. What it has is there from the beginning, so nothing is made there that a look-up could miss. */
@Component
class DigiCertPartner implements Partner {
    static final String CODE = "digicert";

    private final DigiCertErrors errors;

    DigiCertPartner(DigiCertErrors errors) {
        this.errors = errors;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "DigiCert";
    }

    @Override
    public boolean keepsThings() {
        return false;
    }

    @Override
    public boolean changes(PartnerCall call) {
        return !call.method().equals("GET");
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return answer(DigiCertError.missingPermission(), message);
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return answer(DigiCertError.tooMany(), message);
    }

    private ResponseEntity<?> answer(DigiCertError usual, String message) {
        return errors.refused(message == null ? usual : new DigiCertError(usual.status(), usual.code(), message));
    }
}
