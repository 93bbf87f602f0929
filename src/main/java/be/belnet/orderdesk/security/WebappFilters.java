package be.belnet.orderdesk.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Filters around the webapps: two before Spring Security, which must see everything, two behind it. */
@Configuration
class WebappFilters {
    @Bean
    FilterRegistrationBean<Filter> setupPageFilter() {
        return registration(new SetupPageFilter(), Ordered.HIGHEST_PRECEDENCE + 10, "/camunda/*");
    }

    @Bean
    FilterRegistrationBean<Filter> cspNonceFilter() {
        return registration(new CspNonceFilter(), Ordered.HIGHEST_PRECEDENCE + 20, "/camunda/app/*");
    }

    @Bean
    FilterRegistrationBean<Filter> webappSignOnFilter() {
        var filter = registration(
                new ContainerBasedAuthenticationFilter(),
                SecurityProperties.DEFAULT_FILTER_ORDER + 1,
                "/camunda/app/*",
                "/camunda/api/*");
        filter.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappSignOn.class.getName());
        return filter;
    }

    @Bean
    FilterRegistrationBean<Filter> engineApiFilter(
            MessageSource messages,
            @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int mostResults) {
        return registration(
                new EngineApiFilter(messages, mostResults),
                SecurityProperties.DEFAULT_FILTER_ORDER + 2,
                "/camunda/api/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String... paths) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(order);
        return registration;
    }
}
