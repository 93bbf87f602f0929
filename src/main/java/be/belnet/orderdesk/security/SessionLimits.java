package be.belnet.orderdesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that have lasted long enough, and those of one person that are too many. */
@Component
class SessionLimits {
    private static final String SIGNED_ON_AT = "orderdesk.signedOnAt";

    private final JdbcClient jdbc;
    private final SessionProperties settings;

    SessionLimits(JdbcClient jdbc, SessionProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Counts from now; of the person's other sessions those that were used latest stay. */
    void begin(HttpSession session, String user) {
        session.setAttribute(SIGNED_ON_AT, Instant.now().toEpochMilli());
        jdbc.sql("delete from spring_session where primary_id in (select primary_id from spring_session"
                        + " where principal_name = ? order by last_access_time desc offset ? rows)")
                .params(user, settings.perPerson() - 1)
                .update();
    }

    OncePerRequestFilter filter() {
        return new Filter(settings.longest());
    }

    /** No bean, or it would run outside of Spring Security as well. */
    private static class Filter extends OncePerRequestFilter {
        private final Duration longest;

        Filter(Duration longest) {
            this.longest = longest;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            HttpSession session = request.getSession(false);
            if (session != null && isOver(session)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
            chain.doFilter(request, response);
        }

        private boolean isOver(HttpSession session) {
            return session.getAttribute(SIGNED_ON_AT) instanceof Long since
                    && Instant.ofEpochMilli(since).plus(longest).isBefore(Instant.now());
        }
    }
}
