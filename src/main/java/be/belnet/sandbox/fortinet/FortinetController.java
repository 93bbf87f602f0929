package be.belnet.sandbox.fortinet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** What both APIs behind the FortiCloud log-in share: token first, then the limits, then the call, in an envelope. */
abstract class FortinetController {

    private static final String BEARER = "Bearer ";

    private final FortiCloudTokens tokens;
    private final String clientId;
    private final Gate gate;

    FortinetController(FortiCloudTokens tokens, String clientId, Gate gate) {
        this.tokens = tokens;
        this.clientId = clientId;
        this.gate = gate;
    }

    /** The fields an envelope of this API begins with. */
    abstract Map<String, Object> head(String accessToken);

    /** Answers with what the call returns as the envelope's payload. */
    ResponseEntity<Map<String, Object>> answer(
            String authorization, String body, Function<Fields, Map<String, ?>> call) {
        var accessToken = accessToken(authorization);
        try {
            if (!tokens.accepts(accessToken, clientId)) {
                throw Refusal.badToken();
            }
            var payload = gate.pass(() -> call.apply(Fields.parse(body)));
            return ResponseEntity.ok(envelope(accessToken, 0, "Request processed successfully.", null, payload));
        } catch (Refusal refusal) {
            return refused(authorization, refusal);
        }
    }

    ResponseEntity<Map<String, Object>> refused(String authorization, Refusal refusal) {
        var message = refusal.getMessage();
        return ResponseEntity.status(refusal.httpStatus())
                .body(envelope(accessToken(authorization), refusal.status(), message, message, Map.of()));
    }

    private static String accessToken(String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : "";
    }

    private Map<String, Object> envelope(
            String accessToken, int status, String message, String error, Map<String, ?> payload) {
        var envelope = new LinkedHashMap<>(head(accessToken));
        envelope.put("status", status);
        envelope.put("message", message);
        envelope.put("error", error);
        envelope.putAll(payload);
        return envelope;
    }
}
