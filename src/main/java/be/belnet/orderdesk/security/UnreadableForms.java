package be.belnet.orderdesk.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Refuses forms whose files cannot be taken apart, or are none: the sender's mistake, and no failure of ours. */
@ControllerAdvice
class UnreadableForms {
    @ExceptionHandler
    void unreadable(MultipartException broken, HttpServletResponse response) throws IOException {
        var status = broken instanceof MaxUploadSizeExceededException
                ? HttpStatus.PAYLOAD_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        response.sendError(status.value());
    }

    /** Words where a file belongs; everything else that nothing converts is ours to mend. */
    @ExceptionHandler
    void noFile(MethodArgumentConversionNotSupportedException words, HttpServletResponse response) throws IOException {
        if (words.getRequiredType() != MultipartFile.class) {
            throw words;
        }
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
