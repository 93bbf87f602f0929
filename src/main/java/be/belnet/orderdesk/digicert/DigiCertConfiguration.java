package be.belnet.orderdesk.digicert;

import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.partner.LongestJob;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers CertCentral as what customers had before. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DigiCertProperties.class)
class DigiCertConfiguration {

    @Bean
    Partner digiCert() {
        return new Partner(CertCentral.NAME, Set.of(CertCentral.NAME));
    }

    @Bean
    CertificateInventory digicertCertificateInventory(DigiCertProperties properties, PartnerCalls calls, Clock clock) {
        var client = new PartnerClient(CertCentral.NAME, properties.connection());
        var inventory = new CertCentralInventory(new CertCentral(client, properties), clock);
        return calls.counted(CertCentral.NAME, CertificateInventory.class, inventory);
    }

    /** Organisations, domains and certificates, a page each; more of one are read where each call is a job. */
    @Bean
    LongestJob readingAnInventory(DigiCertProperties properties) {
        return new LongestJob("DigiCert, reading an inventory", properties.pages(3));
    }
}
