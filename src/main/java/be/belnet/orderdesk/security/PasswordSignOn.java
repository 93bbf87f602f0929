package be.belnet.orderdesk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** With passwords of the engine's users: a laptop's way. */
@Component
@ConditionalOnProperty(name = "orderdesk.sign-on.mode", havingValue = "form")
class PasswordSignOn implements SignOn {
    private final SessionLimits sessions;
    private final boolean secureCookies;

    PasswordSignOn(
            SessionLimits sessions,
            @Value("${camunda.bpm.webapp.csrf.enable-secure-cookie:false}") boolean secureCookies) {
        this.sessions = sessions;
        this.secureCookies = secureCookies;
    }

    @Override
    public HttpSecurity people(HttpSecurity http) throws Exception {
        return machines(http.formLogin(form -> form.loginPage("/login")
                        .successHandler(new XsrfTokenAtSignOn(secureCookies, sessions))
                        .failureHandler(PasswordSignOn::refused)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(PasswordSignOn::hasBasicHeader));
    }

    @Override
    public HttpSecurity machines(HttpSecurity http) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfiguration.unauthorised()));
    }

    /** Spring's own would keep the refusal in the session, and the password typed within it. */
    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooManySignInsException tooMany) {
            RateLimitFilter.refuse(response, tooMany.untilNext());
        } else {
            response.sendRedirect("/login?error");
        }
    }

    private static boolean hasBasicHeader(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
