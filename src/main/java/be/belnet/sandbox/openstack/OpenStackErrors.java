package be.belnet.sandbox.openstack;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes refusals as the cloud does. */
@RestControllerAdvice(basePackageClasses = OpenStackErrors.class)
class OpenStackErrors {

    @ExceptionHandler
    ResponseEntity<Object> refused(OpenStackError error) {
        var answer = ResponseEntity.status(error.status());
        if (error.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Keystone uri=\"" + Cloud.address() + "/identity\"");
        }
        return answer.body(error.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return refused(OpenStackError.badRequest("Malformed request body"));
    }
}
