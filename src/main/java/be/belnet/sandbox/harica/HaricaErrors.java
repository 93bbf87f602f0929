package be.belnet.sandbox.harica;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes refusals. */
@RestControllerAdvice(basePackageClasses = HaricaErrors.class)
class HaricaErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(HaricaError error) {
        return error.answer();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        return HaricaError.refused("The body is not what this call takes").answer();
    }
}
