package be.belnet.sandbox.digicert;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of CertCentral. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DigiCertSettings.class)
@Import({
    DigiCertPartner.class,
    Inventory.class,
    SampleInventory.class,
    Doorkeeper.class,
    DigiCertErrors.class,
    OrganizationController.class,
    DomainController.class,
    OrderController.class,
    AccountController.class,
    RevocationController.class,
    SwitchController.class,
    ElsewhereController.class,
    CertificatesSection.class,
    DigiCertPage.class
})
public class DigiCertSandbox {

    /** Clients send brackets of filters and signs of comparisons as they are. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> queriesThatAreNotEncoded() {
        return tomcat ->
                tomcat.addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "[]<>"));
    }
}
