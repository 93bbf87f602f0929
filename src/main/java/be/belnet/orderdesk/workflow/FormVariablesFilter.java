package be.belnet.orderdesk.workflow;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Tasklist that a form has no variables. It would fill the answers of an earlier round into fields of the same
 * name; what a form opens with is what {@link FormsController} put there.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 3)
class FormVariablesFilter extends OncePerRequestFilter {
    private static final Pattern FORM_VARIABLES =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(task|process-definition)/[^/]+/form-variables");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM_VARIABLES.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{}");
    }
}
