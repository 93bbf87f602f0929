package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnRefusedException.Reason;
import be.belnet.orderdesk.security.SignOns.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * At the OpenID provider of the house: people by authorisation code with PKCE, machines by bearer tokens. One
 * administrator may enter with a password of the settings when the provider is out of reach.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "orderdesk.sign-on.mode", havingValue = "oidc")
class OpenIdSignOn implements SignOn {
    /** In a session that begins when another ends: whose session at the provider is to end as well. */
    static final String TO_END = "orderdesk.toEnd";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignOn.class);
    private static final String PLACE = "orderdesk.place";

    /** A place within the webapps, such as {@code #/?task=1}; a browser does not send it along. */
    private static final Pattern PLACES = Pattern.compile("#/[\\w/?&=;:.,~%!-]{0,500}");

    private static final RequestMatcher WEBAPP_SIGN_OUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    private final IdentityProvider provider;
    private final SignOns signOns;
    private final StaffAccounts accounts;
    private final EngineUsers users;
    private final SignOnProperties settings;
    private final SessionLimits sessions;
    private final BreakGlass breakGlass;
    private final boolean secureCookies;

    OpenIdSignOn(
            IdentityProvider provider,
            SignOns signOns,
            StaffAccounts accounts,
            EngineUsers users,
            SignOnProperties settings,
            SessionLimits sessions,
            BreakGlass breakGlass,
            @Value("${camunda.bpm.webapp.csrf.enable-secure-cookie:false}") boolean secureCookies) {
        this.provider = provider;
        this.signOns = signOns;
        this.accounts = accounts;
        this.users = users;
        this.settings = settings;
        this.sessions = sessions;
        this.breakGlass = breakGlass;
        this.secureCookies = secureCookies;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return registration -> provider.idTokens();
    }

    @Override
    public HttpSecurity people(HttpSecurity http) throws Exception {
        if (breakGlass.isOpen()) {
            http.authenticationProvider(breakGlass.passwords()).formLogin(form -> form.loginPage(BreakGlass.PATH)
                    .successHandler(new XsrfTokenAtSignOn(secureCookies, sessions))
                    .failureHandler((request, response, refusal) -> response.sendRedirect(BreakGlass.PATH + "?error")));
        }
        http.oauth2Login(login -> login.loginPage("/login")
                        .clientRegistrationRepository(provider::registration)
                        .authorizedClientRepository(new Keeping())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(provider.codes()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::signOn))
                        .withObjectPostProcessor(refusedBeforeTheProvider())
                        .successHandler(atTheirPlace())
                        .failureHandler(OpenIdSignOn::refused))
                .addFilterBefore(
                        new Recheck(signOns, provider, accounts, users, breakGlass, settings),
                        AnonymousAuthenticationFilter.class)
                .logout(logout -> logout.addLogoutHandler(this::remember).logoutSuccessHandler(this::signedOut));
        return machines(http);
    }

    @Override
    public HttpSecurity machines(HttpSecurity http) throws Exception {
        return http.oauth2ResourceServer(server -> server.jwt(
                        jwt -> jwt.decoder(provider::accessToken).jwtAuthenticationConverter(this::machine))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(OpenIdSignOn::refusedMachine);
                        return filter;
                    }
                }));
    }

    private OidcUser signOn(OidcUserRequest request) {
        Claims claims = new Claims(request.getIdToken().getClaims())
                .with(provider.userInfo(request.getAccessToken().getTokenValue()));
        if (!claims.subject().equals(request.getIdToken().getSubject())) {
            throw new SignOnRefusedException(Reason.ENDED);
        }
        String user = accounts.admit(claims, Instant.now());
        return new Staff(user, users.authorities(user), request.getIdToken());
    }

    /** Never without a group: the name alone would bring those that the user has by other tokens. */
    private AbstractAuthenticationToken machine(Jwt token) {
        try {
            String user = accounts.admit(new Claims(token.getClaims()), told(token));
            return new JwtAuthenticationToken(token, users.authorities(user), user);
        } catch (SignOnRefusedException refused) {
            throw new InvalidBearerTokenException("The account has no part in Orderdesk", refused);
        }
    }

    /** Never in the future: a provider whose clock is ahead would keep later words from counting. */
    private static Instant told(Jwt token) {
        Instant now = Instant.now();
        return token.getIssuedAt().isAfter(now) ? now : token.getIssuedAt();
    }

    private OAuth2AuthorizationRequestResolver requests() {
        var usual = new DefaultOAuth2AuthorizationRequestResolver(provider::registration, "/oauth2/authorization");
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return kept(request, usual.resolve(request));
            }

            @Override
            public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return kept(request, usual.resolve(request, registration));
            }
        };
    }

    private static OAuth2AuthorizationRequest kept(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        String place = request.getParameter("at");
        if (asked != null && place != null && PLACES.matcher(place).matches()) {
            request.getSession().setAttribute(PLACE, place);
        }
        return asked;
    }

    private XsrfTokenAtSignOn atTheirPlace() {
        RedirectStrategy usual = new DefaultRedirectStrategy();
        var handler = new XsrfTokenAtSignOn(secureCookies, sessions);
        handler.setRedirectStrategy((request, response, address) -> {
            Object place = request.getSession().getAttribute(PLACE);
            request.getSession().removeAttribute(PLACE);
            usual.sendRedirect(request, response, place == null ? address : address + place);
        });
        return handler;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> refusedBeforeTheProvider() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(OpenIdSignOn::refused);
                return filter;
            }
        };
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String reason = reason(refusal);
        LOG.info("Sign-on refused: {}", reason);
        response.sendRedirect("/login?refused=" + reason);
    }

    private static String reason(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof SignOnRefusedException known) {
                return known.reason().name().toLowerCase(Locale.ROOT);
            }
        }
        return "failed";
    }

    private static void refusedMachine(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        if (refusal instanceof AuthenticationServiceException || "unavailable".equals(reason(refusal))) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        } else {
            new BearerTokenAuthenticationEntryPoint().commence(request, response, refusal);
        }
    }

    private void remember(HttpServletRequest request, HttpServletResponse response, Authentication signedOn) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SignOns.IN_SESSION) instanceof String id) {
            request.setAttribute(TO_END, id);
        }
    }

    /** The provider is told by the browser, which a script's call cannot send there; so the next page does. */
    private void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication signedOn)
            throws IOException {
        Object ended = request.getAttribute(TO_END);
        if (ended != null) {
            request.getSession().setAttribute(TO_END, ended);
        }
        if (WEBAPP_SIGN_OUT.matches(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect("/login?logout");
        }
    }

    /** Keeps tokens apart from the session, and gives none back: nobody but {@link Recheck} uses them. */
    private class Keeping implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            Staff staff = (Staff) principal.getPrincipal();
            request.getSession().setAttribute(SignOns.IN_SESSION, signOns.keep(staff.getName(), tokens(client, staff)));
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // its row goes with the sign-out
        }
    }

    private static Tokens tokens(OAuth2AuthorizedClient client, Staff staff) {
        return new Tokens(
                client.getAccessToken().getTokenValue(),
                IdentityProvider.end(client.getAccessToken()),
                client.getRefreshToken() == null
                        ? null
                        : client.getRefreshToken().getTokenValue(),
                staff.getIdToken().getTokenValue());
    }
}
