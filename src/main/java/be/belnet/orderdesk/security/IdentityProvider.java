package be.belnet.orderdesk.security;

import be.belnet.orderdesk.security.SignOnRefusedException.Reason;
import be.belnet.orderdesk.security.SignOns.Tokens;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** The OpenID provider of the house. It is asked for its addresses at first need, so Orderdesk starts without it. */
@Component
@ConditionalOnProperty(name = "orderdesk.sign-on.mode", havingValue = "oidc")
class IdentityProvider {
    /** Of the one client that Orderdesk is; part of the address that the provider leads back to. */
    static final String REGISTRATION = "orderdesk";

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int KEYS_LIMIT = 256 * 1024;
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    /** Those with a key that the provider alone has. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final SignOnProperties settings;
    private final RestClient http;
    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final RestClientRefreshTokenTokenResponseClient refreshes = new RestClientRefreshTokenTokenResponseClient();
    private volatile Known known;

    IdentityProvider(SignOnProperties settings) {
        this.settings = settings;
        this.http = RestClient.builder().requestFactory(connections()).build();
        RestClient tokens = RestClient.builder()
                .requestFactory(connections())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
        codes.setRestClient(tokens);
        refreshes.setRestClient(tokens);
    }

    /** @throws SignOnRefusedException when the provider does not answer */
    ClientRegistration registration(String id) {
        return REGISTRATION.equals(id) ? known().registration : null;
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        return codes;
    }

    JwtDecoder idTokens() {
        return known().idTokens;
    }

    /** Reads a machine's token; which must come from this provider, be meant for us and have an end. */
    Jwt accessToken(String token) {
        return known().accessTokens.decode(token);
    }

    /** What the provider says now of whom this token is for. */
    Map<String, Object> userInfo(String accessToken) {
        try {
            Map<String, Object> said = http.get()
                    .uri(known().registration
                            .getProviderDetails()
                            .getUserInfoEndpoint()
                            .getUri())
                    .headers(headers -> headers.setBearerAuth(accessToken))
                    .retrieve()
                    .body(OBJECT);
            return said == null ? Map.of() : said;
        } catch (HttpClientErrorException refused) {
            throw new SignOnRefusedException(Reason.ENDED, refused);
        } catch (RestClientException noAnswer) {
            throw unavailable(noAnswer);
        }
    }

    /** Tokens that work; new ones when the access token comes to its end. */
    Tokens fresh(Tokens tokens) {
        if (!tokens.isStale()) {
            return tokens;
        }
        if (tokens.refresh() == null) {
            throw new SignOnRefusedException(Reason.ENDED);
        }
        try {
            OAuth2AccessTokenResponse answer = refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    known().registration, access(tokens), new OAuth2RefreshToken(tokens.refresh(), null)));
            return new Tokens(
                    answer.getAccessToken().getTokenValue(),
                    end(answer.getAccessToken()),
                    answer.getRefreshToken() == null
                            ? tokens.refresh()
                            : answer.getRefreshToken().getTokenValue(),
                    Optional.ofNullable(
                                    (String) answer.getAdditionalParameters().get("id_token"))
                            .orElse(tokens.id()));
        } catch (OAuth2AuthorizationException refused) {
            throw "invalid_grant".equals(refused.getError().getErrorCode())
                    ? new SignOnRefusedException(Reason.ENDED, refused)
                    : unavailable(refused);
        }
    }

    /** Claims of an ID token that is still valid; none of one that is over. */
    Map<String, Object> claims(String idToken) {
        try {
            return known().idTokens.decode(idToken).getClaims();
        } catch (JwtException over) {
            return Map.of();
        }
    }

    /**
     * Where a browser signs out at the provider and comes back from.
     *
     * @param idToken tells the provider whose session it is; null when it shall ask
     * @param back an address of ours
     */
    Optional<URI> endSession(String idToken, String back) {
        Object endpoint = known().registration
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
        if (endpoint == null) {
            return Optional.empty();
        }
        var uri = UriComponentsBuilder.fromUriString(endpoint.toString())
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}");
        Map<String, Object> values = new HashMap<>(Map.of("client", settings.clientId(), "back", back));
        if (idToken != null) {
            uri.queryParam("id_token_hint", "{hint}");
            values.put("hint", idToken);
        }
        return Optional.of(uri.encode().buildAndExpand(values).toUri());
    }

    static long end(OAuth2AccessToken token) {
        return Optional.ofNullable(token.getExpiresAt()).orElseGet(Instant::now).getEpochSecond();
    }

    private static OAuth2AccessToken access(Tokens tokens) {
        return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, tokens.access(), null, null);
    }

    private Known known() {
        Known already = known;
        return already == null ? learn() : already;
    }

    private synchronized Known learn() {
        if (known == null) {
            try {
                Map<String, Object> metadata = http.get()
                        .uri(settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration")
                        .retrieve()
                        .body(OBJECT);
                known = known(metadata == null ? Map.of() : metadata);
            } catch (RestClientException | IllegalArgumentException | MalformedURLException unusable) {
                throw unavailable(unusable);
            }
        }
        return known;
    }

    private Known known(Map<String, Object> metadata) throws MalformedURLException {
        if (!settings.issuer().equals(metadata.get("issuer"))) {
            throw new IllegalArgumentException("The provider calls itself otherwise");
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .userNameAttributeName("sub")
                .build();
        JWKSource<SecurityContext> keys = keys(registration.getProviderDetails().getJwkSetUri());
        return new Known(
                registration,
                decoder(
                        keys,
                        new DelegatingOAuth2TokenValidator<>(
                                new JwtTimestampValidator(SKEW), new OidcIdTokenValidator(registration))),
                decoder(keys, accessTokenRules()));
    }

    private OAuth2TokenValidator<Jwt> accessTokenRules() {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<Object>("exp", end -> end != null),
                new JwtClaimValidator<Object>("iat", issued -> issued != null),
                new JwtClaimValidator<Object>("sub", subject -> subject != null));
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> rules) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            // the rules look at them
        });
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(rules);
        return decoder;
    }

    /** Tokens that name unknown keys make us ask for new ones, but not for each such token. */
    private static JWKSource<SecurityContext> keys(String address) throws MalformedURLException {
        JWKSource<SecurityContext> source = JWKSourceBuilder.<SecurityContext>create(
                        URI.create(address).toURL(),
                        new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), KEYS_LIMIT))
                .build();
        return (selector, context) -> {
            try {
                return source.get(selector, context);
            } catch (RateLimitReachedException askedJustNow) {
                return List.of();
            }
        };
    }

    private static JdkClientHttpRequestFactory connections() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER)
                .build());
        factory.setReadTimeout(READ);
        return factory;
    }

    private static SignOnRefusedException unavailable(Exception cause) {
        LOG.warn(
                "The OpenID provider gives no usable answer: {}",
                cause.getClass().getName());
        return new SignOnRefusedException(Reason.UNAVAILABLE, cause);
    }

    private record Known(ClientRegistration registration, JwtDecoder idTokens, JwtDecoder accessTokens) {}
}
