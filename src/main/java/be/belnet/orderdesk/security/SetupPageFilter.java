package be.belnet.orderdesk.security;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides the webapps' first-run page and its API, which create an administrator without log-in (CVE-2026-77226), and addresses with
 * letters or digits in percents: no browser writes them so, and filters of the webapps, which don't decode, break at them.
 */
class SetupPageFilter extends OncePerRequestFilter {
    private static final Pattern HIDDEN_LETTER = Pattern.compile("%(3\\d|[46][1-9a-f]|[57][0-9a])", CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String uri = request.getRequestURI();
        if (HIDDEN_LETTER.matcher(uri).find() || isSetup(uri)) {
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
