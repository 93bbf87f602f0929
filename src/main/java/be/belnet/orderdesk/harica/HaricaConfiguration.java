package be.belnet.orderdesk.harica;

import be.belnet.orderdesk.dcs.CertificateAuthority;
import be.belnet.orderdesk.dcs.DomainValidations;
import be.belnet.orderdesk.partner.LongestJob;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers HARICA as the certificate authority of the customers; the names of its beans choose it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HaricaProperties.class)
class HaricaConfiguration {

    @Bean
    Partner harica() {
        return new Partner(HaricaApi.NAME, Set.of(HaricaApi.NAME));
    }

    @Bean
    CertManager certManager(HaricaProperties properties) {
        var client = new PartnerClient(HaricaApi.NAME, properties.connection());
        return new CertManager(
                new HaricaApi(client, new HaricaLogin(client, properties, Clock.systemUTC()), properties.url()));
    }

    @Bean
    CertificateAuthority haricaCertificateAuthority(
            CertManager certManager, HaricaProperties properties, Clock clock, PartnerCalls calls) {
        return calls.counted(
                HaricaApi.NAME,
                CertificateAuthority.class,
                new HaricaCertificateAuthority(certManager, properties, clock));
    }

    @Bean
    DomainValidations haricaDomainValidations(
            CertManager certManager, HaricaProperties properties, Clock clock, PartnerCalls calls) {
        return calls.counted(
                HaricaApi.NAME, DomainValidations.class, new HaricaDomainValidations(certManager, properties, clock));
    }

    /** Two log-ins of three calls, two lists that may be asked for twice, and the creation that may be refused once. */
    @Bean
    LongestJob makingAnEnterprise(HaricaProperties properties) {
        return new LongestJob(
                "HARICA, making an enterprise",
                properties.connection().longestCall().multipliedBy(12));
    }
}
