package be.belnet.sandbox.harica;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;

/** CertManager. All its calls are POSTs; their names tell which only read. */
class HaricaPartner implements Partner {

    static final String CODE = "harica";

    private static final Pattern READ = Pattern.compile("^/api/(User/\\w+|\\w+/(Get|Search|Check)\\w*)$");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "HARICA CertManager";
    }

    @Override
    public boolean changes(PartnerCall call) {
        return call.method().equals("POST") && !READ.matcher(call.path()).find();
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return HaricaError.refused(Objects.requireNonNullElse(message, "You may not do this"))
                .answer();
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return new HaricaError(429, Objects.requireNonNullElse(message, "Too many requests")).answer();
    }
}
