package be.belnet.sandbox.harica;

import java.util.Map;
import org.springframework.http.ResponseEntity;

/** A refusal. Its form is a guess: only the field's name is seen, in answers to checks of names. */
class HaricaError extends RuntimeException {

    private final int status;

    HaricaError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static HaricaError refused(String message) {
        return new HaricaError(400, message);
    }

    static HaricaError missing(String field) {
        return refused("A value is missing: " + field);
    }

    ResponseEntity<Map<String, Object>> answer() {
        return ResponseEntity.status(status).body(Map.of("errorMessage", getMessage()));
    }
}
