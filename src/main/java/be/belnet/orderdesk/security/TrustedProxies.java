package be.belnet.orderdesk.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Forgets what a caller says of where a request came from, unless it is one of our proxies: anybody may write such a header.
 * A node's own address counts as one, since a node asks itself at its start as the proxy would.
 */
class TrustedProxies extends ValveBase {
    private static final List<String> HEADERS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private final List<IpAddressMatcher> proxies;

    /** @param proxies addresses, or networks as {@code 192.0.2.0/24} */
    TrustedProxies(List<String> proxies) {
        super(true);
        this.proxies = proxies.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String caller = request.getRemoteAddr();
        if (!isTrusted(caller) && !caller.equals(request.getLocalAddr())) {
            HEADERS.forEach(request.getCoyoteRequest().getMimeHeaders()::removeHeader);
        }
        getNext().invoke(request, response);
    }

    boolean isTrusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }
}
