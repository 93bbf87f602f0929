package be.belnet.sandbox.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a form comes from. There is no log-in that would tell who sends one, so a browser must say that it comes from a
 * page of the sandbox.
 */
public final class OwnPage {
    private OwnPage() {}

    /** @throws ResponseStatusException 403 for a form of somebody else's page */
    public static void require(HttpServletRequest request) {
        if (!isSource(request)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "This form does not come from the page of the sandbox");
        }
    }

    /** Older browsers say it by the origin alone; whoever says neither is no browser. */
    private static boolean isSource(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || origin.equals(
                        ServletUriComponentsBuilder.fromContextPath(request).toUriString());
    }
}
