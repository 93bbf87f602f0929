package be.belnet.orderdesk.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** An OpenID provider in this JVM. It checks what a client sends as a real one does, and says of people what a test wants. */
class TestIssuer implements AutoCloseable {
    static final String CLIENT = "orderdesk";
    static final String SECRET = "a secret of this test alone";
    static final String AUDIENCE = "orderdesk-api";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RSAKey key = key();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private volatile String atTheScreen;
    private volatile boolean silent;
    private volatile String nonce;
    private volatile int accessSeconds = 300;

    TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who is signed on at the provider from now on, and what it says of them. */
    void person(String subject, List<String> groups) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub",
                subject,
                "given_name",
                "Given",
                "family_name",
                subject,
                "email",
                subject + "@belnet.example",
                "email_verified",
                true,
                "groups",
                groups));
        people.put(subject, claims);
        atTheScreen = subject;
    }

    void forget(String subject) {
        people.remove(subject);
    }

    /** From now on it fails at everything, or no more. */
    void silent(boolean silent) {
        this.silent = silent;
    }

    /** In ID tokens instead of the one that was asked for; null for that. */
    void nonce(String nonce) {
        this.nonce = nonce;
    }

    void accessSeconds(int seconds) {
        this.accessSeconds = seconds;
    }

    /** A machine's token as it should be; to be changed and signed. */
    Map<String, Object> machine(String subject, List<String> groups) {
        Instant now = Instant.now();
        return new HashMap<>(Map.of(
                "iss", address(),
                "sub", subject,
                "aud", List.of(AUDIENCE),
                "iat", Date.from(now),
                "exp", Date.from(now.plusSeconds(300)),
                "azp", subject,
                "groups", groups));
    }

    String signed(Map<String, Object> claims) {
        return signed(claims, key);
    }

    String publicKey() {
        return key.toPublicJWK().toJSONString();
    }

    /** @param by its id tells which key it pretends to be */
    String signed(Map<String, Object> claims, RSAKey by) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set(claims));
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JWTClaimsSet set(Map<String, Object> claims) {
        var set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }

    static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("first").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (silent) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, metadata());
                case "/jwks" -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
                case "/authorize" -> authorise(exchange);
                case "/token" -> token(exchange);
                case "/userinfo" -> userInfo(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("issuer", address());
        metadata.put("authorization_endpoint", address() + "/authorize");
        metadata.put("token_endpoint", address() + "/token");
        metadata.put("userinfo_endpoint", address() + "/userinfo");
        metadata.put("jwks_uri", address() + "/jwks");
        metadata.put("end_session_endpoint", address() + "/logout");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        return metadata;
    }

    private void authorise(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put("subject", atTheScreen);
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> sent = parameters(body);
        String known = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        if (!known.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, Map.of("error", "invalid_client"));
        } else if ("refresh_token".equals(sent.get("grant_type"))) {
            refresh(exchange, refreshTokens.remove(sent.get("refresh_token")));
        } else {
            Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
            boolean proven = asked != null
                    && "S256".equals(asked.get("code_challenge_method"))
                    && challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"));
            json(
                    exchange,
                    proven ? 200 : 400,
                    proven ? tokens(asked.get("subject"), asked.get("nonce")) : Map.of("error", "invalid_grant"));
        }
    }

    private void refresh(HttpExchange exchange, String subject) throws IOException {
        boolean known = subject != null && people.containsKey(subject);
        json(exchange, known ? 200 : 400, known ? tokens(subject, null) : Map.of("error", "invalid_grant"));
    }

    private Map<String, Object> tokens(String subject, String asked) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, subject);
        return Map.of(
                "access_token",
                signed(machine(subject, List.of())),
                "token_type",
                "Bearer",
                "expires_in",
                accessSeconds,
                "refresh_token",
                refresh,
                "id_token",
                signed(idToken(subject, nonce == null ? asked : nonce)));
    }

    Map<String, Object> idToken(String subject, String nonceOfThis) {
        Map<String, Object> claims = machine(subject, List.of());
        claims.put("aud", List.of(CLIENT));
        claims.put("azp", CLIENT);
        claims.put("nonce", nonceOfThis);
        claims.putAll(people.getOrDefault(subject, Map.of()));
        return claims;
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String subject = subject(token);
        json(exchange, people.containsKey(subject) ? 200 : 401, people.getOrDefault(subject, Map.of()));
    }

    private static String subject(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
        } catch (java.text.ParseException ofSomebodyElse) {
            return "";
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] both = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(both[0], StandardCharsets.UTF_8),
                    both.length == 2 ? URLDecoder.decode(both[1], StandardCharsets.UTF_8) : "");
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        try {
            byte[] bytes = JSON.writeValueAsBytes(content);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
