package be.belnet.orderdesk.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The answer when a request fails: what happened in general words, and a number under which the log has more. */
@Controller
class FailurePage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 413, 429, 503);

    private final MessageSource messages;

    FailurePage(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        var page = new ModelAndView("failure", status);
        page.addObject("reason", EXPLAINED.contains(status.value()) ? status.value() : 500);
        page.addObject("correlationId", correlationId(request, status));
        return page;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        int reason = EXPLAINED.contains(status.value()) ? status.value() : 500;
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(messages.getMessage("failure.title." + reason, null, locale));
        problem.setDetail(messages.getMessage("failure.text." + reason, null, locale));
        problem.setProperty("correlationId", correlationId(request, status));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        // a form cut off for its size lacks its token too, and would be told that it comes from elsewhere
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR) == FailReason.POST_TOO_LARGE) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** Logs the kind of the failure and where it came about; its message may quote what a person typed and stays out. */
    private static String correlationId(HttpServletRequest request, HttpStatus status) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
            LOG.error(
                    "Request failed, correlation {}: {} at {}",
                    id,
                    cause.getClass().getName(),
                    place(cause));
        } else {
            LOG.info("Request refused with {}, correlation {}", status.value(), id);
        }
        return id;
    }

    /** Where in our code, else where at all. */
    private static StackTraceElement place(Throwable cause) {
        List<StackTraceElement> way = List.of(cause.getStackTrace());
        return way.stream()
                .filter(step -> step.getClassName().startsWith("be.belnet."))
                .findFirst()
                .orElseGet(() -> way.isEmpty() ? null : way.get(0));
    }
}
