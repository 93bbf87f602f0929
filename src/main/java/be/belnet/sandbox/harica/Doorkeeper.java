package be.belnet.sandbox.harica;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/**
 * Before each call: harica.md, section 3. Who has no log-in is sent to the page for it, whose log-in is over gets 401, and
 * who lacks the token of a page 400.
 */
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

    static final String COOKIE = "antiforgery";

    /** Attribute of a request that holds the address of the account. */
    static final String CALLER = "be.belnet.sandbox.harica.caller";

    private final Sessions sessions;

    Doorkeeper(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/harica/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var logIn = request.getRequestURI().startsWith("/harica/api/User/Login");
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        var email = email(token);
        if (!logIn && token == null) {
            response.setHeader(HttpHeaders.LOCATION, "/harica/Login");
            return stop(response, HttpServletResponse.SC_FOUND);
        }
        if (!logIn && email.isEmpty()) {
            return stop(response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        email.ifPresent(caller -> request.setAttribute(CALLER, caller));
        var cookie = cookie(request).orElse("");
        return sessions.verified(request.getHeader("RequestVerificationToken"), cookie, email.orElse(null))
                || stop(response, HttpServletResponse.SC_BAD_REQUEST);
    }

    Optional<String> email(String token) {
        return token == null ? Optional.empty() : sessions.email(token);
    }

    static Optional<String> cookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(cookie -> cookie.getValue());
    }

    private static boolean stop(HttpServletResponse response, int status) {
        response.setStatus(status);
        return false;
    }
}
