package be.belnet.orderdesk.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before sign-on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class EdgeConfiguration {
    private static final long NANOS = 1_000_000_000;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
            @Value("${orderdesk.trusted-proxies}") List<String> proxies) {
        return server -> server.addEngineValves(new TrustedProxies(proxies));
    }

    /** Knows by whom a proxy was asked, and comes before any password is looked at. */
    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(LimitProperties limits) {
        var pace = new RequestPace(() -> System.nanoTime() / NANOS);
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(limits, pace));
        registration.addUrlPatterns("/domains/*", "/follow/*", "/useful/*", "/api/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }
}
