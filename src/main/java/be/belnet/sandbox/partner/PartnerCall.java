package be.belnet.sandbox.partner;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whom a call is for and what it asks.
 *
 * @param partner first path segment; not always that of a partner
 * @param path what follows it, with its slash; empty when nothing does
 */
public record PartnerCall(String partner, String method, String path) {

    public static PartnerCall of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var end = path.indexOf('/', 1);
        return end < 0
                ? new PartnerCall(path.substring(1), request.getMethod(), "")
                : new PartnerCall(path.substring(1, end), request.getMethod(), path.substring(end));
    }

    /** As it stands in the ledger, for example {@code POST /ES/api/fortiflex/v2/configs/list}. */
    public String text() {
        return method + " " + path;
    }
}
