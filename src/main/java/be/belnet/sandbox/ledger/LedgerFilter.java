package be.belnet.sandbox.ledger;

import be.belnet.sandbox.partner.PartnerCall;
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
 * committed. This is the one place that sees each partner call before and after its effect; faults of the wire (a lost
 * answer, a slow one, a refused one) belong here.
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
            enter(request, held.getStatus());
        } catch (IOException | ServletException | RuntimeException failure) {
            enter(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw failure;
        }
        held.copyBodyToResponse();
    }

    private void enter(HttpServletRequest request, int status) {
        var call = PartnerCall.of(request);
        ledger.call(call.partner(), call.text(), (String) request.getAttribute(Ledger.REFERENCE), status);
    }
}
