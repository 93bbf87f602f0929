package be.belnet.sandbox.fortinet;

import be.belnet.sandbox.partner.Partner;
import be.belnet.sandbox.partner.PartnerCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** FortiFlex or FortiCare: all calls are POST, and both refuse in their envelope. */
class FortinetPartner implements Partner {

    private static final Pattern READ = Pattern.compile("/(list|details|download|calc|points|nexttoken)/?$");

    private final String code;
    private final String title;
    private final FortinetController api;
    private final String usualRefusal;

    FortinetPartner(String code, String title, FortinetController api, String usualRefusal) {
        this.code = code;
        this.title = title;
        this.api = api;
        this.usualRefusal = usualRefusal;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean changes(PartnerCall call) {
        return !READ.matcher(call.path()).find();
    }

    @Override
    public ResponseEntity<?> refusal(HttpServletRequest request, String message) {
        return refused(request, Refusal.because(Objects.requireNonNullElse(message, usualRefusal)));
    }

    @Override
    public ResponseEntity<?> tooMany(HttpServletRequest request, String message) {
        return refused(request, message == null ? Refusal.tooManyInMinute() : Refusal.tooManyInMinute(message));
    }

    private ResponseEntity<?> refused(HttpServletRequest request, Refusal refusal) {
        return api.refused(request.getHeader(HttpHeaders.AUTHORIZATION), refusal);
    }
}
