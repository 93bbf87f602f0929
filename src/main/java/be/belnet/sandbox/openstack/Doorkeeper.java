package be.belnet.sandbox.openstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before each call to the cloud: a request id, a valid token, a known microversion. */
@Component
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {
    private static final Pattern OPEN =
            Pattern.compile("/openstack/(identity(/.*)?|compute/?|compute/v2.1/?|network/?|image/?|image/versions/?)");

    static final String REQUEST_ID = "x-openstack-request-id";

    private final Tokens tokens;

    Doorkeeper(Tokens tokens) {
        this.tokens = tokens;
    }

    static String newRequestId() {
        return "req-" + UUID.randomUUID();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/openstack/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var requestId = newRequestId();
        response.setHeader(REQUEST_ID, requestId);
        var path = request.getRequestURI();
        if (!OPEN.matcher(path).matches() && !tokens.valid(request.getHeader("X-Auth-Token"))) {
            throw OpenStackError.unauthorized();
        }
        if (path.startsWith("/openstack/compute/")) {
            chooseVersion(request, response, requestId);
        }
        return true;
    }

    private static void chooseVersion(HttpServletRequest request, HttpServletResponse response, String requestId) {
        response.setHeader("x-compute-request-id", requestId);
        var version = Microversion.of(request);
        request.setAttribute("version", version);
        response.setHeader("OpenStack-API-Version", "compute " + version);
        response.setHeader("X-OpenStack-Nova-API-Version", version.toString());
        response.setHeader("Vary", "OpenStack-API-Version, X-OpenStack-Nova-API-Version");
    }
}
