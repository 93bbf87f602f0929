package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnProperties.Mode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * The one administrator who can enter when the provider is out of reach, with a password whose hash stands in the
 * settings. Each time is logged, counted and kept; several failures from one address shut the door to it for a while.
 */
@Component
class BreakGlass {
    static final String PATH = "/break-glass";

    /** Also a member of the administrators while nobody may enter that way, so that these are never without one. */
    static final String USER = "breakglass";

    private static final Logger LOG = LoggerFactory.getLogger(BreakGlass.class);
    private static final Duration MEMORY = Duration.ofDays(400);
    private static final Duration SHUT = Duration.ofMinutes(15);
    private static final int FAILURES = 5;

    /** All that bcrypt reads. */
    private static final int LONGEST = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final EngineUsers users;
    private final JdbcClient jdbc;
    private final SignOnProperties settings;
    private final Counter entered;
    private final Counter refused;

    BreakGlass(EngineUsers users, JdbcClient jdbc, SignOnProperties settings, MeterRegistry registry) {
        this.users = users;
        this.jdbc = jdbc;
        this.settings = settings;
        this.entered = counter(registry, "entered");
        this.refused = counter(registry, "refused");
    }

    boolean isOpen() {
        return settings.mode() == Mode.OIDC
                && !settings.breakGlass().passwordHash().isEmpty();
    }

    /** Whether a session that began with a password may go on. */
    boolean admits(String user) {
        return isOpen() && USER.equals(user);
    }

    /** No bean, or it would count for other log-ins as well. */
    AuthenticationProvider passwords() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication attempt) {
                return enter(attempt);
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
            }
        };
    }

    private Authentication enter(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        boolean right = !isShut(address) && isRight(attempt.getCredentials());
        note(address, right);
        if (!right) {
            refused.increment();
            LOG.warn("Break-glass entry refused");
            throw new BadCredentialsException("refused");
        }
        entered.increment();
        LOG.warn("Break-glass administrator entered");
        return UsernamePasswordAuthenticationToken.authenticated(USER, null, users.authorities(USER));
    }

    private boolean isRight(Object password) {
        return password != null
                && password.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && bcrypt.matches(password.toString(), settings.breakGlass().passwordHash());
    }

    private boolean isShut(String address) {
        return jdbc.sql("select count(*) from break_glass where address = ? and not entered and happened_at > ?")
                        .params(address, Timestamp.from(Instant.now().minus(SHUT)))
                        .query(Integer.class)
                        .single()
                >= FAILURES;
    }

    private void note(String address, boolean right) {
        jdbc.sql("delete from break_glass where happened_at < ?")
                .param(Timestamp.from(Instant.now().minus(MEMORY)))
                .update();
        jdbc.sql("insert into break_glass (happened_at, address, entered) values (?, ?, ?)")
                .params(Timestamp.from(Instant.now()), address, right)
                .update();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("orderdesk.break.glass")
                .description("Attempts to enter as the break-glass administrator")
                .tag("outcome", outcome)
                .register(registry);
    }
}
