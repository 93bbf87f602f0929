package be.belnet.orderdesk.security;

import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One sign-on, as {@link SignOn} has it, for webapps, pages and API; the API for machines takes no cookie. */
@Configuration
class SecurityConfiguration {
    /** Scripts and styles are files of ours: none stands in a page, so that none needs a nonce. */
    private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " connect-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Answers of the API are no pages. */
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    private static final String NO_FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=()";

    /** Sent by a form of Tasklist, which has no token of ours; whoever forges such a request changes and sees nothing. */
    private static final String KEEPS_NOTHING = "/orders/*/preview/contract";

    private final PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    private final RequestMatcher webappSignOut =
            path.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
    private final RequestMatcher pageLoads = pageLoads();

    private final AccessRules rules;
    private final SignOn signOn;
    private final SessionLimits sessions;

    SecurityConfiguration(AccessRules rules, SignOn signOn, SessionLimits sessions) {
        this.rules = rules;
        this.signOn = signOn;
        this.sessions = sessions;
    }

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(rules::api)
                .build();
    }

    /**
     * Customers' pages: whoever has the link may act. No cookie stands for anybody here, so other sites have nothing to
     * abuse; they would need the link itself.
     */
    @Bean
    @Order(3)
    SecurityFilterChain customersPages(HttpSecurity http) throws Exception {
        return http.securityMatcher("/domains/**", "/follow/**", "/useful/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(visitor -> visitor.principal("customer"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> ownOnly(headers)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(rules::pages)
                .addFilterBefore(sessions.filter(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pageLoads)
                        .defaultAuthenticationEntryPointFor(unauthorised(), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(rememberedPage()))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/api/**", "/camunda/app/**")
                        .ignoringRequestMatchers(KEEPS_NOTHING)
                        .ignoringRequestMatchers(XsrfTokenAtSignOn::isSent))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(path.matcher(HttpMethod.POST, "/logout"), webappSignOut))
                        .deleteCookies("JSESSIONID", "SESSION")
                        .logoutSuccessHandler(signedOut()))
                .headers(headers -> ownOnly(headers)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(path.matcher("/camunda/**")),
                                new ContentSecurityPolicyHeaderWriter(OWN_PAGES))));
        return signOn.people(http).build();
    }

    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return signOn.machines(http)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorised()))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> ownOnly(headers)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE)));
    }

    /** Besides Spring's own, no-store among them: nobody else's page holds or opens ours, nor has its answers. */
    private static HeadersConfigurer<HttpSecurity> ownOnly(HeadersConfigurer<HttpSecurity> headers) {
        return headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_FEATURES));
    }

    /** No challenge: a browser that had asked for a password would send it along with forged requests. */
    static AuthenticationEntryPoint unauthorised() {
        var unauthorised = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, refusal) -> {
            if (refusal instanceof TooManySignInsException tooMany) {
                RateLimitFilter.refuse(response, tooMany.untilNext());
            } else {
                unauthorised.commence(request, response, refusal);
            }
        };
    }

    /** Only these lead to the log-in page and are remembered; scripts and fonts that come after sign-out do not. */
    private RequestMatcher pageLoads() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        var data = new OrRequestMatcher(
                path.matcher("/camunda/api/**"), path.matcher("/forms/**"), path.matcher("/api/**"));
        return new AndRequestMatcher(path.matcher(HttpMethod.GET, "/**"), html, new NegatedRequestMatcher(data));
    }

    private HttpSessionRequestCache rememberedPage() {
        var cache = new PathCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(pageLoads);
        return cache;
    }

    private LogoutSuccessHandler signedOut() {
        return (request, response, authentication) -> {
            if (webappSignOut.matches(request)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                response.sendRedirect("/login?logout");
            }
        };
    }
}
