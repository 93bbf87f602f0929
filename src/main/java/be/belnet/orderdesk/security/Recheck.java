package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnRefusedException.Reason;
import be.belnet.orderdesk.security.SignOns.SignOn;
import be.belnet.orderdesk.security.SignOns.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the provider again who somebody is, before its latest word is too old to count. One request asks, on whichever
 * node; others of the same session go on, or wait for the answer when they must not. Sessions that began with
 * a password, before the provider was set, end.
 */
class Recheck extends OncePerRequestFilter {
    /** Where the webapps keep whom they know, and in which groups. */
    private static final String WEBAPPS_MEMORY = "authenticatedUser";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long PAUSE_MILLIS = 50;

    private final SignOns signOns;
    private final IdentityProvider provider;
    private final StaffAccounts accounts;
    private final EngineUsers users;
    private final BreakGlass breakGlass;
    private final SignOnProperties settings;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Recheck(
            SignOns signOns,
            IdentityProvider provider,
            StaffAccounts accounts,
            EngineUsers users,
            BreakGlass breakGlass,
            SignOnProperties settings) {
        this.signOns = signOns;
        this.provider = provider;
        this.accounts = accounts;
        this.users = users;
        this.breakGlass = breakGlass;
        this.settings = settings;
    }

    private enum Verdict {
        HOLDS,
        NEWLY_HOLDS,
        ENDED,
        UNKNOWN
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedOn = SecurityContextHolder.getContext().getAuthentication();
        if (signedOn instanceof OAuth2AuthenticationToken token) {
            Verdict verdict = verdict(request.getSession(false));
            if (verdict == Verdict.UNKNOWN) {
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return;
            } else if (verdict == Verdict.ENDED) {
                end(request);
            } else if (verdict == Verdict.NEWLY_HOLDS) {
                renew(token, request, response);
            }
        } else if (signedOn instanceof UsernamePasswordAuthenticationToken && !breakGlass.admits(signedOn.getName())) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private Verdict verdict(HttpSession session) {
        Optional<SignOn> found = session != null && session.getAttribute(SignOns.IN_SESSION) instanceof String id
                ? signOns.find(id)
                : Optional.empty();
        if (found.isEmpty()) {
            return Verdict.ENDED;
        }
        SignOn signOn = found.get();
        if (isYounger(signOn, settings.recheck())) {
            return Verdict.HOLDS;
        }
        return signOns.begin(signOn.id(), signOn.checked()) ? ask(signOn) : await(signOn);
    }

    private Verdict ask(SignOn signOn) {
        try {
            Tokens tokens = signOns.tokens(signOn.id()).orElseThrow(() -> new SignOnRefusedException(Reason.ENDED));
            Tokens fresh = provider.fresh(tokens);
            if (!fresh.equals(tokens)) {
                signOns.renewed(signOn.id(), fresh);
            }
            return admit(signOn, fresh);
        } catch (SignOnRefusedException refused) {
            if (refused.reason() == Reason.UNAVAILABLE) {
                signOns.inVain(signOn.id());
                return isYounger(signOn, settings.trust()) ? Verdict.HOLDS : Verdict.UNKNOWN;
            }
            if (refused.reason() == Reason.STRANGER) {
                accounts.withdraw(signOn.user());
            }
            signOns.end(signOn.id());
            return Verdict.ENDED;
        }
    }

    private Verdict admit(SignOn signOn, Tokens tokens) {
        Instant told = Instant.now();
        Map<String, Object> said = provider.userInfo(tokens.access());
        Claims claims = new Claims(provider.claims(tokens.id())).with(said);
        if (!claims.subject().equals(String.valueOf(said.get("sub")))
                || !accounts.admit(claims, told).equals(signOn.user())) {
            throw new SignOnRefusedException(Reason.ENDED);
        }
        signOns.checked(signOn.id());
        return Verdict.NEWLY_HOLDS;
    }

    /** Somebody else asks, or has asked in vain a moment ago. */
    private Verdict await(SignOn signOn) {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<SignOn> now = Optional.of(signOn);
        while (now.isPresent()
                && !isYounger(now.get(), settings.trust())
                && Instant.now().isBefore(end)) {
            pause();
            now = signOns.find(signOn.id());
        }
        if (now.isEmpty()) {
            return Verdict.ENDED;
        }
        return isYounger(now.get(), settings.trust()) ? Verdict.HOLDS : Verdict.UNKNOWN;
    }

    private static boolean isYounger(SignOn signOn, Duration age) {
        return signOn.checked().plus(age).isAfter(Instant.now());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** As if nobody had been signed on: pages lead to the log-in, all else is refused. */
    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private void renew(OAuth2AuthenticationToken before, HttpServletRequest request, HttpServletResponse response) {
        List<GrantedAuthority> groups = users.authorities(before.getName());
        if (!Set.copyOf(groups).equals(Set.copyOf(before.getAuthorities()))) {
            var now = new OAuth2AuthenticationToken(
                    new Staff(before.getName(), groups, null), groups, before.getAuthorizedClientRegistrationId());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(now);
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
            request.getSession().removeAttribute(WEBAPPS_MEMORY);
        }
    }
}
