package be.belnet.orderdesk.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Gives the session the webapps' XSRF token at log-in. They would make one at the first request, and with several
 * requests at once several, of which only one counts.
 */
class XsrfTokenAtSignOn extends SavedRequestAwareAuthenticationSuccessHandler {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean secureCookie;

    XsrfTokenAtSignOn(boolean secureCookie) {
        this.secureCookie = secureCookie;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        String hex = HexFormat.of().withUpperCase().formatHex(token);
        request.getSession().setAttribute("CAMUNDA_CSRF_TOKEN", hex);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(hex).toString());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    private ResponseCookie cookie(String token) {
        return ResponseCookie.from("XSRF-TOKEN", token)
                .path("/camunda")
                .sameSite("Lax")
                .secure(secureCookie)
                .build();
    }
}
