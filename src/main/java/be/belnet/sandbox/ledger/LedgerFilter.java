package be.belnet.sandbox.ledger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Enters every call to a partner in the ledger before its answer leaves: the answer is held back until the entry is
 * committed. This is the one place that sees each partner call before and after its effect; faults of the wire (a lost
 * answer, a slow one, a refused one) belong here.
 */
@Component
class LedgerFilter extends OncePerRequestFilter {

    /** First path segments that are partners; everything else is the sandbox's own page. */
    private static final Set<String> PARTNERS =
            Set.of("forticloud", "fortiflex", "forticare", "fortimail", "openstack", "sectigo", "digicert");

    private final Ledger ledger;

    LedgerFilter(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PARTNERS.contains(partner(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, held);
            enter(request, held.getStatus());
        } catch (IOException | ServletException | RuntimeException failure) {
            enter(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw failure;
        }
        held.copyBodyToResponse();
    }

    private void enter(HttpServletRequest request, int status) {
        var path = request.getRequestURI().substring(partner(request).length() + 1);
        ledger.call(
                partner(request),
                request.getMethod() + " " + path,
                (String) request.getAttribute(Ledger.REFERENCE),
                status);
    }

    private static String partner(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }
}
