package be.belnet.sandbox.ledger;

import be.belnet.sandbox.partner.Partners;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Enters every call to a partner in the ledger before its answer leaves: the answer is held back until the entry is
 * committed. Nothing stands between this and the partner, so that what goes wrong on the way back to the caller goes wrong
 * after the entry.
 */
@Component
class LedgerFilter extends OncePerRequestFilter {

    private final Partners partners;
    private final Ledger ledger;

    LedgerFilter(Partners partners, Ledger ledger) {
        this.partners = partners;
        this.ledger = ledger;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !partners.areCalledBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, held);
            ledger.call(request, held.getStatus());
        } catch (IOException | ServletException | RuntimeException failure) {
            ledger.call(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw failure;
        }
        held.copyBodyToResponse();
    }
}
