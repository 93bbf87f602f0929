package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.partner.PartnerClient;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
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
    MailGateway fortiMailGateway(FortinetProperties properties, ObjectProvider<SslBundles> bundles) {
        var client = new PartnerClient(FortiMail.NAME, properties.connection(), trust(properties.mail(), bundles));
        return new FortiMailGateway(new FortiMail(client, properties.mail()));
    }

    private static SSLContext trust(FortinetProperties.Mail mail, ObjectProvider<SslBundles> bundles) {
        return mail.sslBundle() == null
                ? null
                : bundles.getObject().getBundle(mail.sslBundle()).createSslContext();
    }
}
