package be.belnet.sandbox.sectigo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before each call: the three headers that say who calls. */
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

    private final SectigoSettings settings;

    Doorkeeper(SectigoSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/sectigo/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var login = request.getHeader("login");
        var network = settings.login().equals(login);
        if ((!network && !settings.organisationLogin().equals(login))
                || !settings.password().equals(request.getHeader("password"))
                || !settings.customerUri().equals(request.getHeader("customerUri"))) {
            throw new SectigoError(401, -16, "Unknown user");
        }
        request.setAttribute(Caller.ATTRIBUTE, new Caller(login, network));
        return true;
    }
}
