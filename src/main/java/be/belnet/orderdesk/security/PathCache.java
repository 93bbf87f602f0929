package be.belnet.orderdesk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers the page to go to after signing in by its path alone: what somebody searched for stays out of the session. */
class PathCache extends HttpSessionRequestCache {
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        super.saveRequest(new WithoutQuery(request), response);
    }

    private static class WithoutQuery extends HttpServletRequestWrapper {
        WithoutQuery(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getQueryString() {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }
    }
}
