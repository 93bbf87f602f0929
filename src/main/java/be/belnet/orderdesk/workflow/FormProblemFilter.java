package be.belnet.orderdesk.workflow;

import be.belnet.orderdesk.workflow.FormProblems.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a refused form with the reason in the person's language, in the shape that Tasklist shows ({@code message})
 * and as a problem detail; the engine's own answer would be status 500 and an English sentence about itself.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class FormProblemFilter extends OncePerRequestFilter {
    private static final Pattern SUBMISSION =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(task|process-definition)/([^/]+|key/[^/]+)/submit-form");

    private final FormProblems problems;
    private final ObjectMapper json;
    private final ObjectProvider<TaskService> tasks;

    FormProblemFilter(FormProblems problems, ObjectMapper json, ObjectProvider<TaskService> tasks) {
        this.problems = problems;
        this.json = json;
        this.tasks = tasks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !SUBMISSION.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        List<Problem> found = problems(request, answer);
        if (!found.isEmpty()) {
            answer.resetBuffer();
            answer.setStatus(status(answer.getStatus(), found).value());
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.setCharacterEncoding("UTF-8");
            answer.getOutputStream().write(json.writeValueAsBytes(body(answer.getStatus(), found)));
        }
        answer.copyBodyToResponse();
    }

    @SuppressWarnings("unchecked")
    private List<Problem> problems(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        int status = answer.getStatus();
        var kept = (List<Problem>) request.getAttribute(FormProblems.ATTRIBUTE);
        if (kept != null) {
            return kept;
        }
        if (status == HttpStatus.FORBIDDEN.value()) {
            return List.of(problems.general("form.error.wrongGroup"));
        }
        if (status >= 400 && isStale(request)) {
            return List.of(problems.general("form.error.stale"));
        }
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return isCollision(answer.getContentAsByteArray()) ? collided() : failed();
        }
        return List.of();
    }

    private boolean isCollision(byte[] enginesOwn) {
        try {
            JsonNode failure = json.readTree(enginesOwn);
            return Collisions.isOne(
                    failure.path("type").asText(), failure.path("code").asInt());
        } catch (IOException noJson) {
            return false;
        }
    }

    private boolean isStale(HttpServletRequest request) {
        var submission = SUBMISSION.matcher(request.getRequestURI());
        return submission.matches()
                && submission.group(1).equals("task")
                && tasks.getObject()
                                .createTaskQuery()
                                .taskId(submission.group(2))
                                .count()
                        == 0;
    }

    /** A failure of ours stays one; what the person can mend is a bad request. */
    private HttpStatus status(int status, List<Problem> found) {
        if (status == HttpStatus.FORBIDDEN.value()) {
            return HttpStatus.FORBIDDEN;
        }
        if (found.equals(collided())) {
            return HttpStatus.CONFLICT;
        }
        return found.equals(failed()) ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST;
    }

    private List<Problem> collided() {
        return List.of(problems.general("form.error.collided"));
    }

    private List<Problem> failed() {
        return List.of(problems.general("form.error.failed"));
    }

    private static Map<String, Object> body(int status, List<Problem> problems) {
        Map<String, Object> body = new LinkedHashMap<>();
        String message = problems.stream().map(Problem::message).collect(Collectors.joining(" "));
        body.put("type", "about:blank");
        body.put("status", status);
        body.put("title", message);
        body.put("message", message);
        body.put("errors", problems);
        return body;
    }
}
