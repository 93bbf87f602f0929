package be.belnet.sandbox.sectigo;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;

/** Certificate Manager. Some of its look-ups are POSTs. */
class SectigoPartner implements Partner {

    static final String CODE = "sectigo";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern READ = Pattern.compile("/validation/(status|sync)/?$|/report/");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "Sectigo Certificate Manager";
    }

    @Override
    public boolean changes(PartnerCall call) {
        return !SAFE.contains(call.method()) && !READ.matcher(call.path()).find();
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return message == null
                ? SectigoError.notAllowed().answer()
                : SectigoError.refused(-3, message).answer();
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return new SectigoError(429, -1, Objects.requireNonNullElse(message, "Too many requests")).answer();
    }
}
