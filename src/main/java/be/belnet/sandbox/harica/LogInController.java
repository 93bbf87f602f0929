package be.belnet.sandbox.harica;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The log-in of people, which programs of the research networks use too: harica.md, section 3. */
@RestController
class LogInController {

    private static final String PAGE = """
            <!DOCTYPE html><html><body><form>
            <input name="__RequestVerificationToken" type="hidden" value="%s" />
            </form></body></html>
            """;

    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final HaricaSettings settings;

    LogInController(Sessions sessions, Doorkeeper doorkeeper, HaricaSettings settings) {
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
        this.settings = settings;
    }

    /** @param token six digits of an authenticator */
    record Credentials(String email, String password, String token) {
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    @GetMapping("/harica/")
    ResponseEntity<String> page(HttpServletRequest request) {
        var cookie =
                Doorkeeper.cookie(request).orElseGet(() -> UUID.randomUUID().toString());
        var email = doorkeeper.email(request.getHeader(HttpHeaders.AUTHORIZATION));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header(HttpHeaders.SET_COOKIE, Doorkeeper.COOKIE + "=" + cookie + "; path=/; httponly")
                .body(PAGE.formatted(sessions.verification(cookie, email.orElse(null))));
    }

    @PostMapping("/harica/api/User/Login")
    ResponseEntity<String> logIn(@RequestBody Credentials given) {
        return settings.totpSeed().isEmpty() && known(given) ? granted(given.email()) : refused();
    }

    @PostMapping("/harica/api/User/Login2FA")
    ResponseEntity<String> logInWithCode(@RequestBody Credentials given) {
        return !settings.totpSeed().isEmpty()
                        && known(given)
                        && OneTimeCode.fits(settings.totpSeed(), given.token(), Instant.now())
                ? granted(given.email())
                : refused();
    }

    @PostMapping("/harica/api/User/GetCurrentUser")
    Map<String, Object> currentUser() {
        return Map.of("role", "Enterprise Manager,SSL Enterprise Approver", "fullName", "", "organization", "Belnet");
    }

    private boolean known(Credentials given) {
        return List.of(settings.email(), settings.approverEmail()).contains(given.email())
                && settings.password().equals(given.password());
    }

    private ResponseEntity<String> granted(String email) {
        var token = sessions.logIn(email);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(settings.quotedTokens() ? "\"" + token + "\"" : token);
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.status(401).build();
    }
}
