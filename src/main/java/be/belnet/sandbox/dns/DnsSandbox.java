package be.belnet.sandbox.dns;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of DNS and of the customers' web sites. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DnsSettings.class)
@Import({
    Zones.class,
    WebFiles.class,
    Resolution.class,
    PublicView.class,
    DnsServer.class,
    DnsController.class,
    WebSites.class,
    RecordsSection.class,
    FilesSection.class,
    DnsPage.class
})
public class DnsSandbox {}
