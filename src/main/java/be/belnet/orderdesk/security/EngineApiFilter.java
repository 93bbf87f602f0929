package be.belnet.orderdesk.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST API and the webapps' own: lets through what {@link EngineApiRules} allow, and
 * nothing that carries an expression, be it in a parameter or anywhere in a body.
 */
class EngineApiFilter extends OncePerRequestFilter {
    private static final String ADMINISTRATORS = EngineUsers.GROUP_PREFIX + StaffGroup.ADMINISTRATORS.id();
    private static final int LONGEST_BODY = 4 * 1024 * 1024;

    private final JsonFactory json = new JsonFactory();
    private final MessageSource messages;
    private final int mostResults;

    EngineApiFilter(MessageSource messages, int mostResults) {
        this.messages = messages;
        this.mostResults = mostResults;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEngine(request)
                && !EngineApiRules.allow(request.getMethod(), request.getRequestURI(), isAdministrator())) {
            refuse(response, request, HttpServletResponse.SC_FORBIDDEN, "security.callRefused");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(response, request, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "security.bodyTooLong");
        } else if (namesExpression(request) || namesExpression(body)) {
            refuse(response, request, HttpServletResponse.SC_BAD_REQUEST, "security.expressionRefused");
        } else {
            chain.doFilter(new BoundedRequest(new RepeatableRequest(request, body), mostResults), response);
        }
    }

    private static boolean isEngine(HttpServletRequest request) {
        return StringUtils.uriDecode(request.getRequestURI(), StandardCharsets.UTF_8)
                .startsWith("/camunda/api/engine");
    }

    private static boolean isAdministrator() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.getAuthorities().stream()
                        .anyMatch(authority -> ADMINISTRATORS.equals(authority.getAuthority()));
    }

    private static boolean namesExpression(HttpServletRequest request) {
        return Collections.list(request.getParameterNames()).stream().anyMatch(EngineApiFilter::isExpression);
    }

    /** A body that is no JSON counts as one, since nothing the engine should read looks like that. */
    private boolean namesExpression(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private void refuse(HttpServletResponse response, HttpServletRequest request, int status, String messageKey)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try (var generator = json.createGenerator(response.getWriter())) {
            generator.writeStartObject();
            generator.writeStringField("type", "RequestRefused");
            generator.writeStringField("message", messages.getMessage(messageKey, null, request.getLocale()));
            generator.writeEndObject();
        }
    }
}
