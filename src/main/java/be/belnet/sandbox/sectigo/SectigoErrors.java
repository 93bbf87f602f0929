package be.belnet.sandbox.sectigo;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Writes refusals as Certificate Manager does. */
@RestControllerAdvice(basePackageClasses = SectigoErrors.class)
class SectigoErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(SectigoError error) {
        return error.answer();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        return SectigoError.invalid("request body").answer();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unfit(MethodArgumentTypeMismatchException unfit) {
        return SectigoError.invalid(unfit.getName()).answer();
    }
}
