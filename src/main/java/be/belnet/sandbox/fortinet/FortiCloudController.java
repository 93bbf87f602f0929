package be.belnet.sandbox.fortinet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Log-in of programs: fortinet.md, section 2. */
@RestController
class FortiCloudController {

    private static final String PATH = "/forticloud/api/v1/oauth/token";

    private final FortiCloudTokens tokens;
    private final FortinetSettings settings;

    FortiCloudController(FortiCloudTokens tokens, FortinetSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    record LogIn(
            String username,
            String password,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("grant_type") String grantType,
            @JsonProperty("refresh_token") String refreshToken) {}

    record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("token_type") String tokenType,
            String scope,
            @JsonProperty("refresh_token") String refreshToken,
            String message,
            String status) {}

    record Refused(
            String error, @JsonProperty("error_description") String description) {}

    @PostMapping(PATH)
    ResponseEntity<Void> pathWithoutSlash() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(PATH + "/"))
                .build();
    }

    @PostMapping(PATH + "/")
    ResponseEntity<?> token(@RequestBody LogIn logIn) {
        if (logIn.clientId() == null || logIn.grantType() == null) {
            return invalidRequest();
        }
        if (!settings.clients().containsKey(logIn.clientId())) {
            return refused(HttpStatus.UNAUTHORIZED, "invalid_client", "Client authentication failed.");
        }
        return switch (logIn.grantType()) {
            case "password" -> byPassword(logIn);
            case "refresh_token" -> byRefreshToken(logIn);
            default -> invalidRequest();
        };
    }

    private ResponseEntity<?> byPassword(LogIn logIn) {
        if (logIn.username() == null || logIn.password() == null) {
            return invalidRequest();
        }
        var known = settings.username().equals(logIn.username())
                && settings.password().equals(logIn.password());
        return known ? granted(tokens.issue(logIn.clientId())) : invalidGrant();
    }

    private ResponseEntity<?> byRefreshToken(LogIn logIn) {
        if (logIn.refreshToken() == null) {
            return invalidRequest();
        }
        var issued = tokens.refresh(logIn.refreshToken(), logIn.clientId());
        return issued.isPresent() ? granted(issued.get()) : invalidGrant();
    }

    private static ResponseEntity<?> granted(FortiCloudTokens.Issued issued) {
        return ResponseEntity.ok(new Granted(
                issued.accessToken(),
                issued.expiresIn(),
                "Bearer",
                "read write",
                issued.refreshToken(),
                "successfully authenticated",
                "success"));
    }

    private static ResponseEntity<?> invalidGrant() {
        return refused(HttpStatus.UNAUTHORIZED, "invalid_grant", "Invalid credentials given.");
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    static ResponseEntity<?> invalidRequest() {
        return refused(HttpStatus.BAD_REQUEST, "invalid_request", "A required field is missing or invalid.");
    }

    static ResponseEntity<?> refused(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status).body(new Refused(error, description));
    }
}
