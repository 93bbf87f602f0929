package be.belnet.sandbox.digicert;

import static be.belnet.sandbox.digicert.Json.object;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Writes refusals as CertCentral does. */
@RestControllerAdvice(
        assignableTypes = {
            OrganizationController.class,
            DomainController.class,
            OrderController.class,
            AccountController.class,
            RevocationController.class,
            ElsewhereController.class
        })
class DigiCertErrors {

    /** In JSON whatever the caller accepts: it may have asked for CSV. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(DigiCertError error) {
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(object("errors", List.of(object("code", error.code(), "message", error.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> misfit(MethodArgumentTypeMismatchException misfit) {
        return refused(DigiCertError.badRequest(misfit.getName() + " is not of the right type."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        return refused(DigiCertError.badRequest("The body is not JSON."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> method(HttpRequestMethodNotSupportedException other) {
        return refused(DigiCertError.notFound("route"));
    }
}
