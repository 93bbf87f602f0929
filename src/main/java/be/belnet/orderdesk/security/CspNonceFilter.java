package be.belnet.orderdesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes the policy header name the nonce that stands in the page. The webapps keep one nonce for all requests, so with
 * two at once the header may name the other's, and the browser shows a blank page.
 */
class CspNonceFilter extends OncePerRequestFilter {
    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern FIRST_PAGE = Pattern.compile(".*/app/[\\w-]+/[\\w-]+/?");
    private static final Pattern NONCE_IN_PAGE = Pattern.compile("nonce=\"([\\w-]+)\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod())
                || !FIRST_PAGE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        Matcher nonce = NONCE_IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1));
        if (policy != null && nonce.find()) {
            page.setHeader(POLICY, policy.replaceAll("'nonce-[\\w-]+'", "'nonce-" + nonce.group(1) + "'"));
        }
        page.copyBodyToResponse();
    }
}
