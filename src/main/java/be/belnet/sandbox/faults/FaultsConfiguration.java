package be.belnet.sandbox.faults;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the faults. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FaultSettings.class)
@Import({FaultSwitches.class, Faults.class, FaultsController.class, LookUps.class, FaultFilter.class})
public class FaultsConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> linesThatCanBeHungUp() {
        return tomcat -> tomcat.addContextValves(new Line());
    }
}
