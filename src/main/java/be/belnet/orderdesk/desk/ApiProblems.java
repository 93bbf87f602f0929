package be.belnet.orderdesk.desk;

import be.belnet.orderdesk.order.OrderClosedException;
import be.belnet.orderdesk.order.UnknownOrderException;
import be.belnet.orderdesk.workflow.AnswersRefusedException;
import be.belnet.orderdesk.workflow.FormProblems;
import be.belnet.orderdesk.workflow.FormProblems.Problem;
import be.belnet.orderdesk.workflow.TaskGoneException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;

/** Answers refusals of the API as problem details (RFC 9457) in the caller's language. */
@RestControllerAdvice(
        assignableTypes = {
            OrdersApi.class,
            PartnersApi.class,
            AbsencesApi.class,
            DomainsApi.class,
            MergesApi.class,
            ChangesApi.class,
            NoticeApi.class,
            SubscriptionsApi.class,
            InvoicingApi.class,
            AuditApi.class,
            FeedbackApi.class,
            ReconciliationApi.class
        })
class ApiProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final FormProblems problems;
    private final MessageSource messages;

    ApiProblems(FormProblems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(AnswersRefusedException refused, Locale locale) {
        List<Problem> found = problems.of(refused);
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "api.refused", locale);
        problem.setDetail(found.stream().map(Problem::message).collect(Collectors.joining(" ")));
        problem.setProperty("errors", found);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownOrderException unknown, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "api.unknownOrder", locale);
    }

    @ExceptionHandler
    ProblemDetail refusedPath(ResponseStatusException refused, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "api.notFound", locale);
    }

    @ExceptionHandler
    ProblemDetail closed(OrderClosedException closed, Locale locale) {
        return problem(HttpStatus.CONFLICT, "api.closed", locale);
    }

    @ExceptionHandler
    ProblemDetail usedOtherwise(ApiStarts.KeyUsedOtherwiseException used, Locale locale) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "api.keyUsedOtherwise", locale);
    }

    @ExceptionHandler
    ProblemDetail taskGone(TaskGoneException gone, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "api.taskGone", locale);
    }

    @ExceptionHandler
    ProblemDetail othersTask(AccessDeniedException denied, Locale locale) {
        return problem(HttpStatus.FORBIDDEN, "api.forbidden", locale);
    }

    @ExceptionHandler
    ProblemDetail forbidden(AuthorizationException forbidden, Locale locale) {
        return problem(HttpStatus.FORBIDDEN, "api.forbidden", locale);
    }

    @ExceptionHandler
    ProblemDetail withoutKey(MissingRequestHeaderException missing, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "api.keyMissing", locale);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ProblemDetail unreadable(Exception unreadable, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "api.unreadable", locale);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException large, Locale locale) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "api.tooLarge", locale);
    }

    /** Nothing was done of it. */
    @ExceptionHandler({ConcurrencyFailureException.class, OptimisticLockingException.class})
    ProblemDetail collided(Exception collided, Locale locale) {
        return problem(HttpStatus.CONFLICT, "api.collided", locale);
    }

    /** A fault of ours, such as a full disk or a database that is away; whether it was kept is for the caller to see. */
    @ExceptionHandler
    ProblemDetail failed(Exception failure, Locale locale) {
        if (failure instanceof ErrorResponse refused) {
            return refused.getBody();
        }
        LOG.error("A call of the API failed", failure);
        return problem(
                failure instanceof DataAccessException || failure instanceof TransactionException
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatus.INTERNAL_SERVER_ERROR,
                "api.failed",
                locale);
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(messages.getMessage(key + ".title", null, locale));
        problem.setDetail(messages.getMessage(key, null, locale));
        return problem;
    }
}
