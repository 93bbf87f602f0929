package be.belnet.sandbox.sectigo;

import java.util.Map;
import org.springframework.http.ResponseEntity;

/** A refusal as Certificate Manager words it: {@code {"code": …, "description": …}}. */
class SectigoError extends RuntimeException {

    private final int status;
    private final int code;

    SectigoError(int status, int code, String description) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
    }

    static SectigoError refused(int code, String description) {
        return new SectigoError(400, code, description);
    }

    static SectigoError notAllowed() {
        return refused(-3, "Access denied: you are not permitted to perform this action.");
    }

    static SectigoError missing(String field) {
        return refused(-7, "Required value is missing: " + field);
    }

    static SectigoError invalid(String field) {
        return refused(-1601, "Field has an invalid value: " + field);
    }

    static SectigoError notFound(int code, String description) {
        return new SectigoError(404, code, description);
    }

    ResponseEntity<Map<String, Object>> answer() {
        return ResponseEntity.status(status).body(Reply.of("code", code, "description", getMessage()));
    }
}
