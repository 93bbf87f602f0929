package be.belnet.orderdesk.fortinet;

import be.belnet.orderdesk.bams.LicenceRegistry;
import be.belnet.orderdesk.bams.LicenceSupplier;
import be.belnet.orderdesk.bams.MailGateway;
import be.belnet.orderdesk.partner.LongestJob;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import be.belnet.orderdesk.partner.PartnerGates;
import be.belnet.orderdesk.partner.PartnerLeases;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
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
    Partner fortinet() {
        return new Partner("Fortinet", Set.of(FortiFlex.NAME, FortiCare.NAME));
    }

    @Bean
    Partner fortiMail() {
        return new Partner(FortiMail.NAME, Set.of(FortiMail.NAME));
    }

    @Bean
    LicenceSupplier fortiFlexLicences(
            FortinetProperties properties, PartnerGates gates, PartnerLeases leases, PartnerCalls calls) {
        var api = api(FortiFlex.NAME, properties, "flexvm", properties.flex().url(), gates);
        var licences = new FortiFlexLicences(new FortiFlex(api, properties.flex()), leases);
        return calls.counted(FortiFlex.NAME, LicenceSupplier.class, licences);
    }

    @Bean
    LicenceRegistry fortiCareLicences(FortinetProperties properties, PartnerGates gates, PartnerCalls calls) {
        var api = api(
                FortiCare.NAME, properties, "assetmanagement", properties.care().url(), gates);
        return calls.counted(FortiCare.NAME, LicenceRegistry.class, new FortiCareLicences(new FortiCare(api)));
    }

    @Bean
    MailGateway fortiMailGateway(
            FortinetProperties properties, ObjectProvider<SslBundles> bundles, PartnerCalls calls) {
        var client = new PartnerClient(FortiMail.NAME, properties.connection(), trust(properties.mail(), bundles));
        var gateway = new FortiMailGateway(new FortiMail(client, properties.mail()));
        return calls.counted(FortiMail.NAME, MailGateway.class, gateway);
    }

    /** Programs, two looks for the licence, configurations, a new one, the licence. */
    @Bean
    LongestJob orderingALicence(FortinetProperties properties) {
        return new LongestJob("FortiFlex, ordering a licence", properties.calls(6));
    }

    /** Programs, twice, two looks for the licence, its end. */
    @Bean
    LongestJob extendingALicence(FortinetProperties properties) {
        return new LongestJob("FortiFlex, extending a licence", properties.calls(5));
    }

    /** Two looks for the product, of two pages and an empty one each, and the registration. */
    @Bean
    LongestJob registeringALicence(FortinetProperties properties) {
        return new LongestJob("FortiCare, registering a licence", properties.calls(7));
    }

    /** Log-in and list of domains, twice, and five domains; a customer with more gets the rest at the next attempt. */
    @Bean
    LongestJob configuringAnAppliance(FortinetProperties properties) {
        return new LongestJob(
                "FortiMail, configuring an appliance",
                properties.connection().longestCall().multipliedBy(9));
    }

    private static FortiCloudApi api(
            String name, FortinetProperties properties, String clientId, URI url, PartnerGates gates) {
        var client = new PartnerClient(name, properties.connection());
        var login = new FortiCloudLogin(name, client, properties.cloud(), clientId, Clock.systemUTC());
        return new FortiCloudApi(name, client, login, url, gates.before(name, properties.gate()));
    }

    private static SSLContext trust(FortinetProperties.Mail mail, ObjectProvider<SslBundles> bundles) {
        return mail.sslBundle() == null
                ? null
                : bundles.getObject().getBundle(mail.sslBundle()).createSslContext();
    }
}
