package be.belnet.orderdesk.openstack;

import be.belnet.orderdesk.bams.ApplianceHost;
import be.belnet.orderdesk.partner.LongestJob;
import be.belnet.orderdesk.partner.Partner;
import be.belnet.orderdesk.partner.PartnerCalls;
import be.belnet.orderdesk.partner.PartnerClient;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the cloud as the place where appliances run. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenStackProperties.class)
class OpenStackConfiguration {

    @Bean
    Partner openStack() {
        return new Partner(OpenStack.NAME, Set.of(OpenStack.NAME));
    }

    @Bean
    ApplianceHost openStackApplianceHost(OpenStackProperties properties, PartnerCalls calls) {
        var client = new PartnerClient(OpenStack.NAME, properties.connection());
        var openStack = new OpenStack(new Keystone(client, properties, Clock.systemUTC()), client);
        var host = new OpenStackApplianceHost(openStack, new FirstBootFiles(properties.firstBoot()), properties);
        return calls.counted(OpenStack.NAME, ApplianceHost.class, host);
    }

    /**
     * Log-in, two looks for the server and its port, what is left of an earlier one, the port, image, flavor, network and
     * subnet, the server itself; and before it, the two calls that get a licence token from Fortinet.
     */
    @Bean
    LongestJob makingAnAppliance(OpenStackProperties properties) {
        var calls = properties.connection().longestCall().multipliedBy(16);
        return new LongestJob("OpenStack, making an appliance", calls.plus(properties.removalTimeout()));
    }
}
