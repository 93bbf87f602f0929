package be.belnet.orderdesk.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Refuses forms with files that cannot be taken apart: the sender's mistake, and no failure of ours. */
@ControllerAdvice
class UnreadableForms {
    @ExceptionHandler
    void unreadable(MultipartException broken, HttpServletResponse response) throws IOException {
        var status = broken instanceof MaxUploadSizeExceededException
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }
}
