package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.partner.PartnerClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers Fortinet as the supplier of licences, and its appliances as the mail gateways. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FortinetProperties.class)
class FortinetConfiguration {

    @Bean
    LicenceSupplier fortiFlexLicences(FortinetProperties properties) {
        var client = new PartnerClient(FortiFlex.NAME, properties.connection());
        var gate = new FortiFlexGate(properties.flex().patience());
        var fortiFlex = new FortiFlex(client, new FortiCloudLogin(client, properties.cloud()), gate, properties.flex());
        return new FortiFlexLicences(fortiFlex);
    }

    @Bean
    MailGateway fortiMailGateway(FortinetProperties properties) {
        return new FortiMailGateway(
                new FortiMail(new PartnerClient(FortiMail.NAME, properties.connection()), properties.mail()));
    }
}
