package be.belnet.sandbox.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of the page and its stylesheet. */
@Configuration(proxyBeanMethods = false)
@Import({PageFrame.class, PageController.class, FaultForms.class})
public class PageConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/sandbox/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
