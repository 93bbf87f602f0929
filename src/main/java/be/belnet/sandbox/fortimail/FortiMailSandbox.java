package be.belnet.sandbox.fortimail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the mail appliances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FortiMailSettings.class)
@Import({
    FortiMailPartner.class,
    Units.class,
    Sessions.class,
    Domains.class,
    LicenceUploads.class,
    FortiMailController.class,
    FortiMailsSection.class
})
public class FortiMailSandbox {}
