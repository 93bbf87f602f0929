package be.belnet.orderdesk.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Gives the session the webapps' XSRF token at log-in. They would make one at the first request, and with several
 * requests at once several, of which only one counts. The session's limits count from here too.
 */
class XsrfTokenAtSignOn extends SavedRequestAwareAuthenticationSuccessHandler {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String IN_SESSION = "CAMUNDA_CSRF_TOKEN";

    private final boolean secureCookie;
    private final SessionLimits sessions;

    XsrfTokenAtSignOn(boolean secureCookie, SessionLimits sessions) {
        this.secureCookie = secureCookie;
        this.sessions = sessions;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        String hex = HexFormat.of().withUpperCase().formatHex(token);
        request.getSession().setAttribute(IN_SESSION, hex);
        sessions.begin(request.getSession(), authentication.getName());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(hex).toString());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** Whether a script within the webapps sends the session's token along, which no other site knows. */
    static boolean isSent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String sent = request.getHeader("X-XSRF-TOKEN");
        return session != null
                && sent != null
                && session.getAttribute(IN_SESSION) instanceof String token
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseCookie cookie(String token) {
        return ResponseCookie.from("XSRF-TOKEN", token)
                .path("/camunda")
                .sameSite("Lax")
                .secure(secureCookie)
                .build();
    }
}
