package be.belnet.orderdesk.sectigo;

import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.CertificateInventory;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.partner.LongestJob;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerLeases;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers Sectigo as the certificate authority of the customers, and as one that they may leave. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SectigoProperties.class)
class SectigoConfiguration {

    @Bean
    Partner sectigo() {
        return new Partner(CertificateManagerApi.NAME, Set.of(CertificateManagerApi.NAME));
    }

    @Bean
    CertificateManager certificateManager(SectigoProperties properties) {
        var client = new PartnerClient(CertificateManagerApi.NAME, properties.connection());
        return new CertificateManager(new CertificateManagerApi(client, properties));
    }

    @Bean
    CertificateAuthority sectigoCertificateAuthority(
            CertificateManager scm,
            SectigoProperties properties,
            Clock clock,
            PartnerLeases leases,
            PartnerCalls calls) {
        return calls.counted(
                CertificateManagerApi.NAME,
                CertificateAuthority.class,
                new SectigoCertificateAuthority(scm, properties, clock, leases));
    }

    @Bean
    DomainValidations sectigoDomainValidations(CertificateManager scm, PartnerCalls calls) {
        return calls.counted(CertificateManagerApi.NAME, DomainValidations.class, new SectigoDomainValidations(scm));
    }

    @Bean
    CertificateInventory sectigoCertificateInventory(CertificateManager scm, PartnerCalls calls, Clock clock) {
        return calls.counted(
                CertificateManagerApi.NAME, CertificateInventory.class, new SectigoCertificateInventory(scm, clock));
    }

    /** Three looks in the list and three at a domain, the change, and a look at what has come of it. */
    @Bean
    LongestJob addingADomain(SectigoProperties properties) {
        return new LongestJob(
                "Sectigo, adding a domain",
                properties.connection().longestCall().multipliedBy(8));
    }
}
