package be.belnet.orderdesk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.Pattern;

/**
 * Asks for a list with the most rows there may be, where the caller named no limit. The engine refuses unlimited lists,
 * which scripts that look at a handful of tasks need not know.
 */
class BoundedRequest extends HttpServletRequestWrapper {
    private static final Pattern LIST =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/((history/)?[a-z-]+|filter/[^/]+/list)");

    private final int most;

    BoundedRequest(HttpServletRequest request, int most) {
        super(request);
        this.most = most;
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        if (!LIST.matcher(getRequestURI()).matches() || query != null && query.contains("maxResults=")) {
            return query;
        }
        return (query == null ? "" : query + "&") + "maxResults=" + most;
    }
}
