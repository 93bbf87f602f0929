package be.belnet.orderdesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to whoever comes too often: by address, and at customers' pages by link too. */
class RateLimitFilter extends OncePerRequestFilter {
    /** The last part is the token where it is long enough to be one. */
    private static final Pattern CUSTOMERS =
            Pattern.compile("/(?:domains|follow|useful)/(?:.*?([A-Za-z0-9_-]{40,}))?.*");

    private static final String API = "/api/";

    private final LimitProperties limits;
    private final RequestPace pace;

    RateLimitFilter(LimitProperties limits, RequestPace pace) {
        this.limits = limits;
        this.pace = pace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = wait(request);
        if (wait.isPresent()) {
            refuse(response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** In whole seconds, and in words by the page for failures. */
    static void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    private Optional<Duration> wait(HttpServletRequest request) {
        String path = request.getServletPath();
        String address = request.getRemoteAddr();
        if (path.startsWith(API)) {
            return pace.take("api " + address, limits.api());
        }
        Matcher page = CUSTOMERS.matcher(path);
        if (!page.matches()) {
            return Optional.empty();
        }
        return pace.take("page " + address, limits.pages())
                .or(() -> page.group(1) == null ? Optional.empty() : pace.take("link " + page.group(1), limits.link()))
                .or(() -> isSent(request) ? pace.take("upload " + address, limits.uploads()) : Optional.empty());
    }

    private static boolean isSent(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
    }
}
