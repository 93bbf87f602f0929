package be.belnet.orderdesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hides the webapps' first-run page and its API, which create an administrator without log-in (CVE-2026-77226). */
class SetupPageFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSetup(request.getRequestURI())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSetup(String uri) {
        return Arrays.stream(uri.split("/"))
                .map(segment -> StringUtils.uriDecode(segment, StandardCharsets.UTF_8))
                .map(segment -> segment.split(";", 2)[0])
                .anyMatch("setup"::equalsIgnoreCase);
    }
}
